import type { Drawing, MeasureText, Shape } from '../wheel/drawing.js';
import type { Wheel } from '../wheel/model.js';
import { balanceColumns, type Filled, fillColumns } from './columns.js';
import { breakBlock, type ListBreak } from './list-break.js';
import {
  type ColumnSetting,
  columnsAcross,
  drawColumns,
  type ListBlock,
  monthHeadings,
} from './list-columns.js';
import { entryBlock, type ListEntry, WHOLE_ENTRY } from './list-entry.js';
import { PAPER_SIZES, type Paper } from './paper.js';
import {
  footPart,
  headingPart,
  legendPart,
  type Part,
  type PosterWords,
  runningHead,
  textAt,
} from './sheet-frame.js';

/** A list of tasks by month, ready to be set. */
export interface List {
  /** Writes what is listed, by date: a wheel may list nothing. */
  readonly itemsOf: () => readonly (ListEntry | ListBreak)[];
  /** Provides the key to marks and colours, and the text alternative. */
  readonly wheel: Wheel;
  readonly words: PosterWords;
}

/** How a list is set on a paper: its type is as large as the paper asks for, and its lines are short enough to read. */
interface ListLayout {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly columns: number;
}

const COLUMN_GAP = 26;
const HEADINGS = monthHeadings(13);

function layoutOf(paper: Paper): ListLayout {
  const { width, height } = PAPER_SIZES[paper];
  switch (paper) {
    case 'a4':
      return { width, height, margin: 36, columns: 2 };
    case 'a3':
      return { width: height, height: width, margin: 42, columns: 4 };
    case 'a1':
      // Read from further away: as if A2, which is then enlarged.
      return { width: height / Math.SQRT2, height: width / Math.SQRT2, margin: 52, columns: 6 };
    default:
      return paper satisfies never;
  }
}

/** The list on as many sheets of paper as it takes. */
export function listPages(list: List, paper: Paper, measure: MeasureText): Drawing[] {
  const layout = layoutOf(paper);
  const blocks = blocksOf(list, layout, measure);
  const { width, height, margin } = layout;
  const inner = width - 2 * margin;
  const frame = { x: margin, y: margin, width: inner };
  const foot = { x: margin, bottom: height - margin, width: inner };
  const footHeight = footPart(list.words, foot, [1, 2], measure).height;
  const pages: { head: Part; filled: Filled<ListBlock>; top: number }[] = [];
  let next = 0;
  do {
    const isFirst = pages.length === 0;
    const head = isFirst ? headPart(list, frame, measure) : runningHead(list.words, margin, margin, inner);
    const top = margin + head.height + 22;
    const limit = height - margin - footHeight - 14 - top;
    const setting = { columns: layout.columns, limit, headings: HEADINGS };
    const full = fillColumns(blocks, next, setting);
    const filled = full.next === blocks.length ? balanceColumns(blocks, next, setting) : full;
    pages.push({ head, filled, top });
    next = filled.next;
  } while (next < blocks.length);
  return pages.map(({ head, filled, top }, index) =>
    drawingOf(list, layout, height, [
      ...head.shapes,
      ...drawFilled(list, filled, layout, top),
      ...footPart(list.words, foot, [index + 1, pages.length], measure).shapes,
    ]),
  );
}

/** The list as one sheet, as high as it takes. */
export function listSheet(list: List, paper: Paper, measure: MeasureText): Drawing {
  const layout = layoutOf(paper);
  const { width, margin } = layout;
  const blocks = blocksOf(list, layout, measure);
  const frame = { x: margin, y: margin, width: width - 2 * margin };
  const head = headPart(list, frame, measure);
  const limit = blocks.reduce((sum, block) => sum + block.height + HEADINGS.height + HEADINGS.gap, 0);
  const filled = balanceColumns(blocks, 0, { columns: layout.columns, limit, headings: HEADINGS });
  const top = margin + head.height + 22;
  const bottomOfColumns = top + Math.max(filled.height, 40);
  const footHeight = footPart(list.words, { ...frame, bottom: 0 }, [1, 1], measure).height;
  const bottom = bottomOfColumns + 18 + footHeight;
  return drawingOf(list, layout, bottom + margin, [
    ...head.shapes,
    ...drawFilled(list, filled, layout, top),
    ...footPart(list.words, { ...frame, bottom }, [1, 1], measure).shapes,
  ]);
}

/** The head of the first sheet: the heading, and under it the key to marks and colours. */
function headPart(
  { words, wheel }: List,
  frame: { readonly x: number; readonly y: number; readonly width: number },
  measure: MeasureText,
): Part {
  const heading = headingPart(words, frame, measure);
  const legend = legendPart(wheel, { ...frame, y: frame.y + heading.height + 17 }, measure);
  return {
    shapes: [...heading.shapes, ...legend.shapes],
    height: heading.height + 17 + legend.height,
  };
}

function blocksOf({ itemsOf }: List, layout: ListLayout, measure: MeasureText): ListBlock[] {
  const { width } = columnsOf(layout);
  return itemsOf().map((item) =>
    item.kind === 'break' ? breakBlock(item, width, measure) : entryBlock(item, width, WHOLE_ENTRY, measure),
  );
}

function columnsOf({ width, margin, columns }: ListLayout): ColumnSetting {
  return columnsAcross(width - 2 * margin, columns, COLUMN_GAP, HEADINGS);
}

function drawFilled(list: List, filled: Filled<ListBlock>, layout: ListLayout, top: number): Shape[] {
  const { words } = list;
  const { margin } = layout;
  if (filled.columns.length === 0)
    return [textAt(words.empty, { x: margin, y: top + 14 }, 12, { colour: 'muted' })];
  return drawColumns(filled, columnsOf(layout), { x: margin, y: top }, words);
}

function drawingOf(
  { wheel, words }: List,
  { width }: ListLayout,
  height: number,
  shapes: readonly Shape[],
): Drawing {
  return {
    width,
    height,
    title: `${words.heading} ${words.year}`,
    description: wheel.words.description,
    shapes,
  };
}
