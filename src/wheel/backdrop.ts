import { curvedText } from './curved-text.js';
import { angleOfEnd, angleOfStart, daysOnDial, isOnDial } from './dial.js';
import type { GroupShape, MeasureText, PathShape, Shape } from './drawing.js';
import { type Frame, middleOf, sizeIn } from './frame.js';
import { lengthOf, sectorPath } from './geometry.js';
import type { Wheel, WheelBreak } from './model.js';
import type { RingLayout } from './ring-layout.js';

function filled(d: string, fill: PathShape['fill'], opacity?: number): PathShape {
  return { kind: 'path', d, fill, stroke: null, ...(opacity !== undefined && { opacity }) };
}

/** What is drawn under the entries: rings, weekends, breaks and holidays, with their names. */
export function drawBackdrop(wheel: Wheel, frame: Frame, layout: RingLayout, measure: MeasureText): Shape[] {
  return [
    ...layout.rings.map((placed) => drawRing(placed, frame)),
    ...drawWeekends(frame),
    ...drawBreaks(wheel, frame),
    ...drawHolidays(wheel, frame),
    ...drawBreakNames(wheel, frame, measure),
    ...drawRingNames(layout, frame),
  ];
}

function drawRing({ ring, inner, outer }: RingLayout['rings'][number], { centre, dial }: Frame): GroupShape {
  const d = sectorPath({ centre, inner, outer, from: dial.start, to: dial.start + dial.span });
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

/** Weekends are shaded only when a day is wide enough to be distinguished from its neighbours. */
function drawWeekends(frame: Frame): GroupShape[] {
  const { centre, dial, rings } = frame;
  if (dial.days > 62) return [];
  const shapes = daysOnDial(dial)
    .filter(({ weekday }) => weekday === 'sat' || weekday === 'sun')
    .map(({ date }) =>
      filled(
        sectorPath({ centre, ...rings, from: angleOfStart(dial, date), to: angleOfEnd(dial, date) }),
        'break',
        0.3,
      ),
    );
  return [{ kind: 'group', of: 'weekends', shapes }];
}

function drawBreaks({ breaks }: Wheel, frame: Frame): GroupShape[] {
  const { centre, dial, rings } = frame;
  const outer = frame.breaks?.outer ?? rings.outer;
  return breaks
    .filter(({ from, to }) => isOnDial(dial, from, to))
    .map(({ name, from, to }) => {
      const angles = { from: angleOfStart(dial, from), to: angleOfEnd(dial, to) };
      const d = sectorPath({ centre, inner: rings.inner, outer, ...angles });
      return { kind: 'group', of: `break:${name}`, shapes: [filled(d, 'break', 0.55)] };
    });
}

/** Over the holidays, of which Christmas and Easter are full. */
function drawBreakNames({ breaks }: Wheel, frame: Frame, measure: MeasureText): GroupShape[] {
  const { centre, dial } = frame;
  const band = frame.breaks;
  if (!band) return [];
  return breaks
    .filter((each) => isOnDial(dial, each.from, each.to) && breakBearsName(each, frame, measure))
    .map(({ name, label, from, to }) => {
      const angle = (angleOfStart(dial, from) + angleOfEnd(dial, to)) / 2;
      const look = { size: sizeIn(frame, BREAK_NAME), weight: 'bold', colour: 'muted' } as const;
      const text = curvedText(label, { centre, radius: middleOf(band), angle }, look);
      return { kind: 'group', of: `break-name:${name}`, shapes: [text] };
    });
}

const BREAK_NAME = 0.8;

/** Whether a break is about as wide as its name; else it is named outside, like an entry. */
export function breakBearsName({ label, from, to }: WheelBreak, frame: Frame, measure: MeasureText): boolean {
  const { dial, breaks, text } = frame;
  if (!breaks) return false;
  const length = lengthOf(angleOfEnd(dial, to) - angleOfStart(dial, from), middleOf(breaks));
  return measure(label, sizeIn(frame, BREAK_NAME), 'bold') <= length + 1.4 * text;
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
          sectorPath({
            centre,
            inner: rings.inner,
            outer: breaks?.outer ?? rings.outer,
            from: angleOfStart(dial, date),
            to: angleOfEnd(dial, date),
          }),
          'holiday',
          0.5,
        ),
      ],
    }));
}
