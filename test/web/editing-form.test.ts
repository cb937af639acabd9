import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateRule } from '../../src/calendar/date-rule.js';
import { resolve } from '../../src/calendar/resolve.js';
import { conflictsOf, differing, merged } from '../../src/web/client/task/editing/form/edited-fields.js';
import { draftOf, newRule, ruleOf } from '../../src/web/client/task/editing/form/rule-draft.js';
import {
  formOf,
  isHalfDated,
  NEW_TASK,
  newTaskOf,
  TASK,
  TASK_FIELDS,
  type TaskForm,
  taskPatchOf,
} from '../../src/web/client/task/editing/form/task-form.js';
import { mayEdit, rightsOf } from '../../src/web/client/task/marks/rights.js';
import { anyPointRule, anyRecurrence, anyRule, vestfold2026 } from '../calendar/samples.js';
import { taskOf } from './view-samples.js';

/** The days that a rule gives; none when it has no date. */
function daysOf(rule: DateRule): unknown[] {
  const found = resolve(rule, vestfold2026);
  return found.kind === 'dated' ? found.occurrences.map(({ start, end }) => [start, end]) : [];
}

describe('the draft of a rule', () => {
  it('says the same as the rule that it was made of', () => {
    fc.assert(
      fc.property(
        anyRule.filter(({ kind }) => kind !== 'recurrence'),
        (rule) => {
          const draft = draftOf(rule);
          const said = draft && ruleOf(draft);
          // Compared by what they come to: places of one day have no end of their own.
          expect(said && daysOf(said)).toEqual(daysOf(rule));
        },
      ),
    );
  });

  it('is none of a rule that repeats', () => {
    fc.assert(
      fc.property(anyRecurrence, (rule) => {
        expect(draftOf(rule)).toBeUndefined();
      }),
    );
  });

  it('is no rule while a number is missing or none', () => {
    const { from } = newRule('2026-11-25');
    const ruleFrom = (change: Partial<typeof from>) =>
      ruleOf({ span: 'day', from: { ...from, ...change }, to: from });
    expect(ruleFrom({})).toEqual({ kind: 'fixed-day', date: '11-25', roll: 'next-school-day' });
    expect(ruleFrom({ dayOfMonth: '' })).toBeUndefined();
    expect(ruleFrom({ dayOfMonth: '32' })).toBeUndefined();
    expect(ruleFrom({ kind: 'weekday-of-week', week: 'x' })).toBeUndefined();
    expect(ruleFrom({ kind: 'template', template: '' })).toBeUndefined();
    expect(ruleFrom({ kind: 'anchor', shift: 'before', count: '' })).toBeUndefined();
  });

  it('keeps what belongs to another kind while one is chosen', () => {
    fc.assert(
      fc.property(anyPointRule, (rule) => {
        const draft = draftOf(rule);
        if (!draft) throw new Error('a rule of one day has a draft');
        const there = { ...draft, from: { ...draft.from, kind: 'template' as const } };
        expect(ruleOf({ ...there, from: { ...there.from, kind: draft.from.kind } })).toEqual(ruleOf(draft));
      }),
    );
  });
});

describe('the form of a task', () => {
  const task = taskOf('a', '2026-11-25', '2026-11-25', {
    title: 'Møte',
    rule: { kind: 'weekday-of-week', week: 48, day: 'wed', roll: 'none' },
    reminders: [14, 3],
    leeway: { before: 2, after: 3 },
  });

  it('sends nothing of a task that has not been touched', () => {
    expect(taskPatchOf(formOf(task), task)).toEqual({});
  });

  it('sends the fields that were changed, and of a date its days or its rule', () => {
    const form = formOf(task);
    expect(taskPatchOf({ ...form, title: ' Nytt møte ' }, task)).toEqual({ title: 'Nytt møte' });
    expect(taskPatchOf({ ...form, when: { ...form.when, by: 'days' } }, task)).toEqual({
      start: '2026-11-25',
      end: '2026-11-25',
    });
    expect(taskPatchOf({ ...form, when: { ...form.when, rule: newRule('2026-12-01') } }, task)).toEqual({
      rule: { kind: 'fixed-day', date: '12-01', roll: 'next-school-day' },
    });
    expect(taskPatchOf({ ...form, time: { start: '08:30', end: '' } }, task)).toEqual({
      startTime: '08:30',
      endTime: null,
    });
    expect(taskPatchOf({ ...form, leeway: { before: '', after: '' } }, task)).toEqual({ leeway: null });
    expect(taskPatchOf({ ...form, reminders: '7; 0' }, task)).toEqual({ reminders: [7, 0] });
  });

  it('tells a date that is half written from one that has not been touched', () => {
    const form = formOf(task);
    const dated = (when: Partial<TaskForm['when']>) =>
      isHalfDated({ ...form, when: { ...form.when, ...when } }, form);
    expect(dated({})).toBe(false);
    expect(dated({ by: 'days' })).toBe(false);
    expect(dated({ by: 'days', start: '' })).toBe(true);
    expect(dated({ rule: newRule('') })).toBe(true);
    expect(isHalfDated(NEW_TASK, NEW_TASK)).toBe(false);
  });

  it('leaves out rows of a list that nothing was written in', () => {
    const links = [{ title: '', url: '', historical: false }];
    const checklist = [{ id: 'a', text: ' ', done: false }];
    expect(newTaskOf({ ...NEW_TASK, links, checklist })).toMatchObject({ links: [], checklist: [] });
  });
});

describe('two versions of a form', () => {
  const base = formOf(taskOf('a', '2026-11-25'));
  const anyForm: fc.Arbitrary<TaskForm> = fc
    .record({
      title: fc.constantFrom('a', 'b', 'c'),
      status: fc.constantFrom('planned' as const, 'started' as const, 'done' as const),
      partners: fc.subarray(['nav', 'ppt']),
      reminders: fc.constantFrom('7', '14, 3'),
    })
    .map((changes) => ({ ...base, ...changes }));

  it('keep what nobody else has touched, and take what only the others have, unless it is chosen otherwise', () => {
    fc.assert(
      fc.property(anyForm, anyForm, (mine, theirs) => {
        const conflicts = conflictsOf(TASK, mine, base, theirs);
        const taken = conflicts.filter(({ by }) => by === 'them').map(({ field }) => field);
        const result = merged(mine, theirs, taken);
        const [byMe, byThem] = [differing(TASK, mine, base), differing(TASK, theirs, base)];
        for (const field of TASK_FIELDS) {
          const expected = byMe.includes(field) || !byThem.includes(field) ? mine : theirs;
          expect(result[field], field).toEqual(expected[field]);
        }
        const both = conflicts.filter(({ by }) => by === 'both').map(({ field }) => field);
        const differ = differing(TASK, mine, theirs);
        expect(both).toEqual(
          TASK_FIELDS.filter((f) => byMe.includes(f) && byThem.includes(f) && differ.includes(f)),
        );
      }),
    );
  });
});

describe('what somebody may change', () => {
  const common = taskOf('a', '2026-11-25');
  const school = '39-skole';
  const of = (role: Parameters<typeof mayEdit>[0]['role'], unit: string | null) => ({ role, unit });
  const rightsIn = (editor: ReturnType<typeof of>, task = common, seenAs: string | null = null) => {
    const { isOwner, mayChange, adjusts } = rightsOf(editor, task, '39', seenAs);
    return { isOwner, status: mayChange('status'), adjusts };
  };

  it('is everything for the county’s coordinator, and a unit’s own view while they look as it does', () => {
    const county = of('county-coordinator', null);
    expect(rightsIn(county)).toEqual({ isOwner: true, status: true, adjusts: [] });
    expect(rightsIn(county, common, school).adjusts).toEqual(['own', 'status', 'hidden']);
  });

  it('is the own view of a common task for a unit’s coordinator, and all of a task of the unit', () => {
    const coordinator = of('unit-coordinator', school);
    expect(rightsIn(coordinator)).toEqual({
      isOwner: false,
      status: false,
      adjusts: ['own', 'status', 'hidden'],
    });
    const assigned = { ...common, unitId: school };
    expect(rightsIn(coordinator, assigned)).toEqual({
      isOwner: false,
      status: true,
      adjusts: ['own', 'hidden'],
    });
    expect(rightsIn(coordinator, { ...common, layer: school })).toEqual({
      isOwner: true,
      status: true,
      adjusts: [],
    });
    expect(mayEdit(coordinator, { ...common, layer: '39-annen' }, '39')).toBe(false);
  });

  it('is how far it has come for a contributor, and nothing for a reader', () => {
    expect(rightsIn(of('contributor', school))).toEqual({
      isOwner: false,
      status: false,
      adjusts: ['status'],
    });
    expect(rightsIn(of('contributor', school), { ...common, layer: school })).toEqual({
      isOwner: false,
      status: true,
      adjusts: [],
    });
    expect(mayEdit(of('reader', school), { ...common, layer: school }, '39')).toBe(false);
  });
});
