import type { Colour, PathShape } from '../wheel/drawing.js';
import type { WheelEntry } from '../wheel/model.js';

/** The mark of an entry beside its title, in the forms of the wheel: a dot, an open diamond, a bar. */
export function markOf(
  kind: WheelEntry['kind'],
  x: number,
  y: number,
  size: number,
  colour: Colour,
): PathShape {
  switch (kind) {
    case 'deadline':
      return { kind: 'path', d: circle(x, y, size * 0.36), fill: colour, stroke: null };
    case 'cooperation':
      return {
        kind: 'path',
        d: diamond(x, y, size * 0.44),
        fill: 'paper',
        stroke: { colour, width: size * 0.15 },
      };
    case 'activity':
      return { kind: 'path', d: bar(x, y, size * 0.46, size * 0.2), fill: colour, stroke: null };
    default:
      return kind satisfies never;
  }
}

function circle(x: number, y: number, r: number): string {
  return `M ${n(x - r)} ${n(y)} A ${n(r)} ${n(r)} 0 1 1 ${n(x + r)} ${n(y)} A ${n(r)} ${n(r)} 0 1 1 ${n(x - r)} ${n(y)} Z`;
}

function diamond(x: number, y: number, r: number): string {
  return `M ${n(x)} ${n(y - r)} L ${n(x + r)} ${n(y)} L ${n(x)} ${n(y + r)} L ${n(x - r)} ${n(y)} Z`;
}

/** A bar with round ends. */
function bar(x: number, y: number, half: number, r: number): string {
  const [left, right] = [x - half + r, x + half - r];
  return `M ${n(left)} ${n(y - r)} L ${n(right)} ${n(y - r)} A ${n(r)} ${n(r)} 0 0 1 ${n(right)} ${n(y + r)} L ${n(left)} ${n(y + r)} A ${n(r)} ${n(r)} 0 0 1 ${n(left)} ${n(y - r)} Z`;
}

/** A rectangle with round corners. */
export function roundedBox(x: number, y: number, width: number, height: number, r: number): string {
  const [right, bottom] = [x + width, y + height];
  return `M ${n(x + r)} ${n(y)} L ${n(right - r)} ${n(y)} A ${n(r)} ${n(r)} 0 0 1 ${n(right)} ${n(y + r)} L ${n(right)} ${n(bottom - r)} A ${n(r)} ${n(r)} 0 0 1 ${n(right - r)} ${n(bottom)} L ${n(x + r)} ${n(bottom)} A ${n(r)} ${n(r)} 0 0 1 ${n(x)} ${n(bottom - r)} L ${n(x)} ${n(y + r)} A ${n(r)} ${n(r)} 0 0 1 ${n(x + r)} ${n(y)} Z`;
}

function n(value: number): number {
  return Math.round(value * 100) / 100;
}
