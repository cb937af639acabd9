export interface Point {
  readonly x: number;
  readonly y: number;
}

export const ORIGIN: Point = { x: 0, y: 0 };

const RADIANS = Math.PI / 180;

/** Lengths and places to a hundredth: below what any screen or printer shows. */
function n(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? '0' : String(rounded);
}

/** The point at a distance from a centre, at an angle clockwise from the top. */
export function polar(centre: Point, radius: number, angle: number): Point {
  return {
    x: centre.x + radius * Math.sin(angle * RADIANS),
    y: centre.y - radius * Math.cos(angle * RADIANS),
  };
}

function at(centre: Point, radius: number, angle: number): string {
  const { x, y } = polar(centre, radius, angle);
  return `${n(x)} ${n(y)}`;
}

function arcTo(centre: Point, radius: number, from: number, to: number): string {
  const large = Math.abs(to - from) > 180 ? 1 : 0;
  return `A ${n(radius)} ${n(radius)} 0 ${large} ${to > from ? 1 : 0} ${at(centre, radius, to)}`;
}

/** How many degrees a length along a circle is. */
export function degreesOf(length: number, radius: number): number {
  return length / radius / RADIANS;
}

/** How long some degrees of a circle are. */
export function lengthOf(degrees: number, radius: number): number {
  return degrees * RADIANS * radius;
}

/** Whether text at an angle of the clock would stand on its head if it faced outward. */
export function isLowerHalf(angle: number): boolean {
  return Math.cos(angle * RADIANS) < -1e-9;
}

/** Whether text along the radius at an angle must be turned to be read from left to right. */
export function isLeftHalf(angle: number): boolean {
  return Math.sin(angle * RADIANS) < -1e-9;
}

export function circlePath(centre: Point, radius: number): string {
  const { x, y } = centre;
  const arc = `A ${n(radius)} ${n(radius)} 0 1 1`;
  return `M ${n(x)} ${n(y - radius)} ${arc} ${n(x)} ${n(y + radius)} ${arc} ${n(x)} ${n(y - radius)} Z`;
}

/** An open arc. A whole circle is drawn as one. */
export function arcPath(centre: Point, radius: number, from: number, to: number): string {
  if (to - from >= 360) return circlePath(centre, radius);
  return `M ${at(centre, radius, from)} ${arcTo(centre, radius, from, to)}`;
}

export function linePath(...points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'} ${n(x)} ${n(y)}`).join(' ');
}

/** A closed polygon. */
export function polygonPath(...points: readonly Point[]): string {
  return `${linePath(...points)} Z`;
}

/** The area between two radii and two angles (degrees clockwise from the top) about a centre. */
export interface Sector {
  readonly centre: Point;
  readonly inner: number;
  readonly outer: number;
  readonly from: number;
  readonly to: number;
}

/** The outline of a sector; two circles when it goes all the way around. */
export function sectorPath({ centre, inner, outer, from, to }: Sector): string {
  if (to - from >= 360) {
    // The inner circle runs the other way, so that it is a hole under either fill rule.
    const { x, y } = centre;
    const back = `A ${n(inner)} ${n(inner)} 0 1 0`;
    const hole = `M ${n(x)} ${n(y - inner)} ${back} ${n(x)} ${n(y + inner)} ${back} ${n(x)} ${n(y - inner)} Z`;
    return `${circlePath(centre, outer)} ${hole}`;
  }
  return `M ${at(centre, outer, from)} ${arcTo(centre, outer, from, to)} L ${at(centre, inner, to)} ${arcTo(centre, inner, to, from)} Z`;
}

/** A sector with rounded corners, as a bar along the curve; never wider than its angles. */
export function barPath({ centre, inner, outer, from, to }: Sector, corner: number): string {
  // A bar of a whole year keeps a tiny gap between its ends, because an arc that ends where it begins is not drawn.
  const end = Math.min(to, from + 359.5);
  const c = Math.min(corner, (outer - inner) / 2, lengthOf(end - from, inner) / 2);
  const [ci, co] = [degreesOf(c, inner), degreesOf(c, outer)];
  const round = (radius: number, angle: number) => `A ${n(c)} ${n(c)} 0 0 1 ${at(centre, radius, angle)}`;
  return [
    `M ${at(centre, inner + c, from)}`,
    `L ${at(centre, outer - c, from)}`,
    round(outer, from + co),
    arcTo(centre, outer, from + co, end - co),
    round(outer - c, end),
    `L ${at(centre, inner + c, end)}`,
    round(inner, end - ci),
    arcTo(centre, inner, end - ci, from + ci),
    round(inner + c, from),
    'Z',
  ].join(' ');
}
