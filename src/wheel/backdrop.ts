import { curvedText } from './curved-text.js';
import { angleOfEnd, angleOfStart, daysOnDial, isOnDial } from './dial.js';
import type { GroupShape, MeasureText, PathShape, Shape } from './drawing.js';
import type { Band, Frame } from './frame.js';
import { arcPath, lengthOf, linePath, polar, sectorPath } from './geometry.js';
import type { Wheel } from './model.js';
import type { RingLayout } from './ring-layout.js';

const HAIR = 0.06;

function filled(d: string, fill: PathShape['fill'], opacity?: number): PathShape {
  return { kind: 'path', d, fill, stroke: null, ...(opacity !== undefined && { opacity }) };
}

function middleOf({ inner, outer }: Band): number {
  return (inner + outer) / 2;
}

/** What lies under the entries: rings, breaks, holidays, months, weeks and days, with their names. */
export function drawBackdrop(wheel: Wheel, frame: Frame, layout: RingLayout, measure: MeasureText): Shape[] {
  return [
    ...layout.rings.map((placed) => drawRing(placed, frame)),
    ...drawWeekends(frame),
    ...drawBreaks(wheel, frame, measure),
    ...drawHolidays(wheel, frame),
    ...drawMonths(wheel, frame, measure),
    ...drawWeeks(wheel, frame, measure),
    ...drawDays(frame),
    ...drawRingNames(layout, frame),
  ];
}

function drawRing({ ring, inner, outer }: RingLayout['rings'][number], { centre, dial }: Frame): GroupShape {
  const d = sectorPath(centre, inner, outer, dial.start, dial.start + dial.span);
  const fill = ring.series === null ? 'band' : (`series-${ring.series}-soft` as const);
  return { kind: 'group', of: `ring:${ring.id}`, shapes: [filled(d, fill, ring.series === null ? 1 : 0.55)] };
}

function drawRingNames(layout: RingLayout, { centre }: Frame): GroupShape[] {
  return layout.rings
    .filter(({ name }) => name !== '')
    .map(({ ring, name, nameRadius, nameAngle }) => ({
      kind: 'group',
      of: `ring-name:${ring.id}`,
      shapes: [
        curvedText(
          name,
          { centre, radius: nameRadius, angle: nameAngle },
          {
            size: layout.nameSize,
            weight: 'bold',
            colour: ring.series === null ? 'muted' : `series-${ring.series}`,
          },
        ),
      ],
    }));
}

/** Where a day is wide enough to be told from its neighbours, weekends are. */
function drawWeekends(frame: Frame): GroupShape[] {
  const { centre, dial, rings } = frame;
  if (dial.days > 62) return [];
  const shapes = daysOnDial(dial)
    .filter(({ weekday }) => weekday === 'sat' || weekday === 'sun')
    .map(({ date }) =>
      filled(
        sectorPath(centre, rings.inner, rings.outer, angleOfStart(dial, date), angleOfEnd(dial, date)),
        'break',
        0.3,
      ),
    );
  return [{ kind: 'group', of: 'weekends', shapes }];
}

function drawBreaks(wheel: Wheel, frame: Frame, measure: MeasureText): GroupShape[] {
  const { centre, dial, rings, breaks, text } = frame;
  return wheel.breaks
    .filter(({ from, to }) => isOnDial(dial, from, to))
    .map(({ name, label, from, to }) => {
      const [start, end] = [angleOfStart(dial, from), angleOfEnd(dial, to)];
      const outer = breaks?.outer ?? rings.outer;
      const shapes: Shape[] = [filled(sectorPath(centre, rings.inner, outer, start, end), 'break', 0.55)];
      const size = 0.8 * text;
      if (breaks && measure(label, size, 'bold') <= lengthOf(end - start, middleOf(breaks)) + 2 * text)
        shapes.push(
          curvedText(
            label,
            { centre, radius: middleOf(breaks), angle: (start + end) / 2 },
            { size, weight: 'bold', colour: 'muted' },
          ),
        );
      return { kind: 'group', of: `break:${name}`, shapes };
    });
}

function drawHolidays(wheel: Wheel, frame: Frame): GroupShape[] {
  const { centre, dial, rings, breaks } = frame;
  return wheel.holidays
    .filter(({ date }) => isOnDial(dial, date, date))
    .map(({ date }) => ({
      kind: 'group',
      of: `holiday:${date}`,
      shapes: [
        filled(
          sectorPath(
            centre,
            rings.inner,
            breaks?.outer ?? rings.outer,
            angleOfStart(dial, date),
            angleOfEnd(dial, date),
          ),
          'holiday',
          0.5,
        ),
      ],
    }));
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

function drawMonths(wheel: Wheel, frame: Frame, measure: MeasureText): GroupShape[] {
  const { centre, months, rings, text, dial } = frame;
  const size = frame.labels === null ? text : 1.08 * text;
  return runsBy(frame, ({ date }) => date.slice(0, 7)).map(({ key, from, to }) => {
    const name = wheel.words.months[Number(key.slice(5)) - 1] ?? '';
    const radius = middleOf(months);
    const room = 0.86 * lengthOf(to - from, radius);
    const fitting = [name, name.slice(0, 3), name.slice(0, 1)].find(
      (each) => measure(each, size, 'bold') <= room,
    );
    const isFirst = !dial.isClosed && from === dial.start;
    const shapes: Shape[] = isFirst
      ? []
      : [
          {
            kind: 'path',
            d: linePath(
              polar(centre, Math.min(months.inner, rings.inner), from),
              polar(centre, frame.outer, from),
            ),
            fill: null,
            stroke: { colour: 'line', width: HAIR * text },
          },
        ];
    if (fitting)
      shapes.push(
        curvedText(
          fitting,
          { centre, radius, angle: (from + to) / 2 },
          { size, weight: 'bold', colour: 'ink' },
        ),
      );
    return { kind: 'group', of: `month:${key}`, shapes };
  });
}

function drawWeeks(wheel: Wheel, frame: Frame, measure: MeasureText): GroupShape[] {
  const { centre, dial, weeks, text } = frame;
  if (!weeks) return [];
  const size = 0.72 * text;
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
