import { z } from 'zod';
import { describeDay, longDate } from '../../calendar/describe.js';
import { isoDateSchema } from '../../calendar/iso-date-schema.js';
import { dayOf, type SchoolYear } from '../../calendar/school-year.js';
import type { Task } from '../../task/task.js';
import {
  applyPatch,
  createTask,
  type EditContext,
  type Edited,
  newTaskSchema,
  taskPatchSchema,
} from '../../task/task-edit.js';
import { type TaskWording, whyOf } from '../../task/wording.js';

/** The date that somebody is about to give a task, as days or as a rule, in the same form as a change. */
export const previewedDateSchema = taskPatchSchema
  .pick({ start: true, end: true, rule: true })
  .extend({
    task: z.string().optional().meta({ description: 'The id of the task; left out for a new task' }),
  })
  .meta({ id: 'AskedDate' });

export type PreviewedDate = z.infer<typeof previewedDateSchema>;

/** Kinds of day that may have been chosen by mistake. */
const NO_SCHOOL = ['weekend', 'public-holiday', 'break', 'planning-day', 'day-off', 'summer'] as const;

export const datePreviewSchema = z
  .object({
    start: isoDateSchema,
    end: isoDateSchema,
    why: z.array(z.string()).meta({ description: 'The reasons that the task would have, in order' }),
    warnings: z.array(
      z.object({
        date: isoDateSchema,
        code: z.enum(NO_SCHOOL),
        text: z.string(),
      }),
    ),
  })
  .meta({ id: 'DatePreview' });

export type DatePreview = z.infer<typeof datePreviewSchema>;

/** A task without content, to which the date is applied. */
const UNDECIDED = newTaskSchema.parse({
  title: 'x',
  kind: 'activity',
  phase: 'pa-tvers-av-faser',
  category: 'koordinering',
  actor: 'school-owner',
});

/**
 * The task with the date applied, by the same functions that change and add tasks; the task is undefined when it is not
 * created yet. Times of day are ignored, since they may be about to change as well.
 */
export function withDate(
  task: Task | undefined,
  { start, end, rule }: Omit<PreviewedDate, 'task'>,
  context: EditContext,
): Edited {
  const date = {
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(rule !== undefined && { rule }),
  };
  if (task) return applyPatch(task, { ...date, startTime: null, endTime: null }, context);
  const { county } = context.schoolYear;
  const place = { id: '', cycleId: '', layer: county, origin: 'local', importedUid: null } as const;
  return createTask(place, { ...UNDECIDED, ...date }, context);
}

/** The resolved date in words, with a warning for each end that is not a school day. */
export function viewDatePreview(task: Task, schoolYear: SchoolYear, wording: TaskWording): DatePreview {
  const { start, end } = task;
  const { t } = wording;
  const warnings = [...new Set([start, end])].flatMap((date) => {
    const is = dayOf(schoolYear, date)?.is;
    if (!is || is.kind === 'school-day') return [];
    const text =
      is.kind === 'weekend' || is.kind === 'summer'
        ? t(`day-warning.${is.kind}`, { date: longDate(date, t) })
        : t('day-warning.other', { date: longDate(date, t), is: describeDay(date, is, t) });
    return [{ date, code: is.kind, text: text.charAt(0).toUpperCase() + text.slice(1) }];
  });
  return { start, end, why: whyOf(task, wording), warnings };
}
