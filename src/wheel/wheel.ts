import { drawBackdrop } from './backdrop.js';
import type { Dial } from './dial.js';
import type { Drawing, GroupShape, MeasureText } from './drawing.js';
import { type Frame, frameOf } from './frame.js';
import { drawHub, drawToday } from './hub.js';
import { drawLabel, type Labelled, placeLabels } from './labels.js';
import { drawLegend } from './legend.js';
import { drawMarks } from './marks.js';
import type { Wheel, WheelView } from './model.js';
import { layOutRings, type Placed } from './ring-layout.js';
import { drawScale } from './scale.js';

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
export interface ClockFace extends Pick<Frame, 'dial' | 'centre' | 'rings' | 'outer'> {
  /** Of the whole drawing. */
  readonly width: number;
}

/** The clock face that a wheel is drawn on. */
export function clockFaceOf(wheel: Wheel, view: WheelView, measure: MeasureText): ClockFace {
  const legend = drawLegend(wheel, view, measure);
  const { dial, centre, rings, outer } = frameOf(wheel, view, view.height - legend.height);
  return { dial, centre, rings, outer, width: view.width };
}

/**
 * Draws a wheel.
 *
 * 1. Lay the frame: dial, centre, radii.
 * 2. Lay entries into lanes of their rings.
 * 3. Draw the marks; long activities bear their names.
 * 4. Choose and place labels for the others; count those that go without.
 * 5. Put it together from the back to the front: calendar, today's hand, entries, hub.
 */
export function drawWheel(wheel: Wheel, view: WheelView, measure: MeasureText): Drawing {
  const legend = drawLegend(wheel, view, measure);
  const frame = frameOf(wheel, view, view.height - legend.height);
  const layout = layOutRings(wheel, frame, measure);
  const marked = layout.entries.map((placed) => ({ placed, ...drawMarks(placed, frame, layout, measure) }));
  const labels = placeLabels(
    wheel,
    frame,
    marked.filter(({ isNamed }) => !isNamed).map(({ placed }) => placed),
    measure,
  );
  const labelOf = new Map(
    labels.map((label) => [label.of.kind === 'entry' ? label.of.entry.id : label, label]),
  );
  const entries = marked.map(({ placed, shapes }): GroupShape => {
    const label = labelOf.get(placed.entry.id);
    const texts = label ? drawLabel(label, frame, measure) : [];
    return { kind: 'group', of: `entry:${placed.entry.id}`, shapes: [...shapes, ...texts] };
  });
  const calendar = labels.flatMap((label): GroupShape[] => {
    if (label.of.kind === 'entry') return [];
    return [{ kind: 'group', of: calendarGroup(label.of), shapes: drawLabel(label, frame, measure) }];
  });
  const hidden = marked
    .filter(({ placed, isNamed }) => !isNamed && !labelOf.has(placed.entry.id))
    .map(({ placed }) => placed);
  return {
    width: (view.corner?.x ?? 0) + view.width,
    height: (view.corner?.y ?? 0) + view.height,
    title: `${wheel.title} ${wheel.subtitle}`,
    description: wheel.words.description,
    shapes: [
      ...drawBackdrop(wheel, frame, layout, measure),
      ...drawScale(wheel, frame, countByMonth(hidden, frame.dial), measure),
      ...drawToday(wheel, frame),
      ...calendar,
      ...entries,
      drawHub(wheel, frame, hidden.length, measure),
      ...(legend.group ? [legend.group] : []),
    ],
  };
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
function countByMonth(entries: readonly Placed[], { from }: Dial): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { entry } of entries) {
    const month = [entry.start, from].sort()[1]?.slice(0, 7) ?? '';
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return counts;
}
