import type { ArcTextShape, Colour, Weight } from './drawing.js';
import { isLowerHalf, type Point } from './geometry.js';

/** Half the height of a capital, as a share of the size of the letters. */
export const HALF_CAPITAL = 0.36;

/** Where a curved text stands. */
export interface CurvedAt {
  readonly centre: Point;
  readonly radius: number;
  readonly angle: number;
  /** The angle that decides which way it faces, where it belongs to a longer line; its own when left out. */
  readonly facedAt?: number;
  /** The size of the line's largest letters, which share its baseline; its own when left out. */
  readonly capitals?: number;
}

/** A text centred at an angle on a circle, its letters' middles on the circle, turned so that it is read from left to right. */
export function curvedText(
  text: string,
  { centre, radius, angle, facedAt = angle, capitals }: CurvedAt,
  type: { readonly size: number; readonly weight: Weight; readonly colour: Colour },
): ArcTextShape {
  const isInward = isLowerHalf(facedAt);
  return {
    kind: 'arc-text',
    text,
    cx: centre.x,
    cy: centre.y,
    radius: radius + (isInward ? 1 : -1) * HALF_CAPITAL * (capitals ?? type.size),
    angle,
    facing: isInward ? 'inward' : 'outward',
    ...type,
  };
}
