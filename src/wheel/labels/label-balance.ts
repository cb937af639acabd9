/** How full a column is, as a share of its rows, when its neighbour takes some of its labels over. */
const FULL = 0.7;
/** How far from 12 or 6 o'clock a label may be that stands on the other side, in degrees. */
const OVER = 50;

interface Angled {
  readonly angle: number;
}

/**
 * Moves labels near the top and the bottom of a column that is too full to the one beside it, where that has more room.
 *
 * @param right the labels of the right column from the top down; it is changed
 * @param left those of the left column from the top down; it is changed
 * @param rows how many labels a column can hold
 */
export function balance<T extends Angled>(right: T[], left: T[], rows: number): void {
  const [full, other] = right.length > left.length ? [right, left] : [left, right];
  // How many more the full column has above and below the middle.
  let [above, below] = [0, 0];
  for (const [column, sign] of [
    [full, 1],
    [other, -1],
  ] as const)
    for (const { angle } of column)
      if (isUpper(angle)) above += sign;
      else below += sign;
  while (full.length > FULL * rows && full.length > other.length + 1) {
    const [top, bottom] = [full[0], full.at(-1)].map((label) =>
      label && isNearPole(label) ? label : undefined,
    );
    if (top && (above >= below || !bottom)) {
      full.shift();
      other.unshift(top);
      above -= 2;
    } else if (bottom) {
      full.pop();
      other.push(bottom);
      below -= 2;
    } else return;
  }
}

function isUpper(angle: number): boolean {
  return Math.cos((angle * Math.PI) / 180) > 0;
}

/** Whether an angle is near 12 or 6 o'clock. */
function isNearPole({ angle }: Angled): boolean {
  const beyond = ((angle % 180) + 180) % 180;
  return Math.min(beyond, 180 - beyond) <= OVER;
}
