/** A stretch of a ring, in degrees. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Lanes of a ring, each with the stretches that are taken. Grows as stretches are laid into it. */
export type Lanes = Stretch[][];

/**
 * Places a stretch in the first lane that has room for it, opening a new lane when none has, and returns the lane's number.
 * Laid in order of their beginnings, stretches need no more lanes than lie over one another at the worst place.
 */
export function layIntoLanes(lanes: Lanes, stretch: Stretch): number {
  const free = lanes.findIndex((taken) =>
    taken.every(({ from, to }) => to <= stretch.from || from >= stretch.to),
  );
  if (free < 0) {
    lanes.push([stretch]);
    return lanes.length - 1;
  }
  lanes[free]?.push(stretch);
  return free;
}
