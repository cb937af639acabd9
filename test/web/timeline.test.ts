import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import type { CycleView } from '../../src/cycle/view/cycle-view.js';
import { entryAfterKey } from '../../src/web/client/pages/cycles/view/any-view/keyboard.js';
import { layOut, MARK } from '../../src/web/client/pages/cycles/view/timeline/layout.js';
import { type Figure, GAP, placeName } from '../../src/web/client/pages/cycles/view/timeline/name-place.js';
import {
  dayTicks,
  leftOf,
  middleOf,
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
    expect(middleOf(year, isoDate('2026-08-02'))).toBe(15);
    expect(middleOf(year, isoDate('2025-01-01'))).toBeNull();
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

describe('the name of a task on a timeline', () => {
  const mark = (from: number) => ({ shape: 'mark', from, to: from + MARK }) as const;
  const bar = (from: number, to: number) => ({ shape: 'bar', from, to }) as const;
  const name = (title: string, figure: Figure, line: number | null = null, width = 1000) =>
    placeName(title, figure, { width, line }, widthOf);
  const short = 'Varsel';

  it('stands after its mark', () =>
    expect(name(short, mark(100))).toEqual({ text: short, side: 'after', from: 122, to: 164 }));

  it('stands before its mark where the scale ends or today is after it', () => {
    const before = { text: short, side: 'before', from: 862, to: 904 };
    expect(name(short, mark(970))).toEqual({ ...before, from: 922, to: 964 });
    expect(name(short, mark(910), 950)).toEqual(before);
  });

  it('stands beyond the line of today where there is no room on this side of it', () => {
    expect(name(short, mark(20), 60)).toEqual({ text: short, side: 'after', from: 65, to: 107 });
    expect(name(short, mark(970), 950)).toEqual({ text: short, side: 'before', from: 903, to: 945 });
  });

  it('stands in its bar, on the side of today that has room, and keeps that room', () => {
    expect(name(short, bar(100, 200))).toEqual({ text: short, side: 'inside', from: 109, to: 194 });
    expect(name(short, bar(100, 300), 280)).toEqual({ text: short, side: 'inside', from: 109, to: 275 });
    expect(name(short, bar(100, 300), 150)).toEqual({ text: short, side: 'inside', from: 155, to: 294 });
  });

  it('stands beside a bar that it has no room in', () => {
    expect(name(short, bar(100, 140))).toEqual({ text: short, side: 'after', from: 146, to: 188 });
    expect(name(short, bar(960, 1000))).toMatchObject({ side: 'before', to: 954 });
  });

  it('is cut between words only, and left out when what remains says too little', () => {
    const title = 'Samarbeidsmøte, høst, om overgang';
    expect(name(title, mark(100), null, 290)?.text).toBe('Samarbeidsmøte, høst…');
    expect(name(title, mark(100), null, 250)?.text).toBe('Samarbeidsmøte…');
    expect(name(title, mark(100), null, 200)).toBeNull();
    expect(name('Ny frist for alle som søker om plass', mark(60), 80, 150)).toBeNull();
  });
});

describe('tasks on a timeline', () => {
  const today = isoDate('2026-11-25');

  it('at the right edge have their label before them', () => {
    const [row] = layOut(rowOf([taskOf('sist', '2027-07-31')]), year, today, widthOf);
    expect(row?.placed[0]).toMatchObject({
      figure: { shape: 'mark', from: 3650 - MARK, to: 3650 },
      name: { side: 'before', to: 3650 - MARK - GAP },
    });
  });

  it('are left out where none of their days is shown', () => {
    const november = scaleOf(isoDate('2026-11-01'), isoDate('2026-11-30'), 900);
    const tasks = [taskOf('før', '2026-10-31'), taskOf('over', '2026-10-01', '2026-12-31')];
    const [row] = layOut(rowOf(tasks), november, today, widthOf);
    expect(row?.placed.map(({ task, figure }) => [task.id, figure])).toEqual([
      ['over', { shape: 'bar', from: 0, to: 900 }],
    ]);
  });

  it('stay in the order of their dates, whatever lane they lie in', () => {
    const tasks = ['2026-09-01', '2026-11-20', '2026-11-23'].map((date) => taskOf(date, date));
    const [row] = layOut(rowOf(tasks), scaleOf(schoolYear.from, schoolYear.to, 960), today, widthOf);
    expect(row?.placed.map(({ task }) => task.id)).toEqual(tasks.map(({ id }) => id));
    // The mark of 23 November reaches beyond the line of today, the one before it does not.
    expect(row?.placed.map(({ name }) => name?.side)).toEqual(['after', 'before', 'after']);
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
