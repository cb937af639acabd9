import type { Translate } from './translator.js';

/** A translator that looks each text up once: hundreds of tasks share a few days, months and partners. */
export function remembering(t: Translate): Translate {
  const known = new Map<string, string>();
  return (key, values) => {
    const name = values === undefined ? key : `${key} ${Object.values(values).join('\n')}`;
    const text = known.get(name) ?? t(key, values);
    known.set(name, text);
    return text;
  };
}
