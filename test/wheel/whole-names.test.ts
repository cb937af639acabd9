import { describe, expect, it } from 'vitest';
import { PAPERS, type Paper } from '../../src/poster/paper.js';
import { posterList } from '../../src/poster/poster.js';
import { posterWheel } from '../../src/poster/poster-wheel.js';
import { wheelSheet } from '../../src/poster/wheel-sheet.js';
import { isWithinLevel, type Level } from '../../src/task/level.js';
import type { Drawing } from '../../src/wheel/drawing.js';
import { drawInHeights } from '../../src/wheel/wheel-height.js';
import { vestfoldCycle } from '../cycle/samples.js';
import { AN_ORDER, subjectIn } from '../poster/samples.js';
import { measureInter } from './inter.js';
import { cornersOf, flat, groupsOf, isText, overlap } from './shapes.js';

const subjectAt = (level: Level) =>
  subjectIn('nb', { tasks: vestfoldCycle.tasks.filter((task) => isWithinLevel(level, task.level)) });
const wheelAt = (level: Level) => posterWheel(subjectAt(level), 'phase');

/** What a drawing shows of its entries, counted from its shapes. */
function namesIn(drawing: Drawing, titles: readonly string[]) {
  const groups = groupsOf(drawing, 'entry:');
  const texts = groups.map(({ shapes }) =>
    flat(shapes)
      .flatMap((shape) => (shape.kind === 'path' ? [] : [shape.text]))
      .join(' '),
  );
  const labels = groups.map(({ shapes }) =>
    flat(shapes)
      .filter(isText)
      .map((text) => cornersOf(text, measureInter)),
  );
  const overlaps = labels.flatMap((label, index) =>
    labels.slice(index + 1).filter((other) => label.some((one) => other.some((two) => overlap(one, two)))),
  );
  return {
    marks: groups.length,
    whole: titles.filter((title, index) => texts[index]?.endsWith(title)).length,
    cut: texts.filter((text) => text.includes('…')).length,
    overlaps: overlaps.length,
  };
}

const sizesIn = ({ shapes }: Drawing) =>
  flat(shapes).flatMap((shape) => (shape.kind === 'path' ? [] : [shape.size]));

describe('the wheel at its default level', () => {
  const wheel = { ...wheelAt('recommended'), today: vestfoldCycle.tasks[0]?.start ?? null };
  const titles = wheel.entries.map(({ title }) => title);
  const all = { marks: titles.length, whole: titles.length, cut: 0, overlaps: 0 };

  it('has at most 100 marks, each with its whole name, on the page at 1440 x 900', () => {
    const view = { width: 1020, textSize: 12, from: wheel.from, to: wheel.to, legend: true };
    const { drawing } = drawInHeights(wheel, view, [672, 846, 1020], measureInter);
    expect(titles.length).toBeLessThanOrEqual(100);
    expect(namesIn(drawing, titles)).toEqual(all);
    for (const text of groupsOf(drawing, 'entry:').flatMap(({ shapes }) => flat(shapes)))
      if (text.kind !== 'path') expect(text.size).toBeGreaterThanOrEqual(12);
  });

  it('has the essential tasks with their whole names beside the weeks that a cycle opens with', () => {
    const essential = wheelAt('essential');
    const view = { width: 864, textSize: 12, from: wheel.from, to: wheel.to, legend: true };
    const { drawing } = drawInHeights(essential, view, [672], measureInter);
    const names = essential.entries.map(({ title }) => title);
    expect(namesIn(drawing, names)).toEqual({ ...all, marks: names.length, whole: names.length });
  });

  it.each(PAPERS)(
    'has every name whole on %s, in no letters below those that the paper asks for',
    (paper) => {
      const list = posterList(AN_ORDER, subjectAt('recommended'));
      const drawing = wheelSheet(list, { ...AN_ORDER, paper }, measureInter);
      expect(namesIn(drawing, titles)).toEqual(all);
      expect(Math.min(...sizesIn(drawing)) * ENLARGED[paper]).toBeGreaterThanOrEqual(
        LEAST_POINTS[paper] - 1e-9,
      );
    },
  );

  it.each(PAPERS)('has no smaller letters on %s where not every name has room', (paper) => {
    const list = posterList(AN_ORDER, subjectAt('complete'));
    const drawing = wheelSheet(list, { ...AN_ORDER, paper }, measureInter);
    expect(Math.min(...sizesIn(drawing)) * ENLARGED[paper]).toBeGreaterThanOrEqual(
      LEAST_POINTS[paper] - 1e-9,
    );
  });
});

/** In points of the paper. */
const LEAST_POINTS: Readonly<Record<Paper, number>> = { a4: 7, a3: 8, a1: 11 };
const ENLARGED: Readonly<Record<Paper, number>> = { a4: 1, a3: 1, a1: 2 };
