/** What a place in a row is wanted for. */
interface Wanted {
  readonly angle: number;
}

/** The room of a row, in degrees. */
export interface RowRoom {
  /** The first and the last place that there is. */
  readonly low: number;
  readonly high: number;
  /** The least from one place to the next. */
  readonly distance: number;
  /** How far a place may be from where it is wanted. */
  readonly reach: number;
}

/** Neighbours that touch: the first is at `start`, each of the others a distance after the one before it. */
interface Pool<T> {
  readonly labels: readonly T[];
  readonly start: number;
}

/**
 * Labels in a row, each as near as can be to where it is wanted: in order, at least a distance apart, within the room,
 * and the sum of the squared displacements the least there is. Taking the distances out leaves places that must only not
 * fall, which is isotonic regression: neighbours that collide merge into a pool and share their mean (pool of adjacent
 * violators), and cutting the answer off at the ends of the room solves it with them.
 *
 * One more label parts no pool: those before it want the pool to start where they did, those after it want that a
 * distance earlier. So its own pool grows, merges with the neighbours that it reaches now, and all others stay where
 * they are: they need not be placed, or looked at, again.
 */
export class LabelRow<T extends Wanted> {
  readonly #room: RowRoom;
  readonly #pools: Pool<T>[] = [];

  constructor(room: RowRoom) {
    this.#room = room;
  }

  /** Takes a label in after those that want the same place, unless one would then be out of reach; says whether it did. */
  add(label: T): boolean {
    const pools = this.#pools;
    // The pools from `first` on to before `next` give way to one.
    let first = pools.findIndex(({ labels }) => lastOf(labels).angle > label.angle);
    if (first < 0) first = pools.length;
    let next = first;
    let pool = this.#poolOf([label]);
    const around = pools[first];
    const at = around?.labels.findIndex(({ angle }) => angle > label.angle) ?? 0;
    if (around && at > 0) {
      pool = this.#poolOf(around.labels.toSpliced(at, 0, label));
      next += 1;
    }
    for (;;) {
      const [before, after] = [pools[first - 1], pools[next]];
      if (before && this.#endOf(before) > pool.start) {
        pool = this.#poolOf([...before.labels, ...pool.labels]);
        first -= 1;
      } else if (after && this.#endOf(pool) > after.start) {
        pool = this.#poolOf([...pool.labels, ...after.labels]);
        next += 1;
      } else break;
    }
    if (!this.#isWithinReach(pool)) return false;
    pools.splice(first, next - first, pool);
    return true;
  }

  /** Every label with its place, in order. */
  places(): { readonly label: T; readonly angle: number }[] {
    const { distance } = this.#room;
    return this.#pools.flatMap(({ labels, start }) =>
      labels.map((label, index) => ({ label, angle: start + index * distance })),
    );
  }

  #poolOf(labels: readonly T[]): Pool<T> {
    const { low, high, distance } = this.#room;
    let sum = 0;
    for (let index = 0; index < labels.length; index += 1)
      sum += (labels[index] as T).angle - index * distance;
    const latest = high - (labels.length - 1) * distance;
    return { labels, start: Math.max(low, Math.min(latest, sum / labels.length)) };
  }

  /** Where the pool after it may start. */
  #endOf({ labels, start }: Pool<T>): number {
    return start + labels.length * this.#room.distance;
  }

  #isWithinReach({ labels, start }: Pool<T>): boolean {
    const { high, distance, reach } = this.#room;
    if (start + (labels.length - 1) * distance > high + ROUNDING) return false;
    return labels.every(({ angle }, index) => Math.abs(start + index * distance - angle) <= reach);
  }
}

/** A full circle's last place comes out a hair's breadth off. */
const ROUNDING = 1e-9;

function lastOf<T>(labels: readonly T[]): T {
  return labels[labels.length - 1] as T;
}
