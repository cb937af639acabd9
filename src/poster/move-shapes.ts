import type { Shape } from '../wheel/drawing.js';

/**
 * Shapes at another place: as they are, so much further to the right and down. The paths are those of our own drawings,
 * with one space between the parts.
 */
export function moveShapes(shapes: readonly Shape[], right: number, down: number): Shape[] {
  return shapes.map((shape): Shape => {
    switch (shape.kind) {
      case 'path':
        return { ...shape, d: movePath(shape.d, right, down) };
      case 'text':
        return { ...shape, x: shape.x + right, y: shape.y + down };
      case 'arc-text':
        return { ...shape, cx: shape.cx + right, cy: shape.cy + down };
      case 'group':
        return { ...shape, shapes: moveShapes(shape.shapes, right, down) };
      default:
        return shape satisfies never;
    }
  });
}

/** How many numbers follow each command, and which of them is the first coordinate. */
const NUMBERS: Readonly<Record<string, { readonly count: number; readonly first: number }>> = {
  M: { count: 2, first: 0 },
  L: { count: 2, first: 0 },
  C: { count: 6, first: 0 },
  A: { count: 7, first: 5 },
};

function movePath(d: string, right: number, down: number): string {
  const by = [right, down] as const;
  let { count, first } = NUMBERS.M as { count: number; first: number };
  let at = 0;
  const tokens = d.split(' ');
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as string;
    const next = NUMBERS[token];
    if (next) {
      ({ count, first } = next);
      at = 0;
    } else if (token !== 'Z') {
      if (at >= first) {
        const moved = Number(token) + (by[(at - first) % 2] as number);
        tokens[index] = String(Math.round(moved * 100) / 100);
      }
      at = (at + 1) % count;
    }
  }
  return tokens.join(' ');
}
