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
 * 2. Spread them, each as near to its date as can be.
 * 3. Where labels push one another too far from their dates, leave out one: of those that compete for the place of the
 *    farthest, the last by rank. Begin again at 2 until none is too far.
 * 4. Put back, first by rank, what has room now that others are gone.
 *
 * So crowded weeks lose labels and quiet ones keep theirs, and each place keeps its most important ones.
 */
export function chooseLabels<T>(wishes: readonly LabelWish<T>[], room: LabelRoom): LabelPlace<T>[] {
  const row = openRow(wishes, room);
  const capacity = Math.max(0, Math.floor((row.high - row.low) / room.distance + 1 + 1e-9));
  const spreadOut = (wanted: Float64Array) =>
    spread(wanted, room.distance, row.low, Math.max(row.high, row.low + (wanted.length - 1) * room.distance));
  const wantedBy = (labels: readonly LabelWish<T>[]) => Float64Array.from(labels, ({ angle }) => angle);
  let kept = [...row.wishes];
  let angles = spreadOut(wantedBy(kept));
  for (;;) {
    const left = crowdedOut(kept, angles, room);
    if (left.size === 0 && kept.length <= capacity) break;
    if (left.size === 0) left.add(kept.reduce((a, b) => (b.rank > a.rank ? b : a)));
    kept = kept.filter((wish) => !left.has(wish));
    angles = spreadOut(wantedBy(kept));
  }
  let wanted = wantedBy(kept);
  const chosen = new Set(kept);
  const missing = row.wishes.filter((wish) => !chosen.has(wish)).sort((a, b) => a.rank - b.rank);
  for (const wish of missing) {
    if (kept.length >= capacity) break;
    const after = kept.findIndex((each) => comesAfter(each, wish));
    const at = after < 0 ? kept.length : after;
    const more = new Float64Array(wanted.length + 1);
    more.set(wanted.subarray(0, at));
    more[at] = wish.angle;
    more.set(wanted.subarray(at), at + 1);
    const moved = spreadOut(more);
    if (moved.some((angle, index) => Math.abs(angle - (more[index] as number)) > room.reach)) continue;
    kept.splice(at, 0, wish);
    [wanted, angles] = [more, moved];
  }
  return kept.map(({ of, angle }, index) => ({ of, wanted: angle, angle: angles[index] as number }));
}

function comesAfter<T>(one: LabelWish<T>, other: LabelWish<T>): boolean {
  return one.angle - other.angle > 0 || (one.angle === other.angle && one.rank > other.rank);
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

/**
 * Of each run of touching labels that reaches too far, the last by rank near the one that is the farthest; and near
 * the next farthest, where that is another place.
 */
function crowdedOut<T>(
  wishes: readonly LabelWish<T>[],
  angles: ArrayLike<number>,
  { distance, reach }: LabelRoom,
): Set<LabelWish<T>> {
  const left = new Set<LabelWish<T>>();
  const placeOf = (index: number) => (wishes[index] as LabelWish<T>).angle;
  const away = (index: number) => Math.abs((angles[index] as number) - placeOf(index));
  let first = 0;
  for (let next = 1; next <= wishes.length; next += 1) {
    const touches =
      next < wishes.length && (angles[next] as number) - (angles[next - 1] as number) <= distance + 1e-6;
    if (touches) continue;
    const straying: number[] = [];
    for (let index = first; index < next; index += 1) if (away(index) > reach) straying.push(index);
    const places: number[] = [];
    for (const index of straying.sort((a, b) => away(b) - away(a))) {
      const place = placeOf(index);
      if (places.some((other) => Math.abs(other - place) <= 2 * reach)) continue;
      places.push(place);
      const competing = wishes.slice(first, next).filter(({ angle }) => Math.abs(angle - place) <= reach);
      left.add(competing.reduce((a, b) => (b.rank > a.rank ? b : a)));
    }
    first = next;
  }
  return left;
}
