import type { MeasureText } from '../../../../../../wheel/drawing.js';

/** Measures texts as the browser renders them. The page's fonts must have loaded. */
export function browserMeasure(): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  const widths = new Map<string, number>();
  // Widths are proportional to the font size, so each text is measured once, at one size.
  const SIZE = 100;
  return (text, size, weight) => {
    const key = `${weight} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      if (!context) return 0.6 * size * text.length;
      context.font = `${weight === 'bold' ? 700 : 400} ${SIZE}px Inter, system-ui, sans-serif`;
      width = context.measureText(text).width / SIZE;
      widths.set(key, width);
    }
    return width * size;
  };
}
