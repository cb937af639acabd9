import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../src/calendar/iso-date.js';
import type { CycleView } from '../../src/cycle/view/cycle-view.js';
import { entryAfterKey } from '../../src/web/client/pages/cycles/view/any-view/keyboard.js';
import {
  GAP,
  layOut,
  MARK,
  type PlacedTask,
} from '../../src/web/client/pages/cycles/view/timeline/layout.js';
import {
  dayTicks,
  leftOf,
  monthTicks,
  namesWithRoom,
  rightOf,
  scaleOf,
  weekTicks,
} from '../../src/web/client/pages/cycles/view/timeline/scale.js';
import { timelineRows, walkOf } from '../../src/web/client/pages/cycles/view/timeline/timeline-rows.js';
import { schoolYear, taskOf } from './view-samples.js';

const year = scaleOf(schoolYear.from, schoolYear.to, 3650);
const widthOf = (label: string) => 7 * label.length;
const rowOf = (tasks: ReturnType<typeof taskOf>[]) => [{ id: 'r', name: 'Rad', series: 1, tasks }];

describe('the scale of a timeline', () => {
  it('gives every day the same width and ends where the year does', () => {
    expect(year.day).toBe(10);
    expect(leftOf(year, isoDate('2026-08-01'))).toBe(0);
    expect(rightOf(year, isoDate('2027-07-31'))).toBe(3650);
    expect(leftOf(year, isoDate('2025-01-01'))).toBe(0);
  });

  it('knows its months, ISO weeks and days', () => {
    expect(monthTicks(year).map(({ name }) => name)).toHaveLength(12);
    expect(weekTicks(year).map(({ name }) => name)).toContain('53');
    const month = scaleOf(isoDate('2027-02-01'), isoDate('2027-02-28'), 280);
    expect(dayTicks(month).at(-1)).toEqual({ name: '28', left: 270, right: 280 });
  });

  it('keeps the names that have room', () => {
    const names = [0, 30, 90, 180].map((left) => ({ left }));
    expect(namesWithRoom(names, () => 50, 200).map(({ left }) => left)).toEqual([0, 90]);
  });
});

describe('tasks on a timeline', () => {
  const reach = ({ shape, left, width, label, isBefore }: PlacedTask): [number, number] => {
    const all = shape === 'bar' ? Math.max(width, label + 2 * GAP) : width + (label && label + GAP);
    return isBefore ? [left + width - all, left + width] : [left, left + all];
  };
  const overlaps = (placed: readonly PlacedTask[]) =>
    placed.filter((a, index) =>
      placed.slice(index + 1).some((b) => {
        const [[fromA, toA], [fromB, toB]] = [reach(a), reach(b)];
        return a.lane === b.lane && fromA < toB && fromB < toA;
      }),
    );

  it('never hide one another, nor one another’s labels', () => {
    const tasks = Array.from({ length: 60 }, (_, index) => {
      const start = addDays(schoolYear.from, (index * 37) % 340);
      return taskOf(String(index), start, addDays(start, index % 3 === 0 ? 20 : 0));
    }).sort((a, b) => (a.start < b.start ? -1 : 1));
    const [row] = layOut(rowOf(tasks), year, widthOf);
    expect(row?.placed).toHaveLength(60);
    expect(overlaps(row?.placed ?? [])).toEqual([]);
  });

  it('that are very many keep to their marks, with labels only in the gaps that are left', () => {
    const tasks = Array.from({ length: 400 }, (_, index) =>
      taskOf(String(index), addDays(schoolYear.from, Math.floor(index / 4))),
    );
    const [row] = layOut(rowOf(tasks), scaleOf(schoolYear.from, schoolYear.to, 1200), widthOf);
    expect(row?.lanes).toBeLessThan(40);
    expect(overlaps(row?.placed ?? [])).toEqual([]);
  });

  it('at the right edge have their label before them', () => {
    const [row] = layOut(rowOf([taskOf('sist', '2027-07-30')]), year, widthOf);
    expect(row?.placed[0]).toMatchObject({ isBefore: true, shape: 'mark', width: MARK });
  });

  it('are left out where none of their days is shown', () => {
    const november = scaleOf(isoDate('2026-11-01'), isoDate('2026-11-30'), 900);
    const tasks = [taskOf('før', '2026-10-31'), taskOf('over', '2026-10-01', '2026-12-31')];
    const [row] = layOut(rowOf(tasks), november, widthOf);
    expect(row?.placed.map(({ task, left, width }) => [task.id, left, width])).toEqual([['over', 0, 900]]);
  });
});

describe('the rows of a timeline', () => {
  const vocabulary: CycleView['vocabulary'] = {
    phases: [
      { id: 'overgang-fra-grunnskolen', name: 'Overgang' },
      { id: 'oppstart-vg1', name: 'Oppstart Vg1' },
    ],
    categories: [],
    actors: [{ id: 'school', name: 'Skole' }],
    partners: [],
  };
  const cycleView = {
    vocabulary,
    units: [{ id: 'u1', name: 'Horten vgs' }],
    county: { number: '39', name: 'Vestfold' },
  } as unknown as Parameters<typeof timelineRows>[2];
  const tasks = [taskOf('a', '2026-09-01'), taskOf('b', '2026-10-01', '2026-10-01', { unitId: '39' })];

  it('are phases with their colours, actors or units, and none is empty', () => {
    const rows = (grouping: Parameters<typeof timelineRows>[0]) =>
      timelineRows(grouping, tasks, cycleView, 'Alle enheter').map(({ name, series }) => [name, series]);
    expect(rows('phase')).toEqual([['Oppstart Vg1', 2]]);
    expect(rows('actor')).toEqual([['Skole', null]]);
    expect(rows('unit')).toEqual([
      ['Alle enheter', null],
      ['Vestfold', null],
    ]);
  });

  it('put a unit’s own tasks in the row of the unit', () => {
    const own = [taskOf('egen', '2026-09-01', '2026-09-01', { layer: 'u1' })];
    expect(timelineRows('unit', own, cycleView, 'Alle enheter').map(({ name }) => name)).toEqual([
      'Horten vgs',
    ]);
  });

  it('are walked upwards and downwards as they stand', () => {
    const walk = walkOf(timelineRows('unit', tasks, cycleView, 'Alle enheter'));
    expect(entryAfterKey(walk, 'a', 'ArrowDown')).toBe('b');
    expect(entryAfterKey(walk, 'b', 'ArrowUp')).toBe('a');
    expect(entryAfterKey(walk, 'a', 'ArrowRight')).toBe('b');
  });
});
