/** The parts that colours play in a drawing; a palette gives each its colour on screen, in the dark and on paper. */
export type Colour =
  | 'paper'
  | 'ink'
  | 'muted'
  | 'line'
  | 'band'
  | 'break'
  | 'holiday'
  | 'today'
  | `series-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`
  | `series-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}-soft`;

export type Weight = 'regular' | 'bold';

/** The width of a text in the units of the drawing, at a size. */
export type MeasureText = (text: string, size: number, weight: Weight) => number;

export interface Stroke {
  readonly colour: Colour;
  readonly width: number;
  /** Lengths of dashes and gaps; a full line when left out. */
  readonly dash?: readonly number[];
}

/** A filled or outlined path; `d` is in the syntax of SVG 2, absolute commands M L A C Z only. */
export interface PathShape {
  readonly kind: 'path';
  readonly d: string;
  readonly fill: Colour | null;
  readonly stroke: Stroke | null;
  readonly opacity?: number;
}

/** One line of text on a straight line, turned about its anchor by degrees clockwise. `y` is the baseline. */
export interface TextShape {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  readonly colour: Colour;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly turn: number;
  /** An address that it leads to, where the medium has links. */
  readonly href?: string;
}

/** One line of text centred on an arc about a point; `angle` is in degrees clockwise from the top. */
export interface ArcTextShape {
  readonly kind: 'arc-text';
  readonly text: string;
  readonly cx: number;
  readonly cy: number;
  /** Of the baseline. */
  readonly radius: number;
  readonly angle: number;
  /** Inward: the letters' feet point to the outside, for the lower half of a circle. */
  readonly facing: 'outward' | 'inward';
  readonly size: number;
  readonly weight: Weight;
  readonly colour: Colour;
}

/** Shapes that belong together: a page gives a group of an entry its focus, its click and its name. */
export interface GroupShape {
  readonly kind: 'group';
  /** What it is of: `entry:{task id}`, `ring:{id}`, `month:{yyyy-mm}`, `break:{name}`, `today`, `legend`, … */
  readonly of: string;
  readonly shapes: readonly Shape[];
}

export type Shape = PathShape | TextShape | ArcTextShape | GroupShape;

/** A picture as data: what a page, an SVG, a PNG and a PDF are all made from. Units grow to the right and down. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** A text alternative of what it shows. */
  readonly title: string;
  readonly description: string;
  readonly shapes: readonly Shape[];
}
