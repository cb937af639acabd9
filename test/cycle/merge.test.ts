import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decision, MERGE_FIELDS, type MergeField, merge } from '../../src/cycle/lifecycle/merge.js';
import { sameJson } from '../../src/task/same-json.js';
import type { Task } from '../../src/task/task.js';
import { taskNamed, vestfoldCycle } from './samples.js';

const base = taskNamed('skolestart');
const undecided = () => undefined;

/** A task whose mergeable fields are those of some other task of the cycle, or of the base. */
const anyVariant: fc.Arbitrary<Task> = fc
  .record(
    Object.fromEntries(
      MERGE_FIELDS.map((field) => [field, fc.constantFrom(base, ...vestfoldCycle.tasks.slice(0, 12))]),
    ) as Record<MergeField, fc.Arbitrary<Task>>,
  )
  .map((donors) => {
    const { start, end, rule, why, provisional } = donors.start;
    const { ruleWhy, basis, source } = donors.ruleWhy;
    const fields = Object.fromEntries(MERGE_FIELDS.map((field) => [field, donors[field][field]]));
    return { ...base, ...fields, start, end, rule, why, provisional, ruleWhy, basis, source };
  });

const same = (one: Task, other: Task, field: MergeField) => sameJson(one[field], other[field]);

describe('the three-way merge', () => {
  it('keeps what people changed where the regeneration changed nothing', () => {
    fc.assert(
      fc.property(anyVariant, (edited) => {
        const { task, followed, conflicts } = merge(base, edited, base, undecided);
        expect([task, followed, conflicts]).toEqual([edited, [], []]);
      }),
    );
  });

  it('follows the regeneration where people changed nothing', () => {
    fc.assert(
      fc.property(anyVariant, (regenerated) => {
        const { task, conflicts } = merge(base, base, regenerated, undecided);
        expect([task, conflicts]).toEqual([regenerated, []]);
      }),
    );
  });

  it('has a conflict exactly where both changed a field and not to the same', () => {
    fc.assert(
      fc.property(anyVariant, anyVariant, (edited, regenerated) => {
        const { task, conflicts } = merge(base, edited, regenerated, undecided);
        const found = conflicts.map(({ field }) => field);
        for (const field of MERGE_FIELDS.filter((each) => !['start', 'ruleWhy'].includes(each))) {
          const [mine, theirs] = [!same(base, edited, field), !same(base, regenerated, field)];
          const differ = mine && theirs && !same(edited, regenerated, field);
          expect(found.includes(field), field).toBe(differ);
          expect(sameJson(task[field], mine ? edited[field] : regenerated[field]), field).toBe(true);
        }
      }),
    );
  });

  it('lists an undecided conflict again the next time, and a decided one never', () => {
    fc.assert(
      fc.property(
        anyVariant,
        anyVariant,
        fc.constantFrom<Decision>('edited', 'regenerated'),
        (edited, regenerated, decision) => {
          const first = merge(base, edited, regenerated, undecided);
          const again = merge(first.base, first.task, regenerated, undecided);
          expect(again.conflicts).toEqual(first.conflicts);
          const decided = merge(first.base, first.task, regenerated, () => decision);
          expect(decided.conflicts).toEqual([]);
          expect(merge(decided.base, decided.task, regenerated, undecided)).toMatchObject({
            followed: [],
            conflicts: [],
          });
          for (const { field } of first.conflicts) {
            expect(decided.task[field]).toEqual((decision === 'edited' ? edited : regenerated)[field]);
          }
        },
      ),
    );
  });

  it('treats a date with its rule and reasons as one', () => {
    const moved: Task = {
      ...base,
      start: taskNamed('apen-skole').start,
      end: taskNamed('apen-skole').end,
      rule: null,
    };
    const laterYear: Task = {
      ...base,
      why: [],
      start: taskNamed('yrkesmesse').start,
      end: taskNamed('yrkesmesse').end,
    };
    const { conflicts } = merge(base, moved, laterYear, undecided);
    expect(conflicts.map(({ field }) => field)).toEqual(['start']);
    expect(merge(base, moved, laterYear, () => 'regenerated').task).toMatchObject({
      start: laterYear.start,
      rule: base.rule,
    });
  });

  it('does not take another order of keys for a change', () => {
    const reordered = {
      ...base,
      rule: base.rule && Object.fromEntries(Object.entries(base.rule).reverse()),
    } as Task;
    expect(merge(base, reordered, base, undecided)).toMatchObject({ followed: [], conflicts: [] });
  });
});
