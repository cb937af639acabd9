import type { Colour, MeasureText, Shape, TextShape, Weight } from '../wheel/drawing.js';
import type { Point } from '../wheel/geometry.js';
import type { Series, Wheel } from '../wheel/model.js';
import { markOf } from './marks.js';
import { lineOf, linesOf } from './text-lines.js';

/** What a poster says about itself, in one language. */
export interface PosterWords {
  /** The county and what this is: `Årshjul Vestfold`. */
  readonly heading: string;
  /** `Skoleåret 2026/2027`. */
  readonly year: string;
  /** How much is shown, and of which selection. */
  readonly lead: string;
  /** What this is, from when, and what is provisional about it. */
  readonly notes: readonly string[];
  /** How many tasks a wheel has no room to name. */
  readonly unnamed: (count: number) => string;
  /** How many of these are listed under it, and how many not even that. */
  readonly listed: (count: number, left: number) => string;
  readonly page: (page: number, pages: number) => string;
  /** A month continued from the column before. */
  readonly continued: (month: string) => string;
  /** Shown when there is nothing to list. */
  readonly empty: string;
}

/** Shapes and how much of the sheet they take, from the top down. */
export interface Part {
  readonly shapes: readonly Shape[];
  readonly height: number;
}

/** A line of text at a place; what is not given is plain. */
export function textAt(
  text: string,
  { x, y }: Point,
  size: number,
  look: { weight?: Weight; colour?: Colour; anchor?: TextShape['anchor']; href?: string | undefined } = {},
): TextShape {
  const { weight = 'regular', colour = 'ink', anchor = 'start', href } = look;
  return {
    kind: 'text',
    text,
    x,
    y,
    size,
    weight,
    colour,
    anchor,
    turn: 0,
    ...(href !== undefined && { href }),
  };
}

/** The position of a part. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The heading of a poster: county and year, and how much is shown. */
export function headingPart(
  { heading, year, lead }: PosterWords,
  { x, y, width }: Place,
  measure: MeasureText,
): Part {
  const size = Math.min(30, width * 0.045);
  const title = lineOf(heading, { width: width * 0.72, size, weight: 'bold' }, measure);
  const leads = linesOf(lead, { width: width * 0.8, size: 10.5, weight: 'regular', maxLines: 2 }, measure);
  return {
    shapes: [
      {
        kind: 'group',
        of: 'heading',
        shapes: [
          textAt(title, { x, y: y + 26 }, size, { weight: 'bold' }),
          textAt(year, { x: x + width, y: y + 26 }, size / 2, { anchor: 'end', colour: 'muted' }),
        ],
      },
      ...leads.map((line, index) => textAt(line, { x, y: y + 47 + index * 14 }, 10.5, { colour: 'muted' })),
    ],
    height: 37 + leads.length * 14,
  };
}

/** The one line at the head of the sheets that follow. */
export function runningHead({ heading, year }: PosterWords, x: number, y: number, width: number): Part {
  return {
    shapes: [
      textAt(heading, { x, y: y + 10 }, 10, { weight: 'bold' }),
      textAt(year, { x: x + width, y: y + 10 }, 10, { anchor: 'end', colour: 'muted' }),
    ],
    height: 10,
  };
}

const LEGEND_SIZE = 9;
const LEGEND_LINE = 16;
const GROUP_GAP = 14;

/** The key to marks and colours, in as many lines as it takes; the colours begin a line where not all stand in one. */
export function legendPart({ words, colours }: Wheel, { x, y, width }: Place, measure: MeasureText): Part {
  const forms = (['deadline', 'cooperation', 'activity'] as const).map((kind) => ({
    kind,
    name: words[kind],
  }));
  const widthOf = ({ name }: { readonly name: string }) => 32 + measure(name, LEGEND_SIZE, 'regular');
  const widthOfAll = [...forms, ...colours].reduce((sum, each) => sum + widthOf(each), GROUP_GAP);
  const shapes: Shape[] = [];
  let [left, line] = [x, 0];
  const place = (named: { readonly name: string }, mark: (at: Point) => Shape) => {
    if (left > x && left + widthOf(named) - 18 > x + width) [left, line] = [x, line + 1];
    const baseline = y + LEGEND_SIZE + line * LEGEND_LINE;
    const at = { x: left + 4.5, y: baseline - 3.2 };
    shapes.push(mark(at), textAt(named.name, { x: left + 14, y: baseline }, LEGEND_SIZE));
    left += widthOf(named);
  };
  for (const form of forms) place(form, (at) => markOf(form.kind, at, 10, 'ink'));
  [left, line] = widthOfAll - 18 > width ? [x, line + 1] : [left + GROUP_GAP, line];
  for (const colour of colours) place(colour, (at) => swatch(colour.series, at));
  return { shapes: [{ kind: 'group', of: 'legend', shapes }], height: (line + 1) * LEGEND_LINE };
}

function swatch(series: Series, { x, y }: Point): Shape {
  const d = `M ${x - 4.5} ${y - 4.5} L ${x + 4.5} ${y - 4.5} L ${x + 4.5} ${y + 4.5} L ${x - 4.5} ${y + 4.5} Z`;
  return { kind: 'path', d, fill: `series-${series}`, stroke: null };
}

/** The foot of a sheet, standing on its lower margin: what this is and which page it is. */
export function footPart(
  { notes, page }: PosterWords,
  { x, bottom, width }: { readonly x: number; readonly bottom: number; readonly width: number },
  [number, pages]: readonly [number, number],
  measure: MeasureText,
): Part {
  const setting = { width: width - 90, size: 8, weight: 'regular', maxLines: 3 } as const;
  const lines = notes.flatMap((note) => linesOf(note, setting, measure));
  const top = bottom - (lines.length - 1) * 11;
  return {
    shapes: [
      ...lines.map((line, index) => textAt(line, { x, y: top + index * 11 }, 8, { colour: 'muted' })),
      ...(pages > 1
        ? [textAt(page(number, pages), { x: x + width, y: bottom }, 8, { anchor: 'end', colour: 'muted' })]
        : []),
    ],
    height: lines.length * 11,
  };
}
