/**
 * Places in a row, each as near as can be to where it is wanted: in the given order, at least `distance` apart, none
 * below `low` or above `high`, and the sum of the squared displacements the least there is. The wanted places must be
 * in order, and the room must be enough for all.
 *
 * Taking the distances out (place i minus i distances) leaves places that must only not fall, which is isotonic
 * regression: the pool of adjacent violators, where neighbours that collide merge and share their mean, solves it in
 * linear time, and cutting its answer off at the bounds solves it with them.
 */
export function spread(wanted: readonly number[], distance: number, low: number, high: number): number[] {
  const pools: { sum: number; count: number }[] = [];
  wanted.forEach((place, index) => {
    let pool = { sum: place - index * distance, count: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum / last.count >= pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  });
  const highest = high - (wanted.length - 1) * distance;
  const places: number[] = [];
  for (const { sum, count } of pools) {
    const mean = Math.min(highest, Math.max(low, sum / count));
    for (let i = 0; i < count; i += 1) places.push(mean + places.length * distance);
  }
  return places;
}
