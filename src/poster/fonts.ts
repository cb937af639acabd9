import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import type { MeasureText, Weight } from '../wheel/drawing.js';

export const FONT_FAMILY = 'Inter';

const { resolve } = createRequire(import.meta.url);

/** The font files that come with the program; no font of the machine is ever used. */
export const FONT_FILES: Readonly<Record<Weight, string>> = {
  regular: resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf'),
};

const fonts = new Map<Weight, Font>();

/** A font, read once and then kept: reading one costs more than laying out a page with it. */
export function fontOf(weight: Weight): Font {
  const kept = fonts.get(weight);
  if (kept) return kept;
  const font = withoutContext(create(readFileSync(FONT_FILES[weight])) as Font);
  // A glyph keeps the role of its first use: embedding Å uses A as a part, and later texts would lose every A.
  for (const codePoint of [...font.characterSet].sort((a, b) => rankOf(a) - rankOf(b)))
    font.glyphForCodePoint(codePoint);
  fonts.set(weight, font);
  return font;
}

/** Of characters that share a glyph, the one that people write comes first: ’ before the letter that looks like it. */
function rankOf(codePoint: number): number {
  const isPunctuation = codePoint >= 0x2000 && codePoint < 0x2070;
  return codePoint < 0x250 ? 0 : isPunctuation ? 1 : 2;
}

/** Without forms that depend on their neighbours (an arrow for `->`), which take most of the time to set a text. */
function withoutContext(font: Font): Font {
  const layout = font.layout.bind(font);
  font.layout = (text, features) => layout(text, features ?? ({ calt: false } as never));
  return font;
}

/** Widths by code point, in units of the font; few hundred however much is measured. */
const advances: Readonly<Record<Weight, Map<number, number>>> = { regular: new Map(), bold: new Map() };

/** The width of a text by the font's advance widths, without kerning: fast enough to place labels by the thousand. */
export const measureText: MeasureText = (text, size, weight) => {
  const known = advances[weight];
  let units = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    let advance = known.get(codePoint);
    if (advance === undefined) {
      advance = fontOf(weight).glyphForCodePoint(codePoint).advanceWidth;
      known.set(codePoint, advance);
    }
    units += advance;
  }
  return (units / fontOf(weight).unitsPerEm) * size;
};
