import { renderAsync } from '@resvg/resvg-js';
import { FONT_FAMILY, FONT_FILES } from './fonts.js';

/** What a picture may take: 12 million pixels are 48 MB while it is made, and A2 at 150 dots per inch. */
const MAX_PIXELS = 12_000_000;
const MAX_SIDE = 10_000;

/** The picture of an SVG as PNG, drawn with the program's own fonts; `scale` dots per unit, fewer where it is too large. */
export async function renderPng(
  svg: string,
  { width, height, scale }: { readonly width: number; readonly height: number; readonly scale: number },
): Promise<Buffer> {
  const zoom = Math.min(scale, Math.sqrt(MAX_PIXELS / (width * height)), MAX_SIDE / Math.max(width, height));
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: Math.max(1, Math.floor(width * zoom)) },
    font: {
      loadSystemFonts: false,
      fontFiles: Object.values(FONT_FILES),
      defaultFontFamily: FONT_FAMILY,
      sansSerifFamily: FONT_FAMILY,
    },
  });
  return image.asPng();
}
