import { spread } from './spread.js';

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
 * 2. While there are more than have room at all, leave out the last by rank.
 * 3. Spread the rest, each as near to its date as can be.
 * 4. Where labels that push one another reach too far from their dates, leave out the last of them by rank; spread again.
 */
export function chooseLabels<T>(wishes: readonly LabelWish<T>[], room: LabelRoom): LabelPlace<T>[] {
  const row = openRow(wishes, room);
  let kept = row.wishes;
  const capacity = Math.floor((row.high - row.low) / room.distance + 1 + 1e-9);
  if (kept.length > capacity) {
    const chosen = new Set([...kept].sort((a, b) => a.rank - b.rank).slice(0, Math.max(0, capacity)));
    kept = kept.filter((wish) => chosen.has(wish));
  }
  for (;;) {
    const angles = spread(
      kept.map(({ angle }) => angle),
      room.distance,
      row.low,
      row.high,
    );
    const strays = lastOfStrayingRuns(kept, angles, room);
    if (strays.size === 0)
      return kept.map(({ of, angle }, index) => ({ of, wanted: angle, angle: angles[index] as number }));
    kept = kept.filter((wish) => !strays.has(wish));
  }
}

function openRow<T>(wishes: readonly LabelWish<T>[], room: LabelRoom) {
  const { start, span, distance } = room;
  const sorted = [...wishes].sort((a, b) => a.angle - b.angle || a.rank - b.rank);
  const half = distance / 2;
  if (!room.isClosed) return { wishes: sorted, low: start - half, high: start + span + half };
  let [widest, at] = [-1, 0];
  sorted.forEach(({ angle }, index) => {
    const before = index === 0 ? (sorted.at(-1)?.angle ?? 0) - 360 : (sorted[index - 1]?.angle ?? 0);
    if (angle - before > widest) [widest, at] = [angle - before, index];
  });
  const turned = [
    ...sorted.slice(at),
    ...sorted.slice(0, at).map((wish) => ({ ...wish, angle: wish.angle + 360 })),
  ];
  const opening = (turned[0]?.angle ?? 0) - widest / 2;
  return { wishes: turned, low: opening + half, high: opening + 360 - half };
}

/** Of each run of labels that touch and of which one is too far from its date, the one that ranks last. */
function lastOfStrayingRuns<T>(
  wishes: readonly LabelWish<T>[],
  angles: readonly number[],
  { distance, reach }: LabelRoom,
): Set<LabelWish<T>> {
  const last = new Set<LabelWish<T>>();
  let worst: LabelWish<T> | undefined;
  let isStraying = false;
  wishes.forEach((wish, index) => {
    const angle = angles[index] as number;
    const previous = angles[index - 1];
    if (previous !== undefined && angle - previous > distance + 1e-6) {
      if (isStraying && worst) last.add(worst);
      [worst, isStraying] = [undefined, false];
    }
    if (!worst || wish.rank > worst.rank) worst = wish;
    if (Math.abs(angle - wish.angle) > reach) isStraying = true;
  });
  if (isStraying && worst) last.add(worst);
  return last;
}
