import type { Caller } from '../routing/route.js';
import { type Entry, isTask } from './entry.js';

/** What the responsible unit may change of a common task. */
const OF_THE_RESPONSIBLE: readonly string[] = ['status', 'checklist'];

/**
 * Whether the caller may change these fields of an entry: the county coordinator every one of them; a unit coordinator
 * those of the unit's own layer, and how far it has come with a common task that the unit is responsible for.
 */
export function mayChange(
  { role, unit }: Pick<Caller, 'role' | 'unit'>,
  entry: Entry,
  fields: readonly string[],
): boolean {
  if (role === 'county-coordinator') return true;
  if (unit === null) return false;
  if (entry.layer === unit) return true;
  return (
    isTask(entry) && entry.unitId === unit && fields.every((field) => OF_THE_RESPONSIBLE.includes(field))
  );
}
