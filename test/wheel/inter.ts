import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import type { MeasureText, Weight } from '../../src/wheel/drawing.js';

const require = createRequire(import.meta.url);

/** The letters that the service ships. */
export const INTER_FILES = ['400Regular/Inter_400Regular.ttf', '700Bold/Inter_700Bold.ttf'].map((file) =>
  require.resolve(`@expo-google-fonts/inter/${file}`),
);

const [regular, bold] = INTER_FILES.map((file) => create(readFileSync(file)) as Font);
const widths: Record<Weight, Map<string, number>> = { regular: new Map(), bold: new Map() };

/** Widths as Inter sets them, letter by letter. */
export const measureInter: MeasureText = (text, size, weight) => {
  const known = widths[weight];
  let sum = 0;
  for (const letter of text) {
    let width = known.get(letter);
    if (width === undefined) {
      const font = (weight === 'bold' ? bold : regular) as Font;
      width = font.layout(letter).advanceWidth / font.unitsPerEm;
      known.set(letter, width);
    }
    sum += width;
  }
  return sum * size;
};
