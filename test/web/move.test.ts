import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import type { CycleView } from '../../src/cycle/view/cycle-view.js';
import {
  areWithin,
  boundsOf,
  movedBy,
  moveWayOf,
  ownDatePatch,
  withTask,
} from '../../src/web/client/task/move/move.js';
import { schoolYear, taskOf } from './view-samples.js';

const SCHOOL = '39-horten-videregaende-skole';
const OTHER = '39-nav-vestfold';
const days = (start: string, end = start) => ({ start: isoDate(start), end: isoDate(end) });
const window = { from: isoDate('2026-09-01'), to: isoDate('2026-09-30') };

const COUNTY = { role: 'county-coordinator', unit: null } as const;
const UNIT = { role: 'unit-coordinator', unit: SCHOOL } as const;
const itself = { kind: 'task' } as const;
const ownDate = { kind: 'own-date', unit: SCHOOL } as const;

describe('who moves what', () => {
  const common = { layer: '39', window: null };
  const withLeeway = { layer: '39', window };
  const own = { layer: SCHOOL, window: null };
  it.each([
    ['the county moves a common task', common, COUNTY, null, itself],
    ['the county moves a unit’s own task', own, COUNTY, SCHOOL, itself],
    ['the county moves a unit’s own date where it looks as the unit', withLeeway, COUNTY, SCHOOL, ownDate],
    ['not even the county moves a unit’s own date without leeway', common, COUNTY, SCHOOL, null],
    ['a unit moves its own task', own, UNIT, SCHOOL, itself],
    ['a unit moves its own date of a common task with leeway', withLeeway, UNIT, SCHOOL, ownDate],
    ['a unit moves no common task without leeway', common, UNIT, SCHOOL, null],
    ['a unit moves no common task for everybody', withLeeway, UNIT, null, null],
    ['a unit moves no other unit’s date', withLeeway, UNIT, OTHER, null],
    ['a unit moves no other unit’s task', { layer: OTHER, window: null }, UNIT, OTHER, null],
    ['who contributes moves nothing', own, { role: 'contributor', unit: SCHOOL }, SCHOOL, null],
    ['who reads moves nothing', common, { role: 'reader', unit: null }, null, null],
  ] as const)('%s', (_, task, editor, seenAs, way) => {
    expect(moveWayOf(task, editor, seenAs, '39')).toEqual(way);
  });
});

describe('how far a task is moved', () => {
  it('within the school year, and a unit’s own date within what the county allows', () => {
    const { from, to } = schoolYear;
    expect(boundsOf({ window }, itself, schoolYear)).toEqual({ from, to });
    expect(boundsOf({ window }, ownDate, schoolYear)).toEqual(window);
    const early = { from: isoDate('2026-07-20'), to: isoDate('2026-08-10') };
    expect(boundsOf({ window: early }, ownDate, schoolYear)).toEqual({ from, to: early.to });
  });

  it('by days, a period keeping its length', () => {
    expect(movedBy(days('2026-10-30'), 3, schoolYear)).toEqual(days('2026-11-02'));
    expect(movedBy(days('2026-10-30', '2026-11-03'), -1, schoolYear)).toEqual(
      days('2026-10-29', '2026-11-02'),
    );
  });

  it('no further than the bounds, a period with all its days', () => {
    expect(movedBy(days('2026-08-03'), -9, schoolYear)).toEqual(days('2026-08-01'));
    expect(movedBy(days('2027-07-20', '2027-07-25'), 30, schoolYear)).toEqual(
      days('2027-07-26', '2027-07-31'),
    );
    expect(movedBy(days('2026-09-10'), 90, window)).toEqual(days('2026-09-30'));
  });

  it('is known before it is put down', () => {
    expect(areWithin(days('2026-09-01', '2026-09-30'), window)).toBe(true);
    expect(areWithin(days('2026-08-31', '2026-09-02'), window)).toBe(false);
  });
});

it('a unit’s own date that is the common one again follows it from now on', () => {
  const task = { window, leeway: { before: 9, after: 10 } };
  expect(ownDatePatch(task, days('2026-09-12', '2026-09-22'))).toEqual(days('2026-09-12', '2026-09-22'));
  expect(ownDatePatch(task, days('2026-09-10', '2026-09-20'))).toEqual({ start: null, end: null });
});

it('a moved task stands among the others by its date', () => {
  const tasks = [taskOf('a', '2026-09-01'), taskOf('b', '2026-09-02'), taskOf('c', '2026-09-03')];
  const { tasks: moved } = withTask({ tasks } as unknown as CycleView, 'a', days('2026-09-02'));
  expect(moved.map(({ id, start }) => [id, start])).toEqual([
    ['a', '2026-09-02'],
    ['b', '2026-09-02'],
    ['c', '2026-09-03'],
  ]);
});
