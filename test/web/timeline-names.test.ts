import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../src/calendar/iso-date.js';
import type { CycleView } from '../../src/cycle/view/cycle-view.js';
import { LANGUAGES } from '../../src/language/text.js';
import { isWithinLevel, LEVELS } from '../../src/task/level.js';
import { viewTask } from '../../src/task/task-view.js';
import { zoomTo } from '../../src/web/client/pages/cycles/view/any-view/zoom.js';
import { type LaidRow, layOut } from '../../src/web/client/pages/cycles/view/timeline/layout.js';
import type { Figure, PlacedName } from '../../src/web/client/pages/cycles/view/timeline/name-place.js';
import { LEAST_WIDTH, middleOf, scaleOf } from '../../src/web/client/pages/cycles/view/timeline/scale.js';
import { timelineRows } from '../../src/web/client/pages/cycles/view/timeline/timeline-rows.js';
import { GROUPINGS } from '../../src/wheel/wheel-of-tasks.js';
import { vestfoldCycle, wordingIn } from '../cycle/samples.js';
import { measureInter } from '../wheel/inter.js';
import { vocabulary } from '../wheel/samples.js';
import { schoolYear } from './view-samples.js';

const widths = new Map<string, number>();
const widthOf = (text: string) => {
  const width = widths.get(text) ?? Math.ceil(1.05 * measureInter(text, 13, 'regular'));
  widths.set(text, width);
  return width;
};
const tasksIn = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    vestfoldCycle.tasks.map((task) => viewTask(task, wordingIn(language))),
  ]),
);
const days = daysBetween(schoolYear.from, schoolYear.to);
const cycleView = {
  vocabulary: { phases: vocabulary.phases, actors: vocabulary.actors },
  units: [],
  county: { number: '39', name: 'Vestfold' },
} as unknown as Pick<CycleView, 'vocabulary' | 'units' | 'county'>;

/** Vestfold's real year as a timeline shows it: at any level, width, zoom and day, with the letters that the page uses. */
const anyTimeline = fc
  .record({
    level: fc.constantFrom(...LEVELS),
    language: fc.constantFrom(...LANGUAGES),
    grouping: fc.constantFrom(...GROUPINGS),
    kind: fc.constantFrom('year', 'year', 'term', 'month'),
    room: fc.integer({ min: 375, max: 1920 }),
    day: fc.integer({ min: -30, max: days + 30 }),
    shown: fc.integer({ min: 0, max: days }),
  })
  .map(({ level, language, grouping, kind, room, day, shown }) => {
    const today = addDays(schoolYear.from, day);
    const zoom = zoomTo(kind as 'year' | 'term' | 'month', addDays(schoolYear.from, shown), schoolYear);
    const scale = scaleOf(zoom.from, zoom.to, Math.max(room, LEAST_WIDTH[zoom.kind]));
    const tasks = (tasksIn[language] ?? []).filter((task) => isWithinLevel(level, task.level));
    const rows = timelineRows(grouping, tasks, cycleView, 'Alle enheter');
    return { scale, line: middleOf(scale, today), laid: layOut(rows, scale, today, widthOf) };
  });

interface Box {
  readonly of: string;
  readonly from: number;
  readonly to: number;
}

/** Half of the line of today, and the air that letters need on either side of it. */
const LINE = 5;

/** What lies in a lane: marks and bars, and beside them names; a name in its bar is a part of that. */
const boxesOf = (row: LaidRow, lane: number): Box[] =>
  row.placed
    .filter((each) => each.lane === lane)
    .flatMap(({ task, figure, name }) => [
      { of: task.title, from: figure.from, to: figure.to },
      ...(name && name.side !== 'inside' ? [{ of: `the name of ${task.title}`, ...name }] : []),
    ]);
const meet = (a: Pick<Box, 'from' | 'to'>, b: Pick<Box, 'from' | 'to'>) =>
  a.from < b.to - 1e-6 && b.from < a.to - 1e-6;

describe('the names on a timeline of Vestfold’s year', () => {
  const holds = (look: (timeline: typeof anyTimeline extends fc.Arbitrary<infer T> ? T : never) => void) =>
    fc.assert(fc.property(anyTimeline, look), { numRuns: 60 });

  it('never run through a mark, a bar, another name or the end of the scale', () =>
    holds(({ laid, scale }) => {
      for (const row of laid) {
        expect(row.placed.every(({ lane }) => lane < row.lanes)).toBe(true);
        for (let lane = 0; lane < row.lanes; lane += 1) {
          const boxes = boxesOf(row, lane).sort((a, b) => a.from - b.from);
          expect(boxes.length).toBeGreaterThan(0);
          const overlaps = boxes.filter((box, index) => {
            const next = boxes[index + 1];
            return next !== undefined && meet(box, next);
          });
          expect(overlaps).toEqual([]);
          expect(boxes.filter(({ from, to }) => from < 0 || to > scale.width + 1e-6)).toEqual([]);
        }
      }
    }));

  it('never run through the line of today, and one in a bar stays in it', () =>
    holds(({ laid, line }) => {
      for (const { figure, name } of laid.flatMap(({ placed }) => placed)) {
        if (!name) continue;
        if (line !== null) expect(meet(name, { from: line - LINE, to: line + LINE })).toBe(false);
        const isIn = name.from >= figure.from && name.to <= figure.to;
        expect(isIn).toBe(name.side === 'inside');
        expect(name.to - name.from).toBeGreaterThanOrEqual(widthOf(name.text) - 1e-6);
      }
    }));

  it('are whole where there is room for all of it, and else end after a whole word', () =>
    holds(({ laid, scale, line }) => {
      for (const { task, figure, name } of laid.flatMap(({ placed }) => placed)) {
        const room = roomAbout(figure, scale.width, line);
        if (name?.text === task.title) continue;
        expect(widthOf(task.title)).toBeGreaterThan(room);
        if (!name) {
          const words = task.title.split(' ');
          const parts = words.map((_, count) => firstWords(words, count));
          // No part of it that says anything would have had room.
          expect(parts.filter((part) => widthOf(part) >= 72 && widthOf(part) <= room)).toEqual([]);
          continue;
        }
        expect(isCutBetweenWords(name, task.title)).toBe(true);
      }
    }));
});

/** The widest stretch that is free beside a mark or bar, or in a bar, before today, after it and within the scale. */
function roomAbout({ shape, from, to }: Figure, width: number, line: number | null): number {
  const sides =
    line === null ? [[0, width] as const] : [[0, line - LINE] as const, [line + LINE, width] as const];
  const stretches = [
    [0, from - 6] as const,
    [to + 6, width] as const,
    ...(shape === 'bar' ? [[from + 9, to - 6] as const] : []),
  ];
  const rooms = stretches.flatMap(([begin, end]) =>
    sides.map(([first, last]) => Math.min(end, last) - Math.max(begin, first)),
  );
  return Math.max(...rooms);
}

const firstWords = (words: readonly string[], count: number) =>
  `${words
    .slice(0, count)
    .join(' ')
    .replace(/[^\p{L}\p{N}]+$/u, '')}…`;

function isCutBetweenWords({ text }: PlacedName, title: string): boolean {
  const words = title.split(' ');
  return words.some((_, count) => count > 0 && firstWords(words, count) === text);
}
