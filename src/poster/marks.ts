import type { Colour, PathShape } from '../wheel/drawing.js';
import { circlePath, type Point } from '../wheel/geometry.js';
import { diamondPath } from '../wheel/marks.js';
import type { WheelEntry } from '../wheel/model.js';

/** The mark of an entry beside its title, in the forms of the wheel: a dot, an open diamond, a bar. */
export function markOf(kind: WheelEntry['kind'], centre: Point, size: number, colour: Colour): PathShape {
  switch (kind) {
    case 'deadline':
      return { kind: 'path', d: circlePath(centre, size * 0.36), fill: colour, stroke: null };
    case 'cooperation':
      return {
        kind: 'path',
        d: diamondPath(centre, size * 0.36),
        fill: 'paper',
        stroke: { colour, width: size * 0.15 },
      };
    case 'activity':
      return {
        kind: 'path',
        d: roundedBox(
          { x: centre.x - size * 0.46, y: centre.y - size * 0.2, width: size * 0.92, height: size * 0.4 },
          size * 0.2,
        ),
        fill: colour,
        stroke: null,
      };
    default:
      return kind satisfies never;
  }
}

/** A rectangle, by its upper left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** The outline of a rectangle whose corners are round, by their radius. */
export function roundedBox({ x, y, width, height }: Box, r: number): string {
  const [right, bottom] = [x + width, y + height];
  return `M ${n(x + r)} ${n(y)} L ${n(right - r)} ${n(y)} A ${n(r)} ${n(r)} 0 0 1 ${n(right)} ${n(y + r)} L ${n(right)} ${n(bottom - r)} A ${n(r)} ${n(r)} 0 0 1 ${n(right - r)} ${n(bottom)} L ${n(x + r)} ${n(bottom)} A ${n(r)} ${n(r)} 0 0 1 ${n(x)} ${n(bottom - r)} L ${n(x)} ${n(y + r)} A ${n(r)} ${n(r)} 0 0 1 ${n(x + r)} ${n(y)} Z`;
}

function n(value: number): number {
  return Math.round(value * 100) / 100;
}
