import { curvedText } from './curved-text.js';
import { angleOfEnd, angleOfStart, daysOnDial } from './dial.js';
import type { GroupShape, MeasureText, Shape } from './drawing.js';
import { type Frame, middleOf } from './frame.js';
import { arcPath, degreesOf, isLowerHalf, lengthOf, linePath, polar } from './geometry.js';
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

/** Each month with its name and, behind it, how many of its entries stand without a label: `mai +7`. */
function drawMonths(
  wheel: Wheel,
  frame: Frame,
  hidden: ReadonlyMap<string, number>,
  measure: MeasureText,
): GroupShape[] {
  const { centre, months, rings, text, dial } = frame;
  return runsBy(frame, ({ date }) => date.slice(0, 7)).map(({ key, from, to }) => {
    const name = wheel.words.months[Number(key.slice(5)) - 1] ?? '';
    const count = hidden.get(key);
    const shapes: Shape[] = [];
    if (dial.isClosed || from > dial.start)
      shapes.push({
        kind: 'path',
        d: linePath(
          polar(centre, Math.min(months.inner, rings.inner), from),
          polar(centre, frame.outer, from),
        ),
        fill: null,
        stroke: { colour: 'line', width: HAIR * text },
      });
    const at = { from, to, name, count: frame.labels === null || !count ? '' : `+${count}` };
    shapes.push(...monthName(at, frame, measure));
    return { kind: 'group', of: `month:${key}`, shapes };
  });
}

function monthName(
  { from, to, name, count }: { from: number; to: number; name: string; count: string },
  { centre, months, text, labels }: Frame,
  measure: MeasureText,
): Shape[] {
  const radius = middleOf(months);
  const room = 0.9 * lengthOf(to - from, radius);
  const [large, small] = labels === null ? [1, 0.9] : [1.15, 0.92];
  const choices = [
    { word: name, size: large },
    { word: name, size: small },
    { word: name.slice(0, 3), size: small },
    { word: name.slice(0, 1), size: small },
  ].map(({ word, size }) => ({ word, size: size * text, count }));
  const widthOf = (choice: { word: string; size: number; count: string }) => {
    const word = measure(choice.word, choice.size, 'bold');
    const behind = choice.count === '' ? 0 : measure(choice.count, 0.85 * text, 'regular') + 0.35 * text;
    return { word, behind };
  };
  const fitting = [...choices, ...choices.map((choice) => ({ ...choice, count: '' }))].find((choice) => {
    const { word, behind } = widthOf(choice);
    return word + behind <= room;
  });
  if (!fitting) return [];
  const { word, behind } = widthOf(fitting);
  const middle = (from + to) / 2;
  const forward = isLowerHalf(middle) ? -1 : 1;
  // One baseline for both: the half circle that the month's middle is in decides, even where its edge is over.
  const shift = (length: number) => forward * degreesOf(length / 2, radius);
  const at = (angle: number) => ({ centre, radius, angle, facedAt: middle, capitals: fitting.size });
  const shapes: Shape[] = [
    curvedText(fitting.word, at(middle - shift(behind)), {
      size: fitting.size,
      weight: 'bold',
      colour: 'ink',
    }),
  ];
  if (fitting.count !== '')
    shapes.push(
      curvedText(fitting.count, at(middle + shift(word + 0.35 * text)), {
        size: 0.85 * text,
        weight: 'regular',
        colour: 'muted',
      }),
    );
  return shapes;
}

function drawWeeks(wheel: Wheel, frame: Frame, measure: MeasureText): GroupShape[] {
  const { centre, dial, weeks, text } = frame;
  if (!weeks) return [];
  const size = 0.76 * text;
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
  const { centre, dial, days, text } = frame;
  if (!days) return [];
  const shapes = daysOnDial(dial).map(({ date, weekday }) => {
    const isWeekend = weekday === 'sat' || weekday === 'sun';
    return curvedText(
      String(Number(date.slice(8))),
      { centre, radius: middleOf(days), angle: (angleOfStart(dial, date) + angleOfEnd(dial, date)) / 2 },
      { size: 0.84 * text, weight: isWeekend ? 'regular' : 'bold', colour: isWeekend ? 'muted' : 'ink' },
    );
  });
  return [{ kind: 'group', of: 'days', shapes }];
}
