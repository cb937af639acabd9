import type { MeasureText, Weight } from './drawing.js';

const ELLIPSIS = '…';

/** How a text is set in one line, in the units of the drawing. */
export interface LineSetting {
  /** How wide it may become. */
  readonly width: number;
  readonly size: number;
  readonly weight: Weight;
}

/** The text when it fits into the width, else as much of its beginning as fits with an ellipsis; empty when nothing does. */
export function shorten(text: string, { width, size, weight }: LineSetting, measure: MeasureText): string {
  if (measure(text, size, weight) <= width) return text;
  // By code points: half of a surrogate pair is no letter.
  const letters = [...text];
  let [fits, fails] = [0, letters.length];
  while (fails - fits > 1) {
    const middle = (fits + fails) >> 1;
    if (measure(letters.slice(0, middle).join('') + ELLIPSIS, size, weight) <= width) fits = middle;
    else fails = middle;
  }
  return fits === 0 ? '' : letters.slice(0, fits).join('').trimEnd() + ELLIPSIS;
}
