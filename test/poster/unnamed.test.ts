import { describe, expect, it } from 'vitest';
import { measureText } from '../../src/poster/fonts.js';
import { type Paper, WHEEL_LAYOUTS } from '../../src/poster/paper.js';
import { posterList } from '../../src/poster/poster.js';
import type { PosterOrder } from '../../src/poster/poster-order.js';
import { wheelSheet } from '../../src/poster/wheel-sheet.js';
import type { Task } from '../../src/task/task.js';
import type { Drawing } from '../../src/wheel/drawing.js';
import { vestfoldCycle } from '../cycle/samples.js';
import { cornersOf, flat, groupsOf, isText } from '../wheel/shapes.js';
import { AN_ORDER, subjectIn, textsOf } from './samples.js';

/** So many tasks of the whole year. */
const someOf = (count: number) =>
  vestfoldCycle.tasks.filter((_, index) => (index * count) % vestfoldCycle.tasks.length < count);

function sheetOf(tasks: readonly Task[], order: Pick<PosterOrder, 'paper' | 'unnamed'>): Drawing {
  return wheelSheet(posterList(AN_ORDER, subjectIn('nb', { tasks })), order, measureText);
}

const idsOf = (drawing: Drawing, of: string, only: (shapes: ReturnType<typeof flat>) => boolean) =>
  groupsOf(drawing, of).flatMap((group) => (only(flat(group.shapes)) ? [group.of.slice(of.length)] : []));

/** The ids of the tasks that have a name in the wheel, that have none, and that are listed under it. */
function shownIn(drawing: Drawing) {
  const hasName = (shapes: ReturnType<typeof flat>) => shapes.some(({ kind }) => kind !== 'path');
  return {
    named: idsOf(drawing, 'entry:', hasName),
    unnamed: idsOf(drawing, 'entry:', (shapes) => !hasName(shapes)),
    listed: idsOf(drawing, 'listed:', () => true),
  };
}

const wordsIn = (drawing: Drawing) =>
  textsOf(drawing)
    .map(({ text }) => text)
    .join(' ');

/** So many tasks from the beginning of the year on, close to each other. */
const firstOf = (count: number) => vestfoldCycle.tasks.slice(0, count);

/** Sheets with more than fits, and of which tasks. */
const CROWDED: readonly (readonly [Paper, number, (count: number) => readonly Task[]])[] = [
  ['a4', 90, firstOf],
  ['a3', 220, someOf],
];

describe('a wheel with more names than fit', () => {
  it.each(CROWDED)('says on %s how many of %i tasks have none', (paper, count, tasksOf) => {
    const drawing = sheetOf(tasksOf(count), { paper, unnamed: 'counted' });
    const { named, unnamed, listed } = shownIn(drawing);
    expect(named.length + unnamed.length).toBe(count);
    expect(unnamed.length).toBeGreaterThan(0);
    expect(listed).toEqual([]);
    expect(wordsIn(drawing)).toContain(`${unnamed.length} oppgaver har ikke plass til navnet i hjulet.`);
  });

  it.each(CROWDED)(
    'lists on %s exactly those of %i tasks that have none, by date',
    (paper, count, tasksOf) => {
      const tasks = tasksOf(count);
      const drawing = sheetOf(tasks, { paper, unnamed: 'listed' });
      const { unnamed, listed } = shownIn(drawing);
      const unnamedTasks = tasks.filter(({ id }) => unnamed.includes(id));
      expect(listed).toEqual(unnamedTasks.map(({ id }) => id));
      const words = wordsIn(drawing);
      expect(words).toContain(`${listed.length} oppgaver uten navn i hjulet står i lista`);
      for (const { title } of unnamedTasks)
        for (const word of (title.nb ?? '').split(' ')) expect(words).toContain(word);
    },
  );

  it.each([...CROWDED, ['a4', 235, someOf], ['a3', 210, someOf]] as const)(
    'has its list on %s of %i tasks below the wheel, inside the sheet and in letters that are read',
    (paper, count, tasksOf) => {
      const drawing = sheetOf(tasksOf(count), { paper, unnamed: 'listed' });
      const { margin, smallest } = WHEEL_LAYOUTS[paper];
      const wheel = groupsOf(drawing, 'entry:').flatMap(({ shapes }) => flat(shapes).filter(isText));
      const list = groupsOf(drawing, 'listed:').flatMap(({ shapes }) => flat(shapes).filter(isText));
      const bottom = Math.max(...wheel.flatMap((text) => cornersOf(text, measureText).map(([, y]) => y)));
      const legend = groupsOf(drawing, 'legend').flatMap(({ shapes }) => flat(shapes).filter(isText));
      expect(list.length).toBeGreaterThan(0);
      expect(Math.min(...list.map(({ y, size }) => y - size))).toBeGreaterThan(bottom);
      expect(Math.max(...list.map(({ y }) => y))).toBeLessThan(
        Math.min(...legend.map(({ y, size }) => y - size)),
      );
      for (const text of list)
        for (const [x] of cornersOf(text, measureText)) {
          expect(x).toBeGreaterThanOrEqual(margin - 1e-6);
          expect(x).toBeLessThanOrEqual(drawing.width - margin + 1e-6);
        }
      for (const shape of flat(drawing.shapes))
        if (shape.kind !== 'path') expect(shape.size).toBeGreaterThanOrEqual(smallest - 1e-9);
    },
  );

  it('counts those that have no room in the list either, and leaves out the least important of them', () => {
    const drawing = sheetOf(vestfoldCycle.tasks, { paper: 'a4', unnamed: 'listed' });
    const { unnamed, listed } = shownIn(drawing);
    const left = unnamed.filter((id) => !listed.includes(id));
    expect(left.length).toBeGreaterThan(0);
    expect(wordsIn(drawing)).toContain(
      `${unnamed.length} oppgaver uten navn i hjulet: ${listed.length} står i lista, ${left.length} har ikke plass på arket. Plakaten med lista har alle.`,
    );
    const kindOf = new Map(vestfoldCycle.tasks.map(({ id, kind }) => [id, kind]));
    const isDeadline = (id: string) => kindOf.get(id) === 'deadline';
    // No deadline is left out for the sake of anything else.
    expect(left.some(isDeadline) && !listed.every(isDeadline)).toBe(false);
    expect(listed.filter(isDeadline).length).toBeGreaterThan(0);
  });

  it('has no list where every name has room', () => {
    const tasks = someOf(60);
    const [counted, listed] = (['counted', 'listed'] as const).map((unnamed) =>
      sheetOf(tasks, { paper: 'a4', unnamed }),
    );
    expect(listed).toEqual(counted);
    expect(shownIn(listed as Drawing).unnamed).toEqual([]);
  });
});
