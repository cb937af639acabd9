import type { Translate } from './translate.js';

/** The most cached texts; beyond it the cache is cleared, so that texts with people's words do not fill the memory. */
const MOST_KEPT = 20_000;

/** A translator that caches its texts: hundreds of tasks share a few days, months and partners. */
export function memoized(t: Translate): Translate {
  const known = new Map<string, string>();
  return (key, values) => {
    const name = values === undefined ? key : `${key} ${JSON.stringify(values)}`;
    const kept = known.get(name);
    if (kept !== undefined) return kept;
    if (known.size === MOST_KEPT) known.clear();
    const text = t(key, values);
    known.set(name, text);
    return text;
  };
}
