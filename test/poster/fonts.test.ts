import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { FONT_FAMILY, FONT_FILES, fontOf, measureText } from '../../src/poster/fonts.js';

/** Norwegian, and the letters of Northern, Lule and Southern Sami and of Kven. */
const LETTERS = [...'æøåÆØÅčđŋšŧžáČĐŊŠŦŽÁńïäöÄÖ'];
const MARKS = [...'–«»…·×→'];

/** The pixels of a text, drawn with the program's fonts on a machine that is taken to have none. */
function pixels(text: string, weight: 'regular' | 'bold' = 'regular'): Buffer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="8" y="30" font-family="${FONT_FAMILY}" font-weight="${weight === 'bold' ? 700 : 400}" font-size="24">${text}</text></svg>`;
  const font = { loadSystemFonts: false, fontFiles: Object.values(FONT_FILES) };
  return Buffer.from(new Resvg(svg, { font }).render().pixels);
}

describe('the fonts that come with the program', () => {
  it.each(['regular', 'bold'] as const)('have every letter of Norwegian, Sami and Kven in %s', (weight) => {
    for (const letter of [...LETTERS, ...MARKS])
      expect(fontOf(weight).glyphForCodePoint(letter.codePointAt(0) as number).id, letter).not.toBe(0);
  });

  it('draw each of them as itself, where the machine has no fonts', () => {
    const notdef = pixels('\u{10ffff}');
    const nothing = pixels('');
    expect(notdef.equals(nothing)).toBe(false);
    const drawn = LETTERS.map((letter) => pixels(letter));
    for (const picture of drawn) {
      expect(picture.equals(nothing)).toBe(false);
      expect(picture.equals(notdef)).toBe(false);
    }
    expect(new Set(drawn.map((picture) => picture.toString('base64'))).size).toBe(LETTERS.length);
    expect(pixels('å', 'bold').equals(pixels('å'))).toBe(false);
  });

  it('measure a text as wide as the font sets it, up to kerning', () => {
    for (const text of [
      'Søknadsfrist til videregående',
      'Romssa fylkkagielda',
      'Vurdering av Vg1',
      '1.3. – 4.9.',
    ]) {
      for (const weight of ['regular', 'bold'] as const) {
        const set = (fontOf(weight).layout(text).advanceWidth / fontOf(weight).unitsPerEm) * 10;
        const measured = measureText(text, 10, weight);
        expect(measured / set, text).toBeGreaterThan(0.995);
        expect(measured / set, text).toBeLessThan(1.08);
      }
    }
    expect(measureText('', 10, 'regular')).toBe(0);
    expect(measureText('øy', 20, 'bold')).toBeCloseTo(2 * measureText('øy', 10, 'bold'));
  });
});
