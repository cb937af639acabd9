/**
 * Places in a row, each as near as can be to where it is wanted: in the given order, at least `distance` apart, none
 * below `low` or above `high`, and the sum of the squared displacements the least there is. The wanted places must be
 * in order, and the room must be enough for all.
 *
 * Taking the distances out (place i minus i distances) leaves places that must only not fall, which is isotonic
 * regression: the pool of adjacent violators, where neighbours that collide merge and share their mean, solves it in
 * linear time, and cutting its answer off at the bounds solves it with them.
 */
export function spread(wanted: ArrayLike<number>, distance: number, low: number, high: number): Float64Array {
  // Rows of numbers instead of a row of pools: this runs some hundred times for one crowded wheel.
  const sums = new Float64Array(wanted.length);
  const counts = new Int32Array(wanted.length);
  let last = -1;
  for (let index = 0; index < wanted.length; index += 1) {
    let sum = (wanted[index] as number) - index * distance;
    let count = 1;
    while (last >= 0 && (sums[last] as number) * count >= sum * (counts[last] as number)) {
      sum += sums[last] as number;
      count += counts[last] as number;
      last -= 1;
    }
    last += 1;
    sums[last] = sum;
    counts[last] = count;
  }
  const highest = high - (wanted.length - 1) * distance;
  const places = new Float64Array(wanted.length);
  let next = 0;
  for (let pool = 0; pool <= last; pool += 1) {
    const count = counts[pool] as number;
    const mean = Math.min(highest, Math.max(low, (sums[pool] as number) / count));
    for (const end = next + count; next < end; next += 1) places[next] = mean + next * distance;
  }
  return places;
}
