import { curvedText } from './curved-text.js';
import { angleOfEnd, angleOfStart, daysOnDial } from './dial.js';
import type { GroupShape, MeasureText, Shape } from './drawing.js';
import { type Frame, middleOf, sizeIn } from './frame.js';
import { arcPath, lengthOf, linePath, polar } from './geometry.js';
import type { Wheel } from './model.js';

const HAIR = 0.06;

/** The scale of the dial: months, weeks and, where they are wide enough, days. */
export function drawScale(
  wheel: Wheel,
  frame: Frame,
  hidden: ReadonlyMap<string, number>,
  measure: MeasureText,
): GroupShape[] {
  return [
    ...drawMonths(wheel, frame, hidden, measure),
    ...drawWeeks(wheel, frame, measure),
    ...drawDays(frame),
  ];
}

/** The days on the dial in runs that agree in something. */
function runsBy(frame: Frame, keyOf: (day: ReturnType<typeof daysOnDial>[number]) => string) {
  const runs: { key: string; first: number; last: number }[] = [];
  daysOnDial(frame.dial).forEach((day, index) => {
    const key = keyOf(day);
    const run = runs.at(-1);
    if (run?.key === key) run.last = index;
    else runs.push({ key, first: index, last: index });
  });
  const { start, span, days } = frame.dial;
  const angle = (index: number) => start + (span * index) / days;
  return runs.map(({ key, first, last }) => ({ key, from: angle(first), to: angle(last + 1) }));
}

/** Each month with its name and, under it, how many of its entries stand without a label. */
function drawMonths(
  wheel: Wheel,
  frame: Frame,
  hidden: ReadonlyMap<string, number>,
  measure: MeasureText,
): GroupShape[] {
  const { centre, months, rings, text, dial, hasLabels } = frame;
  const runs = runsBy(frame, ({ date }) => date.slice(0, 7)).map((run) => ({
    ...run,
    name: wheel.words.months[Number(run.key.slice(5)) - 1] ?? '',
    angle: (run.from + run.to) / 2,
  }));
  const radius = hasLabels ? months.outer - 0.9 * text : middleOf(months);
  const fits = ({ from, to, name }: (typeof runs)[number], { size, letters }: MonthName) =>
    measure(name.slice(0, letters), sizeIn(frame, size), 'bold') <= 0.9 * lengthOf(to - from, radius);
  // All alike: names of different lengths are a calendar, names and abbreviations side by side are a muddle.
  const common = MONTH_NAMES.find((form) => runs.every((run) => fits(run, form)));
  return runs.map((run) => {
    const shapes: Shape[] = [];
    if (dial.isClosed || run.from > dial.start)
      shapes.push({
        kind: 'path',
        d: linePath(
          polar(centre, Math.min(months.inner, rings.inner), run.from),
          polar(centre, frame.outer, run.from),
        ),
        fill: null,
        stroke: { colour: 'line', width: HAIR * text },
      });
    const form = common ?? MONTH_NAMES.find((each) => fits(run, each));
    if (form)
      shapes.push(
        curvedText(
          run.name.slice(0, form.letters),
          { centre, radius, angle: run.angle },
          { size: sizeIn(frame, form.size), weight: 'bold', colour: 'ink' },
        ),
      );
    const count = hidden.get(run.key);
    if (count && hasLabels)
      shapes.push(
        curvedText(
          `+${count}`,
          { centre, radius: months.outer - 2.1 * text, angle: run.angle },
          { size: sizeIn(frame, 0.8), weight: 'regular', colour: 'muted' },
        ),
      );
    return { kind: 'group', of: `month:${run.key}`, shapes };
  });
}

interface MonthName {
  /** In letter heights of the labels. */
  readonly size: number;
  readonly letters: number;
}

/** From the best to the least: whole names, abbreviations, initials. */
const MONTH_NAMES: readonly MonthName[] = [
  { size: 1.15, letters: 20 },
  { size: 0.95, letters: 20 },
  { size: 0.84, letters: 20 },
  { size: 1, letters: 3 },
  { size: 0.85, letters: 3 },
  { size: 0.95, letters: 1 },
];

function drawWeeks(wheel: Wheel, frame: Frame, measure: MeasureText): GroupShape[] {
  const { centre, dial, weeks, text } = frame;
  if (!weeks) return [];
  const size = sizeIn(frame, 0.76);
  const shapes: Shape[] = [
    {
      kind: 'path',
      d: arcPath(centre, weeks.outer, dial.start, dial.start + dial.span),
      fill: null,
      stroke: { colour: 'line', width: 2 * HAIR * text },
    },
  ];
  let isFirst = true;
  for (const { key, from, to } of runsBy(frame, ({ isoWeek }) => String(isoWeek.week))) {
    shapes.push({
      kind: 'path',
      d: linePath(polar(centre, weeks.outer - 0.35 * text, from), polar(centre, weeks.outer, from)),
      fill: null,
      stroke: { colour: 'muted', width: HAIR * text },
    });
    const room = lengthOf(to - from, middleOf(weeks)) - 0.3 * text;
    const withWord = `${wheel.words.week} ${key}`;
    const label = [...(isFirst ? [withWord] : []), key].find(
      (each) => measure(each, size, 'regular') <= room,
    );
    if (label === undefined) continue;
    isFirst = false;
    shapes.push(
      curvedText(
        label,
        { centre, radius: middleOf(weeks), angle: (from + to) / 2 },
        { size, weight: 'regular', colour: 'muted' },
      ),
    );
  }
  return [{ kind: 'group', of: 'weeks', shapes }];
}

function drawDays(frame: Frame): GroupShape[] {
  const { centre, dial, days } = frame;
  if (!days) return [];
  const shapes = daysOnDial(dial).map(({ date, weekday }) => {
    const isWeekend = weekday === 'sat' || weekday === 'sun';
    return curvedText(
      String(Number(date.slice(8))),
      { centre, radius: middleOf(days), angle: (angleOfStart(dial, date) + angleOfEnd(dial, date)) / 2 },
      {
        size: sizeIn(frame, 0.84),
        weight: isWeekend ? 'regular' : 'bold',
        colour: isWeekend ? 'muted' : 'ink',
      },
    );
  });
  return [{ kind: 'group', of: 'days', shapes }];
}
