import type { ArcTextShape, Colour, Weight } from './drawing.js';
import { isLowerHalf, type Point } from './geometry.js';

/** Half the height of a capital, as a share of the size of the letters. */
export const HALF_CAPITAL = 0.36;

/** A text centred at an angle on a circle, its letters' middles on the circle, turned so that it is read from left to right. */
export function curvedText(
  text: string,
  at: { readonly centre: Point; readonly radius: number; readonly angle: number },
  type: { readonly size: number; readonly weight: Weight; readonly colour: Colour },
): ArcTextShape {
  const isInward = isLowerHalf(at.angle);
  return {
    kind: 'arc-text',
    text,
    cx: at.centre.x,
    cy: at.centre.y,
    radius: at.radius + (isInward ? 1 : -1) * HALF_CAPITAL * type.size,
    angle: at.angle,
    facing: isInward ? 'inward' : 'outward',
    ...type,
  };
}
