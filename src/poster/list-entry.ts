import type { MeasureText, Shape } from '../wheel/drawing.js';
import type { Series, WheelEntry } from '../wheel/model.js';
import type { Block } from './columns.js';
import { markOf } from './marks.js';
import { textAt } from './sheet-frame.js';
import { linesOf } from './text-lines.js';

/** One task as a list shows it, in one language. */
export interface ListEntry {
  readonly id: string;
  readonly kind: WheelEntry['kind'];
  readonly status: WheelEntry['status'];
  readonly series: Series;
  /** `ma.`. */
  readonly weekday: string;
  /** `17.`, with a star where it is provisional. */
  readonly day: string;
  /** The last day of a period: `–21.` or `–4.9.`; empty for a day. */
  readonly until: string;
  readonly title: string;
  /** Who, with whom, and its status. */
  readonly who: string;
  readonly href: string | undefined;
  /** The month under which it is listed. */
  readonly month: string;
}

/** An entry with its lines broken for a column. */
export interface EntryBlock extends Block {
  readonly kind: 'entry';
  readonly entry: ListEntry;
  readonly type: EntryType;
  readonly titleLines: readonly string[];
  readonly whoLines: readonly string[];
}

/** How entries are set: the sizes of their letters, and where their parts are in a column, from its left edge. */
export interface EntryType {
  /** What the group of an entry's shapes is called. */
  readonly group: 'entry' | 'listed';
  readonly at: { readonly day: number; readonly mark: number; readonly text: number };
  readonly title: { readonly size: number; readonly line: number };
  /** Of the weekday, the end of a period, and of who does it; null where only date and title are given. */
  readonly who: { readonly size: number; readonly line: number } | null;
  /** Under each. */
  readonly gap: number;
}

/** An entry of a list that has a sheet of its own. */
export const WHOLE_ENTRY: EntryType = {
  group: 'entry',
  at: { day: 38, mark: 48, text: 58 },
  title: { size: 9.5, line: 12 },
  who: { size: 8, line: 10.5 },
  gap: 7,
};

/** Date and title of an entry that is on the sheet besides, in letters of a size. */
export function briefEntry(size: number): EntryType {
  return {
    group: 'listed',
    at: { day: 2.3 * size, mark: 3.1 * size, text: 3.9 * size },
    title: { size, line: 1.15 * size },
    who: null,
    gap: 0.12 * size,
  };
}

/** Breaks an entry into lines for a column of a width. */
export function entryBlock(
  entry: ListEntry,
  width: number,
  type: EntryType,
  measure: MeasureText,
): EntryBlock {
  const { at, title, who, gap } = type;
  const text = { width: width - at.text, maxLines: 4 };
  const titleLines = linesOf(entry.title, { ...text, size: title.size, weight: weightOf(entry) }, measure);
  const whoLines =
    who === null
      ? []
      : linesOf(entry.who, { ...text, size: who.size, weight: 'regular', maxLines: 3 }, measure);
  const lineOfWho = who?.line ?? 0;
  const ofText = titleLines.length * title.line + whoLines.length * lineOfWho;
  const ofDate = entry.until === '' ? title.line : title.line + lineOfWho;
  return {
    kind: 'entry',
    heading: entry.month,
    height: Math.max(ofText, ofDate) + gap,
    entry,
    type,
    titleLines,
    whoLines,
  };
}

/** An entry at its place: date, mark and title, and below it who does it with whom. */
export function drawEntry({ entry, type, titleLines, whoLines }: EntryBlock, x: number, y: number): Shape {
  const { at, title, who, group } = type;
  const first = y + title.size;
  const isOver = entry.status === 'cancelled';
  const colour = isOver ? 'muted' : 'ink';
  const weight = weightOf(entry);
  const { href } = entry;
  const underTitle = first + titleLines.length * title.line;
  const muted = { colour: 'muted' } as const;
  return {
    kind: 'group',
    of: `${group}:${entry.id}`,
    shapes: [
      ...(who === null ? [] : [textAt(entry.weekday, { x, y: first }, who.size, muted)]),
      textAt(entry.day, { x: x + at.day, y: first }, title.size, { weight: 'bold', anchor: 'end', colour }),
      ...(who === null || entry.until === ''
        ? []
        : [
            textAt(entry.until, { x: x + at.day, y: first + who.line }, who.size, {
              ...muted,
              anchor: 'end',
            }),
          ]),
      markOf(
        entry.kind,
        { x: x + at.mark, y: first - title.size * 0.36 },
        1.05 * title.size,
        isOver ? 'muted' : `series-${entry.series}`,
      ),
      ...titleLines.map((line, index) =>
        textAt(line, { x: x + at.text, y: first + index * title.line }, title.size, { weight, colour, href }),
      ),
      ...whoLines.map((line, index) =>
        textAt(line, { x: x + at.text, y: underTitle + index * (who?.line ?? 0) }, who?.size ?? 0, muted),
      ),
    ],
  };
}

/** What must not be missed stands out. */
function weightOf({ kind, status }: ListEntry): 'bold' | 'regular' {
  return kind === 'deadline' && status !== 'cancelled' ? 'bold' : 'regular';
}
