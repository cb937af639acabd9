import type { TaskView } from '../../../../../../task/task-view.js';
import { type Lanes, layIntoLanes } from '../../../../../../wheel/lanes.js';
import { leftOf, rightOf, type Scale } from './scale.js';
import type { TimelineRow } from './timeline-rows.js';

/** The width of a mark, and the least of a bar. */
export const MARK = 16;
/** Between a mark and its label, and between what stands behind one another in a lane. */
export const GAP = 6;

/** A task at its place in a row. */
export interface PlacedTask {
  readonly task: TaskView;
  readonly shape: 'mark' | 'bar';
  /** From 0, downwards. */
  readonly lane: number;
  /** Of the mark or bar. */
  readonly left: number;
  readonly width: number;
  /** The room for the label; 0 when there is none. */
  readonly label: number;
  /** Whether the label is to the left of the mark, as at the right edge. */
  readonly isBefore: boolean;
}

/** A row with its tasks in lanes, so that none hides another. */
export interface LaidRow extends TimelineRow {
  readonly lanes: number;
  readonly placed: readonly PlacedTask[];
}

/** How wide labels may be, the best first; with none of their own they take what room their lanes leave. */
const LABEL_WIDTHS = [320, 200, 0] as const;
/** With more lanes than this, there is too much to scroll. */
const MOST_LANES = 80;
/** A label cut shorter than this is not shown. */
const LEAST_LABEL = 84;

/** Lays out the rows with the widest labels that do not make the timeline too high. */
export function layOut(
  rows: readonly TimelineRow[],
  scale: Scale,
  widthOf: (label: string) => number,
): LaidRow[] {
  for (const most of LABEL_WIDTHS) {
    const laid = rows.map((row) => layOutRow(row, scale, (label) => Math.min(most, widthOf(label))));
    const lanes = laid.reduce((sum, row) => sum + row.lanes, 0);
    if (lanes <= MOST_LANES || most === 0)
      return most === 0 ? laid.map((row) => withLabelsInGaps(row, scale, widthOf)) : laid;
  }
  return [];
}

function layOutRow(row: TimelineRow, scale: Scale, widthOf: (label: string) => number): LaidRow {
  const lanes: Lanes = [];
  const placed = row.tasks
    .filter(({ start, end }) => start <= scale.to && end >= scale.from)
    .map((task) => {
      const { shape, left, width } = placeOf(task, scale);
      const label = widthOf(task.title);
      const taken = shape === 'bar' ? Math.max(width, label + 2 * GAP) : width + (label && label + GAP);
      const isBefore = left + taken > scale.width && left + width - taken >= 0;
      const from = isBefore ? left + width - taken : left;
      const lane = layIntoLanes(lanes, { from, to: from + taken + GAP });
      return { task, shape, lane, left, width, label, isBefore } as const;
    });
  return { ...row, lanes: lanes.length, placed };
}

/** A mark is centred on its day, a bar spans its days. */
function placeOf(task: TaskView, scale: Scale): Pick<PlacedTask, 'shape' | 'left' | 'width'> {
  const [left, right] = [leftOf(scale, task.start), rightOf(scale, task.end)];
  if (task.start === task.end) {
    const middle = (left + right) / 2 - MARK / 2;
    return { shape: 'mark', left: Math.min(scale.width - MARK, Math.max(0, middle)), width: MARK };
  }
  const width = Math.max(MARK, right - left);
  return { shape: 'bar', left: Math.min(left, scale.width - width), width };
}

/** Gives each task as much of its label as its lane leaves free after it. */
function withLabelsInGaps(row: LaidRow, scale: Scale, widthOf: (label: string) => number): LaidRow {
  return {
    ...row,
    placed: row.placed.map((each) => {
      const next = row.placed
        .filter(({ lane, left }) => lane === each.lane && left > each.left)
        .reduce((least, { left }) => Math.min(least, left), scale.width);
      const begin = each.shape === 'bar' ? each.left + GAP : each.left + each.width + GAP;
      const room = next - begin - GAP;
      const label = Math.min(room, widthOf(each.task.title));
      return { ...each, label: label < room || room >= LEAST_LABEL ? label : 0 };
    }),
  };
}
