/** What wants a place in a row: where its middle would be best, and how much of the row it takes. */
export interface RowWish {
  readonly wanted: number;
  readonly size: number;
}

/** Neighbours that touch: `count` of them from `first` on, which would start best at the mean of what they want. */
interface Pool {
  readonly first: number;
  count: number;
  sum: number;
}

/**
 * Places things in a row from `low` to `high`, each as near as can be to where it is wanted: in order, none over
 * another, and the sum of the squared displacements the least there is. Taking the sizes out leaves places that must
 * only not fall, which is isotonic regression: neighbours that collide merge into a pool and share their mean (pool of
 * adjacent violators, linear time), and cutting the answer off at the ends of the row solves it with them.
 *
 * Returns the middles; undefined when they take more than the row has.
 */
export function placeInRow(wishes: readonly RowWish[], low: number, high: number): number[] | undefined {
  const offsets: number[] = [];
  let taken = 0;
  for (const { size } of wishes) {
    offsets.push(taken + size / 2);
    taken += size;
  }
  const latest = high - taken;
  if (latest < low - ROUNDING) return undefined;
  const pools: Pool[] = [];
  wishes.forEach(({ wanted }, index) => {
    let pool: Pool = { first: index, count: 1, sum: wanted - (offsets[index] as number) };
    for (let before = pools.at(-1); before && meanOf(before) > meanOf(pool); before = pools.at(-1)) {
      pools.pop();
      pool = { first: before.first, count: before.count + pool.count, sum: before.sum + pool.sum };
    }
    pools.push(pool);
  });
  return pools.flatMap((pool) => {
    const start = Math.max(low, Math.min(latest, meanOf(pool)));
    return offsets.slice(pool.first, pool.first + pool.count).map((offset) => start + offset);
  });
}

/** A row that is exactly full comes out a hair's breadth too short. */
const ROUNDING = 1e-9;

function meanOf({ sum, count }: Pool): number {
  return sum / count;
}
