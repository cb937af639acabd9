import type { MeasureText } from './drawing.js';
import type { Wheel, WheelView } from './model.js';
import { type DrawnWheel, drawWheel } from './wheel.js';

/** From one name to the next, in letter heights. */
const NAME_HEIGHT = 1.24;

/** Draws a wheel in the first of some heights, the least first, in which every name has room; else in the last. */
export function drawInHeights(
  wheel: Wheel,
  view: Omit<WheelView, 'height'>,
  heights: readonly number[],
  measure: MeasureText,
): DrawnWheel {
  const names = wheel.entries.filter(({ start, end }) => start <= view.to && end >= view.from).length;
  const needed = (names * NAME_HEIGHT * view.textSize) / 2;
  const worthTrying = heights.slice(0, -1).filter((height) => height >= needed);
  for (const height of worthTrying) {
    const drawn = drawWheel(wheel, { ...view, height }, measure);
    if (drawn.unnamed.length === 0) return drawn;
  }
  return drawWheel(wheel, { ...view, height: heights.at(-1) ?? view.width }, measure);
}
