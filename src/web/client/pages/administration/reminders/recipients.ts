import type { Unit } from '../../../../../units/unit.js';
import type { Person } from '../../../data/county/people.js';

/** The name of a recipient by its key, `person:…` or `unit:…`; the key of one who is no longer there. */
export function recipientName(key: string, people: readonly Person[], units: readonly Unit[]): string {
  const id = key.slice(key.indexOf(':') + 1);
  return [...people, ...units].find((each) => each.id === id)?.name ?? key;
}
