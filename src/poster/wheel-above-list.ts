import type { MeasureText, Shape } from '../wheel/drawing.js';
import { rankEntries } from '../wheel/labels/label-rank.js';
import type { WheelEntry } from '../wheel/model.js';
import { type DrawnWheel, drawWheel, type WheelView } from '../wheel/wheel.js';
import { balanceColumns, type Filled } from './columns.js';
import { columnsAcross, drawColumns, type ListBlock, monthHeadings } from './list-columns.js';
import { briefEntry, entryBlock, type ListEntry } from './list-entry.js';
import type { List } from './list-sheet.js';
import { textAt } from './sheet-frame.js';
import { linesOf } from './text-lines.js';

/** The least height of the wheel, in letter heights: lower, its hub has no room for whole words. */
const LEAST_WHEEL = 50;
/** How wide a column is at least, in letter heights: as wide as most titles. */
const LEAST_COLUMN = 22;
/** Between columns, and between the wheel and its list, in letter heights. */
const COLUMN_GAP = 2;
const LIST_GAP = 1.5;
/** Halves of what is not known of the height of the wheel. */
const ROUNDS = 5;

interface Frame {
  readonly x: number;
  readonly width: number;
}

/**
 * A wheel in its smallest letters, and under it the tasks that it has no room to name, with date and title by month. The
 * wheel is as high as lets all of them have room. Where they have none under the lowest wheel, those that rank highest
 * are listed, and the others counted.
 */
export function wheelAboveList(
  list: List,
  view: WheelView & { readonly smallest: number },
  frame: Frame,
  measure: MeasureText,
): { readonly shapes: readonly Shape[] } {
  const drawnAt = (height: number) =>
    drawWheel(list.wheel, { ...view, height, textSize: view.smallest }, measure);
  const listed = new UnnamedList(list, view.smallest, frame, measure);
  const roomUnder = (height: number) => view.height - height - LIST_GAP * view.smallest;
  const fits = (drawn: DrawnWheel, height: number) => listed.heightOf(drawn.unnamed) <= roomUnder(height);
  let low = Math.min(view.height, LEAST_WHEEL * view.smallest);
  let best = drawnAt(low);
  let high = view.height;
  if (fits(best, low))
    for (let round = 0; round < ROUNDS; round += 1) {
      const middle = (low + high) / 2;
      const drawn = drawnAt(middle);
      if (fits(drawn, middle)) [low, best] = [middle, drawn];
      else high = middle;
    }
  const room = roomUnder(low);
  const top = (view.corner?.y ?? 0) + view.height - room;
  return { shapes: [...best.drawing.shapes, ...listed.draw(best.unnamed, room, top)] };
}

/** The list of tasks that a wheel has no room to name. */
class UnnamedList {
  readonly #list: List;
  readonly #size: number;
  readonly #frame: Frame;
  readonly #measure: MeasureText;
  readonly #ranks: ReadonlyMap<WheelEntry, number>;
  readonly #items: readonly ListEntry[];
  readonly #blocks = new Map<string, ListBlock>();

  constructor(list: List, size: number, frame: Frame, measure: MeasureText) {
    [this.#list, this.#size, this.#frame, this.#measure] = [list, size, frame, measure];
    this.#items = list.itemsOf().filter((item) => item.kind !== 'break');
    this.#ranks = rankEntries(list.wheel.entries, list.wheel.today);
  }

  /** How much height all of some tasks take, with the words above them. */
  heightOf(unnamed: readonly WheelEntry[]): number {
    return this.#headHeight(unnamed.length, 0) + this.#balanced(unnamed).height;
  }

  /** As many of some tasks as have room, by rank, under the words that count them. */
  draw(unnamed: readonly WheelEntry[], room: number, top: number): Shape[] {
    const [listed, left] = this.#withRoom(unnamed, room);
    const { x } = this.#frame;
    const size = this.#headSize;
    const head = this.#headLines(listed.length, left).map((line, index) =>
      textAt(line, { x, y: top + (1 + index * HEAD_LINE) * size }, size, { weight: 'bold' }),
    );
    const corner = { x, y: top + this.#headHeight(listed.length, left) };
    return [...head, ...drawColumns(this.#balanced(listed), this.#setting, corner, this.#list.words)];
  }

  /** The tasks of the highest rank that have room, and how many have none. */
  #withRoom(unnamed: readonly WheelEntry[], room: number): [readonly WheelEntry[], number] {
    const rank = (entry: WheelEntry) => this.#ranks.get(entry) ?? 0;
    const byRank = [...unnamed].sort((a, b) => rank(a) - rank(b));
    const first = (count: number) => {
      const kept = new Set(byRank.slice(0, count));
      return unnamed.filter((entry) => kept.has(entry));
    };
    const fits = (count: number) => {
      const left = unnamed.length - count;
      return this.#headHeight(count, left) + this.#balanced(first(count)).height <= room;
    };
    if (fits(unnamed.length)) return [unnamed, 0];
    let [low, high] = [0, unnamed.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (fits(middle)) low = middle;
      else high = middle;
    }
    return [first(low), unnamed.length - low];
  }

  get #headSize(): number {
    return 1.2 * this.#size;
  }

  #headLines(listed: number, left: number): string[] {
    const { words } = this.#list;
    const setting = { width: this.#frame.width, size: this.#headSize, weight: 'bold', maxLines: 3 } as const;
    return linesOf(words.listed(listed, left), setting, this.#measure);
  }

  #headHeight(listed: number, left: number): number {
    return (this.#headLines(listed, left).length * HEAD_LINE + 0.6) * this.#headSize;
  }

  get #columns(): number {
    const [column, gap] = [LEAST_COLUMN * this.#size, COLUMN_GAP * this.#size];
    return Math.max(1, Math.floor((this.#frame.width + gap) / (column + gap)));
  }

  get #setting() {
    const headings = {
      ...monthHeadings(1.1 * this.#size),
      height: 1.65 * this.#size,
      gap: 0.35 * this.#size,
    };
    return columnsAcross(this.#frame.width, this.#columns, COLUMN_GAP * this.#size, headings);
  }

  #balanced(entries: readonly WheelEntry[]): Filled<ListBlock> {
    const ids = new Set(entries.map(({ id }) => id));
    const { width, headings } = this.#setting;
    const blocks = this.#items.flatMap((item) => (ids.has(item.id) ? [this.#blockOf(item, width)] : []));
    const limit = blocks.reduce((sum, { height }) => sum + height + headings.height + headings.gap, 0);
    return balanceColumns(blocks, 0, { columns: this.#columns, limit, headings });
  }

  #blockOf(item: ListEntry, width: number): ListBlock {
    const known = this.#blocks.get(item.id);
    if (known) return known;
    // Only colour would say it in a list of titles.
    const { cancelled } = this.#list.wheel.words;
    const title = item.status === 'cancelled' ? `${item.title} (${cancelled.toLowerCase()})` : item.title;
    const block = entryBlock({ ...item, title }, width, briefEntry(this.#size), this.#measure);
    this.#blocks.set(item.id, block);
    return block;
  }
}

/** From one line above the list to the next, in their letter heights. */
const HEAD_LINE = 1.3;
