import { describe, expect, it } from 'vitest';
import { type IsoDate, instant, isoDate } from '../../src/calendar/iso-date.js';
import { lateTasksByUnit, myTasksOf, timingOf } from '../../src/cycle/view/my-tasks.js';
import { type Adjustment, type AdjustmentPatch, adjust } from '../../src/task/adjustment.js';
import { mayChange } from '../../src/task/layer.js';
import type { Task } from '../../src/task/task.js';
import { partOf, seenWith } from '../../src/task/unit-view.js';
import type { Unit } from '../../src/units/unit.js';
import { vestfold2026 } from '../calendar/samples.js';
import { taskNamed, vestfoldCycle } from './samples.js';

/** A Wednesday. */
const TODAY = isoDate('2026-11-25');
/** Since when the units can be late. */
const SINCE = isoDate('2026-11-01');
const VIEWPOINT = { today: TODAY, since: SINCE };
const now = instant('2026-11-25T09:00:00.000Z');

const unit = (id: string, kind: Unit['kind'], partner: string | null = null) =>
  ({ id, kind, partner, route: null, county: '39', retired: false }) as const;
const HORTEN = unit('39-horten', 'school');
const SANDE = unit('39-sande', 'school');
const NAV = unit('39-nav', 'partner', 'nav');
const COUNTY = unit('39', 'county');

const steps = [
  { id: 'a', text: 'Bestill rom', done: false },
  { id: 'b', text: 'Inviter', done: true },
];
const task = (changed: Partial<Task>): Task => ({
  ...taskNamed('apen-skole'),
  kind: 'deadline',
  actor: 'school',
  unitId: null,
  partners: [],
  status: 'planned',
  checklist: steps,
  ...changed,
});
const on = (start: string, end = start) => ({ start: isoDate(start), end: isoDate(end) });
const adjusted = (of: Task, by: string, patch: AdjustmentPatch, before?: Adjustment) => {
  const result = adjust(of, { unit: by, before, patch }, { schoolYear: vestfold2026, now });
  if ('flaws' in result) throw new Error(JSON.stringify(result.flaws));
  return result.adjustment;
};

describe('how a task stands to a day', () => {
  it.each([
    ['late', 'deadline', on('2026-11-24'), 'planned'],
    ['late', 'deadline', on('2026-10-01', SINCE), 'started'],
    ['past', 'deadline', on('2026-10-31'), 'planned'],
    ['past', 'cooperation', on('2026-11-24'), 'planned'],
    ['past', 'activity', on('2026-11-02', '2026-11-24'), 'started'],
    ['this-week', 'deadline', on('2026-11-25'), 'planned'],
    ['this-week', 'cooperation', on('2026-11-29'), 'started'],
    ['this-week', 'activity', on('2026-09-01', '2026-11-29'), 'planned'],
    ['this-week', 'activity', on('2026-11-23', '2026-12-20'), 'planned'],
    ['ongoing', 'activity', on('2026-11-22', '2026-11-30'), 'planned'],
    ['next-weeks', 'deadline', on('2026-11-30'), 'planned'],
    ['next-weeks', 'activity', on('2026-12-27'), 'planned'],
    ['later', 'deadline', on('2026-12-28'), 'planned'],
    ['done', 'deadline', on('2026-11-24'), 'done'],
  ] as const)('is %s: a %s', (due, kind, days, status) => {
    expect(timingOf({ kind, ...days, status, deleted: false }, VIEWPOINT)).toBe(due);
  });

  it('is never late on the first day, whatever there is in a cycle', () => {
    const owed = [COUNTY, HORTEN, { ...HORTEN, kind: 'follow-up-service' as const }].flatMap((each) =>
      myTasksOf(vestfoldCycle.tasks, [], each, { today: TODAY, since: TODAY }),
    );
    expect(owed.filter(({ timing }) => timing === 'past').length).toBeGreaterThan(50);
    expect(owed.filter(({ timing }) => timing === 'late')).toEqual([]);
  });
});

describe('what a unit owes', () => {
  it('is what is assigned to it, what is every unit’s of its kind, its own layer’s, and where it is the partner', () => {
    expect(partOf(task({}), HORTEN)).toBe('own');
    expect(partOf(task({ unitId: SANDE.id }), HORTEN)).toBeNull();
    expect(partOf(task({ unitId: HORTEN.id, actor: 'school-owner' }), HORTEN)).toBe('own');
    expect(partOf(task({ layer: HORTEN.id, actor: 'follow-up-service' }), HORTEN)).toBe('own');
    expect(partOf(task({ partners: ['nav'] }), NAV)).toBe('partner');
    const municipality = { id: '39-horten-kommune', kind: 'municipality', partner: null } as const;
    expect(partOf(task({ partners: ['municipality'] }), municipality)).toBe('partner');
    expect(partOf(task({ partners: ['nav'] }), municipality)).toBeNull();
    expect(partOf(task({}), NAV)).toBeNull();
    expect(partOf(task({ actor: 'school-owner' }), COUNTY)).toBe('own');
    expect(partOf(task({ actor: 'school' }), COUNTY)).toBeNull();
    expect(partOf(task({ unitId: COUNTY.id }), COUNTY)).toBe('own');
  });

  it('goes by its own date and status, leaves out what it hides and what is cancelled, and what is another unit’s', () => {
    const common = task({ ...on('2026-11-20'), leeway: { before: 0, after: 30 } });
    const due = (adjustments: Adjustment[], tasks = [common]) =>
      myTasksOf(tasks, adjustments, HORTEN, VIEWPOINT).map((owed) => owed.timing);
    expect(due([])).toEqual(['late']);
    expect(due([adjusted(common, HORTEN.id, { status: 'done' })])).toEqual(['done']);
    expect(due([adjusted(common, SANDE.id, { status: 'done' })])).toEqual(['late']);
    expect(
      due([adjusted(common, HORTEN.id, { start: isoDate('2026-12-10'), end: isoDate('2026-12-10') })]),
    ).toEqual(['next-weeks']);
    expect(due([adjusted(common, HORTEN.id, { hidden: 'Ikke hos oss.' })])).toEqual([]);
    expect(due([], [task({ status: 'cancelled' })])).toEqual([]);
    expect(due([], [task({ layer: SANDE.id })])).toEqual([]);
  });

  it('is late anywhere by unit: only of those that have something late of their own', () => {
    const late = task({ ...on('2026-11-20'), partners: ['nav'] });
    const done = adjusted(late, SANDE.id, { status: 'done' });
    const units = [COUNTY, HORTEN, SANDE, NAV, { ...unit('39-old', 'school'), retired: true }];
    const lateOf = (since: (id: string) => IsoDate | null) =>
      lateTasksByUnit([late], [done], units, ({ id }) => ({ today: TODAY, since: since(id) })).map(
        (each) => each.unit.id,
      );
    expect(lateOf(() => SINCE)).toEqual([HORTEN.id]);
    // Its people came the day after.
    expect(lateOf((id) => (id === HORTEN.id ? isoDate('2026-11-21') : SINCE))).toEqual([]);
    expect(lateOf(() => null)).toEqual([]);
  });
});

describe('the steps of a task that all units share', () => {
  const common = task({});
  const doneOf = (adjustment: Adjustment | undefined) =>
    seenWith(common, adjustment).task.checklist.map(({ done }) => done);

  it('are ticked by each unit for itself, and are the common ones until it ticks', () => {
    expect(doneOf(undefined)).toEqual([false, true]);
    const own = adjusted(common, HORTEN.id, { ticked: ['a'] });
    expect(doneOf(own)).toEqual([true, false]);
    expect(doneOf(adjusted(common, HORTEN.id, { status: 'started' }, own))).toEqual([true, false]);
    expect(doneOf(adjusted(common, HORTEN.id, { ticked: null }, own))).toEqual([false, true]);
  });

  it('are those of the task alone', () => {
    expect(
      adjust(
        common,
        { unit: HORTEN.id, before: undefined, patch: { ticked: ['a', 'x'] } },
        { schoolYear: vestfold2026, now },
      ),
    ).toEqual({
      flaws: [{ code: 'unknown-step', field: 'ticked', id: 'x' }],
    });
  });

  it('keep no tick for a step that the county has taken out', () => {
    const own = adjusted(common, HORTEN.id, { ticked: ['a', 'b'] });
    const [first] = steps;
    const shorter = { ...common, checklist: first ? [first] : [] };
    expect(seenWith(shorter, own).task.checklist).toEqual([{ id: 'a', text: 'Bestill rom', done: true }]);
  });

  it('are a contributor’s to tick and to take back, but not where more would go with them', () => {
    const nils = { role: 'contributor', unit: HORTEN.id } as const;
    const own = adjusted(common, HORTEN.id, { ticked: ['a'] });
    expect(mayChange(nils, own, ['ticked'])).toBe(true);
    expect(mayChange(nils, own, ['deleted'])).toBe(true);
    expect(mayChange(nils, { ...own, hidden: 'Ikke hos oss.' }, ['deleted'])).toBe(false);
    expect(mayChange({ ...nils, unit: SANDE.id }, own, ['deleted'])).toBe(false);
    expect(mayChange(nils, common, ['deleted'])).toBe(false);
  });
});
