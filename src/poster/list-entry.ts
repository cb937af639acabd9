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
  readonly titleLines: readonly string[];
  readonly whoLines: readonly string[];
}

/** The positions of the parts of an entry in a column, from its left edge. */
const AT = { day: 38, mark: 48, text: 58 } as const;

const TITLE = { size: 9.5, line: 12 } as const;
const WHO = { size: 8, line: 10.5 } as const;
const GAP = 7;

/** Breaks an entry into lines for a column of a width. */
export function entryBlock(entry: ListEntry, width: number, measure: MeasureText): EntryBlock {
  const text = width - AT.text;
  const weight = weightOf(entry);
  const titleLines = linesOf(entry.title, { width: text, size: TITLE.size, weight, maxLines: 4 }, measure);
  const who = { width: text, size: WHO.size, weight: 'regular', maxLines: 3 } as const;
  const whoLines = linesOf(entry.who, who, measure);
  const ofText = titleLines.length * TITLE.line + whoLines.length * WHO.line;
  const ofDate = entry.until === '' ? TITLE.line : TITLE.line + WHO.line;
  return {
    kind: 'entry',
    heading: entry.month,
    height: Math.max(ofText, ofDate) + GAP,
    entry,
    titleLines,
    whoLines,
  };
}

/** An entry at its place: date, mark and title, and below it who does it with whom. */
export function drawEntry({ entry, titleLines, whoLines }: EntryBlock, x: number, y: number): Shape {
  const first = y + TITLE.size;
  const isOver = entry.status === 'cancelled';
  const colour = isOver ? 'muted' : 'ink';
  const weight = weightOf(entry);
  const { href } = entry;
  const underTitle = first + titleLines.length * TITLE.line;
  return {
    kind: 'group',
    of: `entry:${entry.id}`,
    shapes: [
      textAt(entry.weekday, { x, y: first }, WHO.size, { colour: 'muted' }),
      textAt(entry.day, { x: x + AT.day, y: first }, TITLE.size, { weight: 'bold', anchor: 'end', colour }),
      ...(entry.until === ''
        ? []
        : [
            textAt(entry.until, { x: x + AT.day, y: first + WHO.line }, WHO.size, {
              anchor: 'end',
              colour: 'muted',
            }),
          ]),
      markOf(
        entry.kind,
        { x: x + AT.mark, y: first - TITLE.size * 0.36 },
        10,
        isOver ? 'muted' : `series-${entry.series}`,
      ),
      ...titleLines.map((line, index) =>
        textAt(line, { x: x + AT.text, y: first + index * TITLE.line }, TITLE.size, { weight, colour, href }),
      ),
      ...whoLines.map((line, index) =>
        textAt(line, { x: x + AT.text, y: underTitle + index * WHO.line }, WHO.size, {
          colour: 'muted',
        }),
      ),
    ],
  };
}

/** What must not be missed stands out. */
function weightOf({ kind, status }: ListEntry): 'bold' | 'regular' {
  return kind === 'deadline' && status !== 'cancelled' ? 'bold' : 'regular';
}
