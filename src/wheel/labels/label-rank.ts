import { dayNumber } from '../../calendar/day-number.js';
import type { IsoDate } from '../../calendar/iso-date.js';
import type { WheelEntry } from '../model.js';

const KINDS = { deadline: 0, cooperation: 1, activity: 2 } as const;

/**
 * Ranks entries for labels: where there is no room for all, the last go without.
 *
 * 1. What is cancelled comes after what is not.
 * 2. The week nearest to today comes first; without a today, all weeks are equal.
 * 3. Deadlines come before cooperation, cooperation before activities.
 * 4. What is open comes before what is done.
 * 5. The day nearest to today, then the earlier date, then the id.
 */
export function rankEntries(
  entries: readonly WheelEntry[],
  today: IsoDate | null,
): ReadonlyMap<WheelEntry, number> {
  const now = today === null ? undefined : dayNumber(today);
  const keyed = entries.map((entry) => {
    const away = now === undefined ? 0 : Math.abs(dayNumber(entry.start) - now);
    const keys = [
      entry.status === 'cancelled' ? 1 : 0,
      Math.floor(away / 7),
      KINDS[entry.kind],
      entry.status === 'done' ? 1 : 0,
      away,
    ];
    return { entry, keys };
  });
  keyed.sort((a, b) => {
    for (const [index, key] of a.keys.entries()) {
      const difference = key - (b.keys[index] ?? 0);
      if (difference !== 0) return difference;
    }
    if (a.entry.start !== b.entry.start) return a.entry.start < b.entry.start ? -1 : 1;
    return a.entry.id < b.entry.id ? -1 : 1;
  });
  return new Map(keyed.map(({ entry }, rank) => [entry, rank]));
}
