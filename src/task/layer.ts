import { type Caller, isAtLeast } from '../routing/caller.js';
import type { Adjustment } from './adjustment.js';
import { FIELDS } from './field-table.js';
import { TASK_FIELDS } from './fields.js';
import type { Task } from './task.js';

/** The fields of an entry that say whose it is and, for an adjustment, what would be lost with it. */
export type Owned =
  | Pick<Task, 'layer' | 'unitId'>
  | (Pick<Adjustment, 'layer' | 'adjusts'> & Partial<Pick<Adjustment, 'hidden' | 'start' | 'end'>>);

/** The fields that the responsible unit may change in a common task, and a contributor in a task of their own unit. */
const OF_THE_RESPONSIBLE: readonly string[] = [
  ...TASK_FIELDS.filter((field) => FIELDS[field].writer === 'responsible'),
  'ticked',
];

/** Whether deleting an entry would lose nothing but the unit's progress. */
function isProgressAlone(entry: Owned): boolean {
  return 'adjusts' in entry && entry.hidden === null && entry.start === null && entry.end === null;
}

/**
 * Whether the caller may change these fields of an entry of their county: a county coordinator all fields; a unit
 * coordinator all fields in the unit's own layer, and the progress of common tasks that the unit is responsible for; a
 * contributor the progress of either.
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
