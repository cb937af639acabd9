import type { MeasureText, Shape } from '../wheel/drawing.js';
import type { Block } from './columns.js';
import { roundedBox } from './marks.js';
import { textAt } from './sheet-frame.js';
import { lineOf } from './text-lines.js';

/** A break of the school year as a list shows it between the tasks. */
export interface ListBreak {
  readonly kind: 'break';
  readonly label: string;
  /** `28.9.–2.10.` */
  readonly dates: string;
  /** The month under which it is listed. */
  readonly month: string;
}

export interface BreakBlock extends Block {
  readonly kind: 'break';
  readonly shown: ListBreak;
  readonly label: string;
  readonly width: number;
}

const SIZE = 8;
const BOX = 17;

/** A break as a band across the column. */
export function breakBlock(shown: ListBreak, width: number, measure: MeasureText): BreakBlock {
  const room = width - measure(shown.dates, SIZE, 'regular') - 30;
  const label = lineOf(shown.label, { width: room, size: SIZE, weight: 'bold' }, measure);
  return { kind: 'break', heading: shown.month, height: BOX + 9, shown, label, width };
}

export function drawBreak({ shown, label, width }: BreakBlock, x: number, y: number): Shape {
  const baseline = y + BOX / 2 + SIZE * 0.36;
  return {
    kind: 'group',
    of: `break:${shown.label}`,
    shapes: [
      { kind: 'path', d: roundedBox({ x, y, width, height: BOX }, 4), fill: 'break', stroke: null },
      textAt(label, { x: x + 8, y: baseline }, SIZE, { weight: 'bold', colour: 'muted' }),
      textAt(shown.dates, { x: x + width - 8, y: baseline }, SIZE, { anchor: 'end', colour: 'muted' }),
    ],
  };
}
