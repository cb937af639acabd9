import type { IsoDate } from '../../../../../../calendar/iso-date.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import { type Lanes, layIntoLanes } from '../../../../../../wheel/lanes.js';
import { type Figure, GAP, type PlacedName, placeName } from './name-place.js';
import { leftOf, middleOf, rightOf, type Scale } from './scale.js';
import type { TimelineRow } from './timeline-rows.js';

/** The width of a mark, and the least of a bar. */
export const MARK = 16;

/** A task at its place in a row. */
export interface PlacedTask {
  readonly task: TaskView;
  /** From 0, downwards. */
  readonly lane: number;
  readonly figure: Figure;
  /** Null when there is no room for it between the ends of the scale and today. */
  readonly name: PlacedName | null;
}

/** A row with its tasks in lanes, so that neither they nor their names hide one another. */
export interface LaidRow extends TimelineRow {
  readonly lanes: number;
  /** By date. */
  readonly placed: readonly PlacedTask[];
}

/** Lays out the rows, each in as many lanes as the names of its tasks need. */
export function layOut(
  rows: readonly TimelineRow[],
  scale: Scale,
  today: IsoDate,
  widthOf: (name: string) => number,
): LaidRow[] {
  const limits = { width: scale.width, line: middleOf(scale, today) };
  return rows.map((row) => {
    const shown = row.tasks
      .filter(({ start, end }) => start <= scale.to && end >= scale.from)
      .map((task) => {
        const figure = figureOf(task, scale);
        return { task, figure, name: placeName(task.title, figure, limits, widthOf) };
      });
    const lanes: Lanes = [];
    const laneOf = new Map<string, number>();
    const stretches = shown.map(({ task, figure, name }) => ({
      id: task.id,
      from: Math.min(figure.from, name?.from ?? figure.from),
      to: Math.max(figure.to, name?.to ?? figure.to) + GAP,
    }));
    for (const stretch of stretches.sort((a, b) => a.from - b.from))
      laneOf.set(stretch.id, layIntoLanes(lanes, stretch));
    const placed = shown.map((each) => ({ ...each, lane: laneOf.get(each.task.id) ?? 0 }));
    return { ...row, lanes: lanes.length, placed };
  });
}

/** A mark is centred on its day, a bar spans its days. */
function figureOf(task: TaskView, scale: Scale): Figure {
  const [left, right] = [leftOf(scale, task.start), rightOf(scale, task.end)];
  if (task.start === task.end) {
    const from = Math.min(scale.width - MARK, Math.max(0, (left + right) / 2 - MARK / 2));
    return { shape: 'mark', from, to: from + MARK };
  }
  const width = Math.max(MARK, right - left);
  const from = Math.min(left, scale.width - width);
  return { shape: 'bar', from, to: from + width };
}
