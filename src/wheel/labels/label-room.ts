import type { Point } from '../geometry.js';
import { polar } from '../geometry.js';

/** An upright rectangle. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type SideName = 'left' | 'right';

/**
 * The room for names about a wheel: two columns that leave an ellipse free, in which the wheel and the leaders are.
 * A name begins where its rows touch the ellipse, so that every leader stays inside it and crosses no name.
 */
export interface LabelRoom {
  readonly centre: Point;
  /** The radius of the wheel's rim. */
  readonly rim: number;
  /** The half axes of the ellipse: to the sides, up and down. */
  readonly across: number;
  readonly up: number;
  readonly down: number;
  /** What the names must stay inside of. */
  readonly box: Box;
  /** Where names stand: a closed year has both sides, a fan may have one. */
  readonly sides: readonly SideName[];
  /** The height of letters. */
  readonly text: number;
}

/** The highest and the lowest place of a name. */
export function rowsOf({ centre, up, down, box }: LabelRoom): {
  readonly low: number;
  readonly high: number;
} {
  return {
    low: Math.max(box.y, centre.y - up),
    high: Math.min(box.y + box.height, centre.y + down),
  };
}

/** How far from the middle of the wheel a name begins that takes the rows from `top` to `bottom`. */
export function startOfRows(
  { centre, across, up, down, text }: LabelRoom,
  top: number,
  bottom: number,
): number {
  const nearest = top > centre.y ? top - centre.y : Math.min(0, bottom - centre.y);
  const share = nearest / (nearest < 0 ? up : down);
  return Math.max(LEAST_START * text, across * Math.sqrt(Math.max(0, 1 - share * share)));
}

/** The columns do not meet above the wheel. */
const LEAST_START = 0.7;

/** How wide a name may be that takes the rows from `top` to `bottom`. */
export function widthOfRows(room: LabelRoom, side: SideName, top: number, bottom: number): number {
  const { centre, box } = room;
  const edge = side === 'right' ? box.x + box.width - centre.x : centre.x - box.x;
  return edge - startOfRows(room, top, bottom);
}

/** The row at which the ray of an angle leaves the ellipse: where its name is wanted. */
export function rowAt({ centre, across, up, down }: LabelRoom, angle: number): number {
  const { x, y } = polar({ x: 0, y: 0 }, 1, angle);
  const half = y < 0 ? up : down;
  return centre.y + y / Math.hypot(x / across, y / half);
}

/** Whether a straight line between two places passes the wheel with a little air. */
export function isClear({ centre, rim, text }: LabelRoom, from: Point, to: Point): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((centre.x - from.x) * dx + (centre.y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(from.x + share * dx - centre.x, from.y + share * dy - centre.y) >= rim + AIR * text;
}

const AIR = 0.3;
