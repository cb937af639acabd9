import { z } from 'zod';
import { addDays, daysBetween } from '../calendar/iso-date.js';
import { addSchoolDays, dayOf, type SchoolYear } from '../calendar/school-year.js';
import type { Caller } from '../routing/caller.js';
import { type EditFlaw, editFlawSentence } from './edit-flaw.js';
import { mayChange } from './layer.js';
import { levelSchema } from './level-schema.js';
import type { Task } from './task.js';
import { applyPatch, type EditContext, type TaskPatch } from './task-edit.js';
import { statusSchema } from './task-parts.js';

/** One change of many tasks: move by school days, assign to a unit, or set the level or the status. */
export const bulkChangeSchema = z.union([
  z.strictObject({ move: z.strictObject({ schoolDays: z.int().min(-190).max(190) }) }),
  z.strictObject({ assign: z.strictObject({ unitId: z.string().min(1).nullable() }) }),
  z.strictObject({ level: levelSchema }),
  z.strictObject({ status: statusSchema }),
]);

export type BulkChange = z.infer<typeof bulkChangeSchema>;

/** What is wrong with one task of a bulk change. */
export type BulkFlaw =
  | EditFlaw
  | { readonly code: 'unknown-task' | 'named-twice' | 'leaves-school-year' }
  | { readonly code: 'not-yours'; readonly layer: string };

/** The flaw in English, as a phrase that follows the pointer to the task. */
export function bulkFlawSentence(flaw: BulkFlaw): string {
  switch (flaw.code) {
    case 'unknown-task':
      return 'is not a task of the cycle';
    case 'named-twice':
      return 'is given twice';
    case 'leaves-school-year':
      return 'would fall outside the school year';
    case 'not-yours':
      return `belongs to the layer of ${flaw.layer}`;
    default:
      return `${flaw.field} ${editFlawSentence(flaw)}`;
  }
}

/** One task after the change, or what is wrong with it; the same task when the change changes nothing. */
export function bulkEdit(
  task: Task,
  change: BulkChange,
  context: EditContext,
  caller: Pick<Caller, 'role' | 'unit'>,
): { readonly task: Task } | { readonly flaws: readonly BulkFlaw[] } {
  const patch = bulkPatch(task, change, context.schoolYear);
  if (!mayChange(caller, task, patch ? Object.keys(patch) : ['start', 'end']))
    return { flaws: [{ code: 'not-yours', layer: task.layer }] };
  if (!patch) return { flaws: [{ code: 'leaves-school-year' }] };
  const isThere = Object.entries(patch).every(
    ([field, value]) => task[field as keyof TaskPatch & keyof Task] === value,
  );
  return isThere ? { task } : applyPatch(task, patch, context);
}

/** The change as a patch of one task; undefined when it would move the task out of the school year. A period keeps its length. */
function bulkPatch(task: Task, change: BulkChange, schoolYear: SchoolYear): TaskPatch | undefined {
  if ('assign' in change) return { unitId: change.assign.unitId };
  if ('level' in change) return { level: change.level };
  if ('status' in change) return { status: change.status };
  const start = addSchoolDays(schoolYear, task.start, change.move.schoolDays);
  const end = start && addDays(start, daysBetween(task.start, task.end));
  return start && end && dayOf(schoolYear, end) ? { start, end } : undefined;
}
