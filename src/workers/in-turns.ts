import { setImmediate } from 'node:timers/promises';

/** The number of items handled before other work gets its turn: a few milliseconds. */
const AT_ONCE = 100;

/** Maps a long list on the main thread, a few entries at a time, so that other requests get their turn in between. */
export async function mapInTurns<T, R>(list: readonly T[], map: (entry: T) => R): Promise<R[]> {
  const mapped: R[] = [];
  for (const [index, entry] of list.entries()) {
    if (index > 0 && index % AT_ONCE === 0) await setImmediate();
    mapped.push(map(entry));
  }
  return mapped;
}
