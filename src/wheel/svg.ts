import { ENTITIES } from '../language/entities.js';
import type { ArcTextShape, Drawing, PathShape, Shape, TextShape } from './drawing.js';
import { degreesOf, polar } from './geometry.js';
import type { Palette } from './palette.js';

const FONT = 'Inter, system-ui, sans-serif';

/**
 * A drawing as a complete SVG document: with title and description, without scripts and style attributes, so that it works
 * under any content security policy. `id` makes its ids unique on a page.
 */
export function svgOf(drawing: Drawing, palette: Palette, id = 'wheel'): string {
  const defs: string[] = [];
  const body = drawing.shapes.map((shape) => write(shape, palette, id, defs)).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(drawing.width)} ${n(drawing.height)}" width="${n(drawing.width)}" height="${n(drawing.height)}"`,
    ` role="img" aria-labelledby="${id}-title ${id}-desc" font-family="${FONT}">`,
    `<title id="${id}-title">${escaped(drawing.title)}</title><desc id="${id}-desc">${escaped(drawing.description)}</desc>`,
    `<defs>${defs.join('')}</defs>`,
    `<path d="M 0 0 L ${n(drawing.width)} 0 L ${n(drawing.width)} ${n(drawing.height)} L 0 ${n(drawing.height)} Z" fill="${palette.paper}"/>`,
    body,
    '</svg>',
  ].join('');
}

function write(shape: Shape, palette: Palette, id: string, defs: string[]): string {
  switch (shape.kind) {
    case 'path':
      return writePath(shape, palette);
    case 'text':
      return writeText(shape, palette);
    case 'arc-text':
      return writeArcText(shape, palette, id, defs);
    case 'group':
      return `<g data-of="${escaped(shape.of)}">${shape.shapes.map((each) => write(each, palette, id, defs)).join('')}</g>`;
    default:
      return shape satisfies never;
  }
}

function writePath({ d, fill, stroke, opacity }: PathShape, palette: Palette): string {
  // Opacity of fill and stroke, not of the element: that would make a separate layer, slow everywhere, and resvg 2.6 aborts
  // the process when such a layer is outside the picture.
  const see = (part: string) => (opacity === undefined ? '' : ` ${part}-opacity="${n(opacity)}"`);
  const area = fill ? ` fill="${palette[fill]}"${see('fill')}` : ' fill="none"';
  if (!stroke) return `<path d="${d}"${area}/>`;
  const dash = stroke.dash ? ` stroke-dasharray="${stroke.dash.map(n).join(' ')}"` : '';
  return `<path d="${d}"${area} stroke="${palette[stroke.colour]}" stroke-width="${n(stroke.width)}"${dash}${see('stroke')}/>`;
}

function type({ size, weight, colour }: TextShape | ArcTextShape, palette: Palette): string {
  return `font-size="${n(size)}"${weight === 'bold' ? ' font-weight="700"' : ''} fill="${palette[colour]}"`;
}

function writeText(shape: TextShape, palette: Palette): string {
  const { x, y, turn, anchor, text, href } = shape;
  const turned = turn === 0 ? '' : ` transform="rotate(${n(turn)} ${n(x)} ${n(y)})"`;
  const anchored = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const written = `<text x="${n(x)}" y="${n(y)}"${turned}${anchored} ${type(shape, palette)}>${escaped(text)}</text>`;
  return href === undefined ? written : `<a href="${escaped(href)}">${written}</a>`;
}

/** Arc texts are written this much larger and scaled down: resvg places letters on a path no finer than half a unit. */
const FINER = 10;

function writeArcText(shape: ArcTextShape, palette: Palette, id: string, defs: string[]): string {
  const { angle, facing, text, size } = shape;
  const name = `${id}-${defs.length}`;
  const [centre, radius] = [{ x: FINER * shape.cx, y: FINER * shape.cy }, FINER * shape.radius];
  // Longer than the text is in any font, and never so long that the path overlaps itself.
  const half = Math.min(175, degreesOf(0.6 * FINER * size * (text.length + 2), radius));
  const [from, to] = facing === 'outward' ? [angle - half, angle + half] : [angle + half, angle - half];
  const [start, end] = [polar(centre, radius, from), polar(centre, radius, to)];
  const flags = `${half > 90 ? 1 : 0} ${facing === 'outward' ? 1 : 0}`;
  const arc = `M ${n(start.x)} ${n(start.y)} A ${n(radius)} ${n(radius)} 0 ${flags} ${n(end.x)} ${n(end.y)}`;
  defs.push(`<path id="${name}" d="${arc}"/>`);
  const look = type({ ...shape, size: FINER * size }, palette);
  return `<text transform="scale(${1 / FINER})" text-anchor="middle" ${look}><textPath href="#${name}" startOffset="50%">${escaped(text)}</textPath></text>`;
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** What cannot stand as it is; lone surrogates are a category of their own. */
const TO_ESCAPE = /[&<>"'\p{Cc}\p{Cs}\ufffe\uffff]/u;

/** Text as XML takes it; characters that XML has no way to write become the sign for that. */
function escaped(text: string): string {
  // Nearly all texts need no escaping, which one test shows.
  if (!TO_ESCAPE.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}
