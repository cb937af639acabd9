import type { IsoDate } from '../calendar/iso-date.js';
import { breakBearsName } from './backdrop.js';
import { HALF_CAPITAL } from './curved-text.js';
import { angleOfEnd, angleOfNoon, angleOfStart, isOnDial } from './dial.js';
import type { Colour, MeasureText, Shape, TextShape } from './drawing.js';
import type { Frame } from './frame.js';
import { degreesOf, isLeftHalf, linePath, ORIGIN, polar } from './geometry.js';
import { chooseLabels, type LabelPlace } from './label-choice.js';
import { rankEntries } from './label-rank.js';
import type { Wheel, WheelEntry } from './model.js';
import type { Placed } from './ring-layout.js';
import { shorten } from './shorten.js';

/** In letter heights. Where labels change sides, two rows of descenders face each other; with less they would touch. */
const LINE_HEIGHT = 1.19;
/** How far a label may stand from its date, in degrees: about ten days of a whole year. */
const REACH = 10;

/** What a label is of: an entry, or something of the calendar. */
export type Labelled =
  | { readonly kind: 'entry'; readonly entry: WheelEntry }
  | { readonly kind: 'holiday'; readonly date: IsoDate; readonly label: string }
  | { readonly kind: 'break'; readonly name: string; readonly label: string }
  | { readonly kind: 'today'; readonly label: string };

/** Chooses and places the labels of entries that bear no name already, of holidays and of today. */
export function placeLabels(
  wheel: Wheel,
  frame: Frame,
  entries: readonly Placed[],
  measure: MeasureText,
): readonly LabelPlace<Labelled>[] {
  const { dial, labels, text } = frame;
  if (labels === null) return [];
  const rankOf = rankEntries(
    entries.map(({ entry }) => entry),
    wheel.today,
  );
  const on = (date: IsoDate) => isOnDial(dial, date, date);
  const wish = (of: Labelled, date: IsoDate, rank: number) => ({ of, angle: angleOfNoon(dial, date), rank });
  const wishes = [
    ...entries.map(({ entry, labelAngle }) => ({
      of: { kind: 'entry', entry } as Labelled,
      angle: labelAngle,
      rank: rankOf.get(entry) ?? 0,
    })),
    // The calendar's own come before all entries: they are few, and what a date is read against.
    ...wheel.holidays
      .filter(({ date }) => on(date))
      .map(({ date, label }) => wish({ kind: 'holiday', date, label }, date, -1)),
    ...wheel.breaks
      .filter((each) => isOnDial(dial, each.from, each.to) && !breakBearsName(each, frame, measure))
      .map(({ name, label, from, to }) => ({
        of: { kind: 'break', name, label } as Labelled,
        angle: (angleOfStart(dial, from) + angleOfEnd(dial, to)) / 2,
        rank: -1,
      })),
    ...(wheel.today !== null && on(wheel.today)
      ? [wish({ kind: 'today', label: wheel.words.today }, wheel.today, -2)]
      : []),
  ];
  return chooseLabels(wishes, {
    start: dial.start,
    span: dial.span,
    isClosed: dial.isClosed,
    distance: degreesOf(LINE_HEIGHT * text, labels),
    reach: REACH,
  });
}

interface Part {
  readonly text: string;
  readonly weight: TextShape['weight'];
  readonly colour: Colour;
  readonly href?: string;
}

/** The leader and the text of a label. */
export function drawLabel(
  { of, wanted, angle }: LabelPlace<Labelled>,
  frame: Frame,
  measure: MeasureText,
): Shape[] {
  if (frame.labels === null) return [];
  const { centre, text, outer, labels } = frame;
  const shapes: Shape[] = [
    {
      kind: 'path',
      d: linePath(
        polar(centre, outer + 0.15 * text, wanted),
        polar(centre, outer + 0.55 * text, wanted),
        polar(centre, labels - 0.75 * text, angle),
        polar(centre, labels - 0.3 * text, angle),
      ),
      fill: null,
      stroke: { colour: leaderColour(of), width: 0.06 * text },
    },
  ];
  const length = frame.labelLength(angle);
  const isLeft = isLeftHalf(angle);
  let [place, left] = [labels, length];
  const parts = partsOf(of).map((part) => {
    const fitting = shorten(part.text, { width: left, size: text, weight: part.weight }, measure);
    const width = measure(fitting, text, part.weight);
    left = Math.max(0, left - width - 0.32 * text);
    return { ...part, text: fitting, width };
  });
  // On the left, the text ends at the wheel: its last part is the nearest.
  for (const { text: words, width, weight, colour, href } of isLeft ? [...parts].reverse() : parts) {
    if (words === '') continue;
    const anchor = polar(centre, place, angle);
    const turn = isLeft ? angle + 90 : angle - 90;
    const drop = polar(ORIGIN, HALF_CAPITAL * text, turn + 180);
    shapes.push({
      kind: 'text',
      text: words,
      x: anchor.x + drop.x,
      y: anchor.y + drop.y,
      size: text,
      weight,
      colour,
      anchor: isLeft ? 'end' : 'start',
      turn: ((((turn + 180) % 360) + 360) % 360) - 180,
      ...(href !== undefined && { href }),
    });
    place += width + 0.32 * text;
  }
  if (of.kind === 'entry' && of.entry.status === 'cancelled')
    shapes.push({
      kind: 'path',
      d: linePath(polar(centre, labels, angle), polar(centre, place - 0.32 * text, angle)),
      fill: null,
      stroke: { colour: 'muted', width: 0.07 * text },
    });
  return shapes;
}

function leaderColour(of: Labelled): Colour {
  if (of.kind === 'entry') return of.entry.status === 'cancelled' ? 'muted' : `series-${of.entry.series}`;
  return of.kind === 'today' ? 'today' : 'muted';
}

function partsOf(of: Labelled): readonly Part[] {
  switch (of.kind) {
    case 'today':
      return [{ text: of.label, weight: 'bold', colour: 'today' }];
    case 'break':
      return [{ text: of.label, weight: 'bold', colour: 'muted' }];
    case 'holiday':
      return [{ text: of.label, weight: 'regular', colour: 'muted' }];
    case 'entry': {
      const { entry } = of;
      const isOver = entry.status === 'done' || entry.status === 'cancelled';
      const href = entry.href === undefined ? {} : { href: entry.href };
      return [
        { text: entry.dateLabel, weight: 'bold', colour: leaderColour(of), ...href },
        { text: entry.title, weight: 'regular', colour: isOver ? 'muted' : 'ink', ...href },
      ];
    }
    default:
      return of satisfies never;
  }
}
