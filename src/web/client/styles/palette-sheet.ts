import { PALETTES, type Palette } from '../../../wheel/palette.js';

/** Gives the colours of the wheel to the style sheets, as `--wheel-…`, for each colour scheme, for contrast and for paper. */
export function adoptPalettes(): void {
  const declare = (palette: Palette) =>
    Object.entries(palette)
      .map(([colour, hex]) => `--wheel-${colour}:${hex};`)
      .join('');
  const { light, dark, print, contrast } = PALETTES;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :root{${declare(light)}}
    @media (prefers-contrast: more), (forced-colors: active){:root{${declare(contrast)}}}
    @media (prefers-color-scheme: dark){[data-color-scheme="auto"]{${declare(dark)}}}
    [data-color-scheme="dark"]{${declare(dark)}}
    @media print{:root:root{${declare(print)}}}
  `);
  document.adoptedStyleSheets.push(sheet);
}
