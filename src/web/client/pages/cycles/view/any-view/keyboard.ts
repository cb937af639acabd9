import { daysBetween, type IsoDate } from '../../../../../../calendar/iso-date.js';

/** An entry of the wheel for keyboard navigation. */
export interface WalkedEntry {
  readonly id: string;
  readonly start: IsoDate;
  /** The index of its ring, from the hub outwards. */
  readonly ring: number;
}

/**
 * The entry that a key moves to: left and right by date, up and down to the nearest entry of the next ring outwards and
 * inwards, Page Up and Page Down by month, Home and End to the first and last. Undefined for other keys; the same entry
 * where there is none further on. `entries` are by date.
 */
export function entryAfterKey(
  entries: readonly WalkedEntry[],
  current: string,
  key: string,
): string | undefined {
  const index = entries.findIndex(({ id }) => id === current);
  const here = entries[index];
  if (!here) return undefined;
  const at = (place: number) => entries[Math.min(entries.length - 1, Math.max(0, place))]?.id;
  switch (key) {
    case 'ArrowRight':
      return at(index + 1);
    case 'ArrowLeft':
      return at(index - 1);
    case 'Home':
      return at(0);
    case 'End':
      return at(entries.length - 1);
    case 'PageDown':
      return (entries.find(({ start }) => start.slice(0, 7) > here.start.slice(0, 7)) ?? here).id;
    case 'PageUp':
      return (entries.findLast(({ start }) => start.slice(0, 7) < here.start.slice(0, 7)) ?? here).id;
    case 'ArrowUp':
      return nearestInRing(entries, here, 1);
    case 'ArrowDown':
      return nearestInRing(entries, here, -1);
    default:
      return undefined;
  }
}

function nearestInRing(entries: readonly WalkedEntry[], here: WalkedEntry, direction: 1 | -1): string {
  const further = entries.filter(({ ring }) => Math.sign(ring - here.ring) === direction);
  const [ring] = further.map((entry) => entry.ring).sort((a, b) => (a - b) * direction);
  const [nearest] = further
    .filter((entry) => entry.ring === ring)
    .sort((a, b) => Math.abs(daysBetween(here.start, a.start)) - Math.abs(daysBetween(here.start, b.start)));
  return nearest?.id ?? here.id;
}
