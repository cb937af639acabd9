import { LabelRow } from './label-row.js';

/** A label that wants to stand at an angle. */
export interface LabelWish<T> {
  readonly of: T;
  readonly angle: number;
  /** Which to leave out first where there are too many: those that come last by it. */
  readonly rank: number;
}

export interface LabelPlace<T> {
  readonly of: T;
  /** Of the date. */
  readonly wanted: number;
  /** Of the label. */
  readonly angle: number;
}

/** The room around a dial, in degrees. */
export interface LabelRoom {
  readonly start: number;
  readonly span: number;
  readonly isClosed: boolean;
  /** The least from one label to the next. */
  readonly distance: number;
  /** How far a label may stand from its date. */
  readonly reach: number;
}

/**
 * Chooses labels and places them.
 *
 * 1. Open the circle where the dates leave the widest gap: from there on, labels stand in a row.
 * 2. Take them into the row, first by rank, each as near to its date as can be.
 * 3. One that would push itself or another too far from its date goes without.
 *
 * So crowded weeks lose labels and quiet ones keep theirs, and none is left out for one that ranks below it.
 */
export function chooseLabels<T>(wishes: readonly LabelWish<T>[], room: LabelRoom): LabelPlace<T>[] {
  const { distance, reach } = room;
  const { inOrder, low, high } = openRow(wishes, room);
  const row = new LabelRow<LabelWish<T>>({ low, high, distance, reach });
  for (const wish of inOrder.sort((a, b) => a.rank - b.rank || a.angle - b.angle)) row.add(wish);
  return row.places().map(({ label: { of, angle: wanted }, angle }) => ({ of, wanted, angle }));
}

function openRow<T>(wishes: readonly LabelWish<T>[], { start, span, isClosed, distance }: LabelRoom) {
  const inOrder = [...wishes].sort((a, b) => a.angle - b.angle);
  const half = distance / 2;
  if (!isClosed) return { inOrder, low: start - half, high: start + span + half };
  let [widest, at] = [-1, 0];
  inOrder.forEach(({ angle }, index) => {
    const before = index === 0 ? (inOrder.at(-1)?.angle ?? 0) - 360 : (inOrder[index - 1]?.angle ?? 0);
    if (angle - before > widest) [widest, at] = [angle - before, index];
  });
  const opening = (inOrder[at]?.angle ?? 0) - widest / 2;
  const turned = inOrder.map((wish, index) => (index < at ? { ...wish, angle: wish.angle + 360 } : wish));
  return { inOrder: turned, low: opening + half, high: opening + 360 - half };
}
