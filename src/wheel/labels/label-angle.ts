import { angleOfNoon, type Dial, isOnDial } from '../dial.js';
import type { WheelEntry } from '../model.js';

/** Where the label of an entry points to. */
export interface LabelAngle {
  readonly entry: WheelEntry;
  readonly angle: number;
  /** Whether it began before the first day shown: its label tells its end. */
  readonly isBegun: boolean;
}

/** The angles that the labels of the entries on a dial point to: their first day, or their last where that is not shown. */
export function labelAnglesOf(entries: readonly WheelEntry[], dial: Dial): LabelAngle[] {
  const shown = entries.filter(({ start, end }) => isOnDial(dial, start, end));
  // What runs past both ends of the dial has no date to point to: such labels share the whole of it.
  const endless = shown.filter(({ start, end }) => start < dial.from && end > dial.to);
  return shown.map((entry) => {
    const isBegun = entry.start < dial.from;
    const share = (endless.indexOf(entry) + 1) / (endless.length + 1);
    if (isBegun && entry.end > dial.to) return { entry, isBegun, angle: dial.start + dial.span * share };
    return { entry, isBegun, angle: angleOfNoon(dial, isBegun ? entry.end : entry.start) };
  });
}
