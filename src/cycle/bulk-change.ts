import { z } from 'zod';
import { addDays, daysBetween } from '../calendar/iso-date.js';
import { addSchoolDays, dayOf, type SchoolYear } from '../calendar/school-year.js';
import type { Task } from './task.js';
import { statusSchema } from './task.js';
import type { TaskPatch } from './task-edit.js';

/** One change of many tasks: move by school days, assign to a unit, or set the status. */
export const bulkChangeSchema = z.union([
  z.strictObject({ move: z.strictObject({ schoolDays: z.int().min(-190).max(190) }) }),
  z.strictObject({ assign: z.strictObject({ unitId: z.string().min(1).nullable() }) }),
  z.strictObject({ status: statusSchema }),
]);

export type BulkChange = z.infer<typeof bulkChangeSchema>;

/** What the change is for one task; undefined when it would move the task out of the school year. A period keeps its length. */
export function bulkPatch(task: Task, change: BulkChange, schoolYear: SchoolYear): TaskPatch | undefined {
  if ('assign' in change) return { unitId: change.assign.unitId };
  if ('status' in change) return { status: change.status };
  const start = addSchoolDays(schoolYear, task.start, change.move.schoolDays);
  const end = start && addDays(start, daysBetween(task.start, task.end));
  return start && end && dayOf(schoolYear, end) ? { start, end } : undefined;
}
