import type { ArcTextShape, Drawing, GroupShape, PathShape, Shape, TextShape } from '../wheel/drawing.js';
import type { Palette } from '../wheel/palette.js';
import { measureText } from './fonts.js';

type Document = PDFKit.PDFDocument;
type Structure = PDFKit.PDFStructureElement;

/** The PDF tags of groups, for screen readers, by the first word of their name; the text of other groups is paragraphs. */
const ROLES: Readonly<Record<string, string>> = { heading: 'H1', month: 'H2', entry: 'P', listed: 'P' };

/** Draws on the present page; text goes into the document's structure, lines and surfaces beside it are decoration. */
export function drawPage(document: Document, root: Structure, drawing: Drawing, palette: Palette): void {
  document.markContent('Artifact');
  document.rect(0, 0, drawing.width, drawing.height).fill(palette.paper);
  document.endMarkedContent();
  for (const shape of drawing.shapes) drawTop(document, root, shape, palette);
}

function drawTop(document: Document, root: Structure, shape: Shape, palette: Palette): void {
  if (shape.kind === 'path') {
    document.markContent('Artifact');
    drawPath(document, shape, palette);
    document.endMarkedContent();
  } else if (shape.kind === 'group' && roleOf(shape) === undefined) {
    for (const each of shape.shapes) drawTop(document, root, each, palette);
  } else {
    const shapes = shape.kind === 'group' ? leaves(shape) : [shape];
    const role = (shape.kind === 'group' && roleOf(shape)) || 'P';
    const children = shapes.map((leaf) =>
      leaf.kind === 'text' && leaf.href !== undefined
        ? linkOf(document, leaf, leaf.href, palette)
        : () => drawLeaf(document, leaf, palette),
    );
    root.add(document.struct(role as never, children as never));
  }
}

type Leaf = Exclude<Shape, GroupShape>;

function roleOf({ of }: GroupShape): string | undefined {
  return ROLES[of.split(':', 1)[0] as string];
}

function leaves({ shapes }: GroupShape): Leaf[] {
  return shapes.flatMap((shape) => (shape.kind === 'group' ? leaves(shape) : [shape]));
}

function drawLeaf(document: Document, shape: Leaf, palette: Palette): void {
  if (shape.kind === 'path') drawPath(document, shape, palette);
  else if (shape.kind === 'text') drawText(document, shape, palette);
  else drawArcText(document, shape, palette);
}

function drawPath(document: Document, { d, fill, stroke, opacity }: PathShape, palette: Palette): void {
  if (fill === null && stroke === null) return;
  document.save();
  if (opacity !== undefined) document.opacity(opacity);
  document.path(d);
  if (stroke) {
    document.lineWidth(stroke.width);
    if (stroke.dash) dash(document, stroke.dash);
  }
  if (fill && stroke) document.fillAndStroke(palette[fill], palette[stroke.colour]);
  else if (fill) document.fill(palette[fill]);
  else if (stroke) document.stroke(palette[stroke.colour]);
  document.restore();
}

/** The lengths of dashes are a list in PDF too, though the types know one number only. */
function dash(document: Document, lengths: readonly number[]): void {
  document.dash([...lengths] as unknown as number, {});
}

const LINE = { lineBreak: false, baseline: 'alphabetic' } as const;

function drawText(document: Document, shape: TextShape, palette: Palette): void {
  const { text, x, y, size, weight, colour, turn } = shape;
  document.font(weight).fontSize(size).fillColor(palette[colour]);
  const left = x - widthBefore(shape, document.widthOfString(text));
  if (turn === 0) {
    document.text(text, left, y, LINE);
    return;
  }
  document.save().rotate(turn, { origin: [x, y] });
  document.text(text, left, y, LINE);
  document.restore();
}

function widthBefore({ anchor }: TextShape, width: number): number {
  return anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2;
}

/** A linked text: its area on the page can be clicked, and a screen reader announces it as a link. */
function linkOf(document: Document, shape: TextShape, href: string, palette: Palette): Structure {
  const link: Structure = document.struct('Link', {}, () => {
    drawText(document, shape, palette);
    const width = document.widthOfString(shape.text);
    const [x, y, right, bottom] = turnedBox(shape, width);
    document.link(x, y, right - x, bottom - y, href, {
      structParent: link,
      Contents: pdfString(shape.text),
    } as never);
  });
  return link;
}

/** pdfkit writes plain strings as names, and string objects as text. */
function pdfString(text: string): unknown {
  return Object(text);
}

/** The upright box about a text that is turned. */
function turnedBox(shape: TextShape, width: number): [number, number, number, number] {
  const { x, y, size, turn } = shape;
  const angle = (turn * Math.PI) / 180;
  const left = -widthBefore(shape, width);
  const corners = [left, left + width].flatMap((along) =>
    [-size, size / 4].map((down) => [
      x + along * Math.cos(angle) - down * Math.sin(angle),
      y + along * Math.sin(angle) + down * Math.cos(angle),
    ]),
  ) as [number, number][];
  const xs = corners.map(([cornerX]) => cornerX);
  const ys = corners.map(([, cornerY]) => cornerY);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Places each glyph on the arc; what is copied from it is the whole text all the same. */
function drawArcText(document: Document, shape: ArcTextShape, palette: Palette): void {
  const { text, cx, cy, radius, angle, facing, size, weight, colour } = shape;
  document.font(weight).fontSize(size).fillColor(palette[colour]);
  const direction = facing === 'outward' ? 1 : -1;
  let along = -measureText(text, size, weight) / 2;
  for (const glyph of text) {
    const width = measureText(glyph, size, weight);
    const turn = angle + direction * (((along + width / 2) / radius) * (180 / Math.PI));
    along += width;
    document.save().rotate(turn, { origin: [cx, cy] });
    if (facing === 'outward') document.text(glyph, cx - width / 2, cy - radius, LINE);
    else {
      document.rotate(180, { origin: [cx, cy - radius] });
      document.text(glyph, cx - width / 2, cy - radius, LINE);
    }
    document.restore();
  }
}
