import type { Drawing, GroupShape, MeasureText, Shape, TextShape } from '../../src/wheel/drawing.js';

/** The groups of what is named so, in order. */
export function groupsOf({ shapes }: Drawing, prefix: string): GroupShape[] {
  return shapes.filter((shape): shape is GroupShape => shape.kind === 'group' && shape.of.startsWith(prefix));
}

/** The shapes without their groups. */
export function flat(shapes: readonly Shape[]): Exclude<Shape, GroupShape>[] {
  return shapes.flatMap((shape) => (shape.kind === 'group' ? flat(shape.shapes) : [shape]));
}

export const isText = (shape: Shape): shape is TextShape => shape.kind === 'text';

type Corner = readonly [number, number];

/** The corners of the rectangle that a line of text covers. */
export function cornersOf(
  { x, y, text, size, weight, anchor, turn }: TextShape,
  measure: MeasureText,
): Corner[] {
  const width = measure(text, size, weight);
  const left = { start: 0, middle: -width / 2, end: -width }[anchor];
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  return (
    [
      [left, -0.76 * size],
      [left + width, -0.76 * size],
      [left + width, 0.22 * size],
      [left, 0.22 * size],
    ] as const
  ).map(([dx, dy]) => [x + dx * cos - dy * sin, y + dx * sin + dy * cos]);
}

/** Whether the circles around two rectangles meet: cheap, and false for most pairs. */
function areNear(one: readonly Corner[], other: readonly Corner[]): boolean {
  const circle = (corners: readonly Corner[]) => {
    const [[ax, ay], [bx, by]] = [corners[0] as Corner, corners[2] as Corner];
    const [dx, dy] = [bx - ax, by - ay];
    return { x: ax + dx / 2, y: ay + dy / 2, radius: Math.hypot(dx, dy) / 2 };
  };
  const [first, second] = [circle(one), circle(other)];
  return Math.hypot(first.x - second.x, first.y - second.y) < first.radius + second.radius;
}

/** Whether two rectangles, however turned, have an area in common: no side of either parts them. */
export function overlap(one: readonly Corner[], other: readonly Corner[]): boolean {
  return (
    areNear(one, other) &&
    ![one, other].some((corners) =>
      [0, 1].some((side) => {
        const [ax, ay] = corners[side] as Corner;
        const [bx, by] = corners[side + 1] as Corner;
        const length = Math.hypot(bx - ax, by - ay) || 1;
        const along = (points: readonly Corner[]) =>
          points.map(([px, py]) => ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length);
        const [first, second] = [along(one), along(other)];
        return (
          Math.max(...first) <= Math.min(...second) + 0.01 || Math.max(...second) <= Math.min(...first) + 0.01
        );
      }),
    )
  );
}
