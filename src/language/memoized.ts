import type { Translate } from './translate.js';

/** Texts that are kept; with more of them all are forgotten, so that what people write does not fill the memory. */
const MOST_KEPT = 20_000;

/** A translator that looks each text up once: hundreds of tasks share a few days, months and partners, and stay as they are. */
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
