import { drawBackdrop } from './backdrop.js';
import type { Drawing, GroupShape, MeasureText } from './drawing.js';
import { frameOf } from './frame.js';
import { drawHub, drawToday } from './hub.js';
import { drawLabel, placeLabels } from './labels.js';
import { drawMarks } from './marks.js';
import type { Wheel, WheelView } from './model.js';
import { layOutRings } from './ring-layout.js';

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
  const frame = frameOf(wheel, view, view.height);
  const layout = layOutRings(wheel, frame, measure);
  const marked = layout.entries.map((placed) => ({ placed, ...drawMarks(placed, frame, layout, measure) }));
  const labels = placeLabels(
    wheel,
    frame,
    marked.filter(({ isNamed }) => !isNamed).map(({ placed }) => placed),
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
    const of = label.of.kind === 'today' ? 'today-label' : `holiday-label:${label.of.date}`;
    return [{ kind: 'group', of, shapes: drawLabel(label, frame, measure) }];
  });
  const hidden = marked.filter(({ placed, isNamed }) => !isNamed && !labelOf.has(placed.entry.id)).length;
  return {
    width: view.width,
    height: view.height,
    title: `${wheel.title} ${wheel.subtitle}`,
    description: wheel.words.description,
    shapes: [
      ...drawBackdrop(wheel, frame, layout, measure),
      ...drawToday(wheel, frame),
      ...calendar,
      ...entries,
      drawHub(wheel, frame, hidden, measure),
    ],
  };
}
