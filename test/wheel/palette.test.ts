import { describe, expect, it } from 'vitest';
import type { Colour } from '../../src/wheel/drawing.js';
import { PALETTE_NAMES, PALETTES } from '../../src/wheel/palette.js';

type Rgb = readonly [number, number, number];

const SERIES = [1, 2, 3, 4, 5, 6, 7, 8] as const;

function rgb(hex: string): Rgb {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}

/** A colour laid over another, as transparent as the wheel lays it. */
function over(upper: Rgb, opacity: number, lower: Rgb): Rgb {
  const mix = (at: 0 | 1 | 2) => upper[at] * opacity + lower[at] * (1 - opacity);
  return [mix(0), mix(1), mix(2)];
}

/** WCAG 2.1, relative luminance. */
function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe.each(PALETTE_NAMES)('the %s palette', (name) => {
  const of = (colour: Colour) => rgb(PALETTES[name][colour]);
  const paper = of('paper');
  const bands = [of('band'), ...SERIES.map((n) => over(of(`series-${n}-soft`), 0.55, paper))];
  const shaded = bands.flatMap((band) => {
    const inBreak = over(of('break'), 0.55, band);
    return [band, inBreak, over(of('holiday'), 0.5, band), over(of('holiday'), 0.5, inBreak)];
  });

  it('has texts of at least 4.5:1 on what they stand on', () => {
    for (const text of ['ink', 'muted', 'today'] as const)
      expect(contrast(of(text), paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('muted'), of('band'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('muted'), over(of('break'), 0.55, paper))).toBeGreaterThanOrEqual(4.5);
    expect(
      contrast(of('muted'), over(of('holiday'), 0.5, over(of('break'), 0.55, paper))),
    ).toBeGreaterThanOrEqual(4.5);
    for (const n of SERIES) {
      const series = of(`series-${n}`);
      expect(contrast(series, paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(series, of(`series-${n}-soft`))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('has marks of at least 3:1 on every ring, in breaks and on holidays too', () => {
    for (const ground of [paper, ...shaded]) {
      expect(contrast(of('today'), ground)).toBeGreaterThanOrEqual(3);
      expect(contrast(of('muted'), ground)).toBeGreaterThanOrEqual(3);
      for (const n of SERIES) expect(contrast(of(`series-${n}`), ground)).toBeGreaterThanOrEqual(3);
    }
  });

  it('has no colour twice among those of entries', () => {
    expect(new Set(SERIES.map((n) => PALETTES[name][`series-${n}`])).size).toBe(8);
  });
});
