import type { Shape } from '../wheel/drawing.js';
import type { Filled, Headings } from './columns.js';
import { type BreakBlock, drawBreak } from './list-break.js';
import { drawEntry, type EntryBlock } from './list-entry.js';
import { type PosterWords, textAt } from './sheet-frame.js';

export type ListBlock = EntryBlock | BreakBlock;

/** How the columns of a list stand beside each other, and how their months are set. */
export interface ColumnSetting {
  /** Of one column. */
  readonly width: number;
  readonly gap: number;
  readonly headings: MonthHeadings;
}

export interface MonthHeadings extends Headings {
  /** Of their letters. */
  readonly size: number;
}

/** The headings of months in letters of a size. */
export function monthHeadings(size: number): MonthHeadings {
  return { size, height: 2.08 * size, gap: 0.92 * size };
}

/** The setting of so many columns across a width. */
export function columnsAcross(
  width: number,
  columns: number,
  gap: number,
  headings: MonthHeadings,
): ColumnSetting {
  return { width: (width - (columns - 1) * gap) / columns, gap, headings };
}

/** Columns of a list, from their upper left corner. */
export function drawColumns(
  { columns }: Filled<ListBlock>,
  { width, gap, headings }: ColumnSetting,
  corner: { readonly x: number; readonly y: number },
  { continued }: Pick<PosterWords, 'continued'>,
): Shape[] {
  return columns.flatMap((column, index) => {
    const x = corner.x + index * (width + gap);
    return column.flatMap((placed): Shape[] => {
      const y = corner.y + placed.y;
      if (placed.kind === 'block') return [drawBlock(placed.block, x, y)];
      const { heading, isContinued } = placed;
      const text = isContinued ? continued(heading) : heading;
      return drawHeading(text, { x, y, width, isContinued, size: headings.size });
    });
  });
}

function drawBlock(block: ListBlock, x: number, y: number): Shape {
  return block.kind === 'break' ? drawBreak(block, x, y) : drawEntry(block, x, y);
}

function drawHeading(
  heading: string,
  {
    x,
    y,
    width,
    isContinued,
    size,
  }: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly isContinued: boolean;
    readonly size: number;
  },
): Shape[] {
  const line = y + 1.35 * size;
  const look = isContinued ? ({ colour: 'muted' } as const) : ({ weight: 'bold' } as const);
  return [
    { kind: 'group', of: 'month', shapes: [textAt(heading, { x, y: y + 0.85 * size }, size, look)] },
    {
      kind: 'path',
      d: `M ${x} ${line} L ${x + width} ${line}`,
      fill: null,
      stroke: { colour: isContinued ? 'line' : 'ink', width: 0.06 * size },
    },
  ];
}
