import type { Shape } from '../wheel/drawing.js';

/** Shapes at another place: as they are, so much further to the right and down. */
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
  let command = NUMBERS.M as { count: number; first: number };
  let position = 0;
  return d.replace(/[MLACZ]|-?[\d.]+(?:e-?\d+)?/g, (token) => {
    const next = NUMBERS[token];
    if (next || token === 'Z') {
      command = next ?? command;
      position = 0;
      return token;
    }
    const at = position % command.count;
    position += 1;
    if (at < command.first) return token;
    return String(Math.round((Number(token) + ((at - command.first) % 2 === 0 ? right : down)) * 100) / 100);
  });
}
