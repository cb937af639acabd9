import { type Caller, isAtLeast } from '../routing/caller.js';
import type { Adjustment } from './adjustment.js';
import { FIELDS } from './field-table.js';
import { TASK_FIELDS } from './fields.js';
import type { Task } from './task.js';

/** What of an entry tells whose it is, and of an adjustment how much would go with it. */
export type Owned =
  | Pick<Task, 'layer' | 'unitId'>
  | (Pick<Adjustment, 'layer' | 'adjusts'> & Partial<Pick<Adjustment, 'hidden' | 'start' | 'end'>>);

/** What the responsible unit may change of a common task, and a contributor of a task of the own unit. */
const OF_THE_RESPONSIBLE: readonly string[] = [
  ...TASK_FIELDS.filter((field) => FIELDS[field].writer === 'responsible'),
  'ticked',
];

/** Whether nothing but how far the unit has come would go when an entry is taken out. */
function isProgressAlone(entry: Owned): boolean {
  return 'adjusts' in entry && entry.hidden === null && entry.start === null && entry.end === null;
}

/**
 * Whether the caller may change these fields of an entry of the own county: the county coordinator every one of them; a
 * unit coordinator those of the unit's own layer, and how far it has come with a common task that the unit is responsible
 * for; a contributor how far it has come, of either.
 */
export function mayChange(
  { role, unit }: Pick<Caller, 'role' | 'unit'>,
  entry: Owned,
  fields: readonly string[],
): boolean {
  if (role === 'county-coordinator') return true;
  if (unit === null || !isAtLeast(role, 'contributor')) return false;
  const isOwn = entry.layer === unit;
  if (isOwn && role === 'unit-coordinator') return true;
  return (
    (isOwn || ('unitId' in entry && entry.unitId === unit)) &&
    fields.every(
      (field) =>
        OF_THE_RESPONSIBLE.includes(field) || (field === 'deleted' && isOwn && isProgressAlone(entry)),
    )
  );
}
