import { drawBackdrop } from './backdrop.js';
import type { Dial } from './dial.js';
import type { Drawing, GroupShape, MeasureText } from './drawing.js';
import type { Frame } from './frame.js';
import { drawHub, drawToday } from './hub.js';
import { drawLabel } from './labels/draw-label.js';
import type { Labelled } from './labels/labels.js';
import { drawLegend } from './legend.js';
import { drawMarks } from './marks.js';
import type { Wheel, WheelEntry, WheelView } from './model.js';
import { drawScale } from './scale.js';
import { layOutWheel, type WheelLayout } from './wheel-layout.js';

export type {
  Series,
  Wheel,
  WheelBreak,
  WheelEntry,
  WheelHoliday,
  WheelRing,
  WheelView,
  WheelWords,
} from './model.js';

/** Where a wheel has its days, for who moves something on it. */
export type ClockFace = Pick<Frame, 'dial' | 'centre' | 'rings' | 'outer'>;

/** A wheel that is drawn. */
export interface DrawnWheel {
  readonly drawing: Drawing;
  readonly face: ClockFace;
  /** The entries without a name in the drawing, by date. */
  readonly unnamed: readonly WheelEntry[];
}

/**
 * Draws a wheel.
 *
 * 1. Lay it out: as large as the names around it allow, long activities with their names inside.
 * 2. Count the entries without a name.
 * 3. Put it together from the back to the front: calendar, today's hand, entries, hub.
 */
export function drawWheel(wheel: Wheel, view: WheelView, measure: MeasureText): DrawnWheel {
  const legend = drawLegend(wheel, view, measure);
  const layout = layOutWheel(wheel, view, view.height - legend.height, measure);
  const { frame, rings } = layout;
  const unnamed = unnamedIn(layout);
  const drawing: Drawing = {
    width: (view.corner?.x ?? 0) + view.width,
    height: (view.corner?.y ?? 0) + view.height,
    title: `${wheel.title} ${wheel.subtitle}`,
    description: wheel.words.description,
    shapes: [
      ...drawBackdrop(wheel, frame, rings, measure),
      ...drawScale(wheel, frame, countByMonth(unnamed, frame.dial), measure),
      ...drawToday(wheel, frame),
      ...drawEntries(layout),
      drawHub(wheel, frame, unnamed.length, measure),
      ...(legend.group ? [legend.group] : []),
    ],
  };
  return { drawing, face: frame, unnamed };
}

/** What the calendar names, and over it the entries, each with its label. */
function drawEntries({ frame, rings, bearing, labels, room }: WheelLayout): GroupShape[] {
  const labelOf = new Map(
    labels.map((label) => [label.of.kind === 'entry' ? label.of.entry.id : label, label]),
  );
  const calendar = labels.flatMap((label): GroupShape[] => {
    if (label.of.kind === 'entry') return [];
    return [{ kind: 'group', of: calendarGroup(label.of), shapes: drawLabel(label, room) }];
  });
  const entries = rings.entries.map((placed): GroupShape => {
    const { id } = placed.entry;
    const label = labelOf.get(id);
    const shapes = [...drawMarks(placed, frame, rings, bearing), ...(label ? drawLabel(label, room) : [])];
    return { kind: 'group', of: `entry:${id}`, shapes };
  });
  return [...calendar, ...entries];
}

function unnamedIn({ rings, bearing, labels }: WheelLayout): WheelEntry[] {
  const labelled = new Set(labels.flatMap(({ of }) => (of.kind === 'entry' ? [of.entry] : [])));
  return rings.entries
    .map(({ entry }) => entry)
    .filter((entry) => !bearing.has(entry) && !labelled.has(entry));
}

function calendarGroup(of: Exclude<Labelled, { kind: 'entry' }>): string {
  switch (of.kind) {
    case 'today':
      return 'today-label';
    case 'holiday':
      return `holiday-label:${of.date}`;
    case 'break':
      return `break-label:${of.name}`;
    default:
      return of satisfies never;
  }
}

/** By the month of their first day that is shown. */
function countByMonth(entries: readonly WheelEntry[], { from }: Dial): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { start } of entries) {
    const month = (start < from ? from : start).slice(0, 7);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return counts;
}
