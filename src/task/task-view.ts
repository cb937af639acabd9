import { z } from 'zod';
import { isoDateSchema } from '../calendar/iso-date-schema.js';
import { inLanguage } from '../language/text.js';
import { adjustmentSchema, viewAdjustment } from './adjustment.js';
import { fieldShape } from './field-schemas.js';
import { leewayDates } from './leeway-dates.js';
import type { Task, TaskField } from './task.js';
import type { SeenTask } from './unit-view.js';
import { minorWhyOf, sourceOf, type TaskWording, whyOf } from './wording.js';

/** A task as it is shown to people: in one language, with sentences instead of reasons. */
export const taskViewSchema = z
  .object({
    ...fieldShape('shown'),
    minorWhy: z.array(z.int().min(0)).meta({
      description:
        'Which of the reasons, counted from 0, only say that a step of the rule left the day where it was',
    }),
    window: z
      .object({ from: isoDateSchema, to: isoDateSchema })
      .nullable()
      .meta({ description: 'The dates within which a unit may choose its own' }),
    adjustment: adjustmentSchema
      .nullable()
      .meta({ description: 'What the unit does differently, when the task is read for a unit' }),
  })
  .meta({ id: 'Task' });

export type TaskView = z.infer<typeof taskViewSchema>;

type ShownField = TaskField & keyof TaskView;

/** Fields that are not shown as they are stored. */
type SaidField = {
  [F in ShownField]: Task[F] extends Readonly<TaskView[F]> ? never : F;
}[ShownField];

/** How such fields are shown: they are stored in every language, or as data. */
const SAID: { readonly [F in SaidField]: (task: Task, wording: TaskWording) => TaskView[F] } = {
  title: ({ title }, { language }) => inLanguage(title, language),
  description: ({ description }, { language }) => inLanguage(description, language),
  why: whyOf,
  source: sourceOf,
  byRoute: ({ byRoute }, { language }) =>
    byRoute.map(({ name, ...dates }) => ({ ...dates, name: inLanguage(name, language) })),
};

const SHOWN_FIELDS = Object.keys(fieldShape('shown')) as ShownField[];

/** The task in the language of the wording. */
export function viewTask(task: Task, wording: TaskWording): TaskView {
  const shown = SHOWN_FIELDS.map((field) => [
    field,
    field in SAID ? SAID[field as SaidField](task, wording) : task[field],
  ]);
  return {
    ...Object.fromEntries(shown),
    minorWhy: minorWhyOf(task, wording),
    window: leewayDates(task),
    adjustment: null,
  };
}

/** The task as a unit sees it, with what the unit does differently. */
export function viewSeenTask(
  { task, common, adjustment, adjustmentVersion: version }: SeenTask,
  wording: TaskWording,
): TaskView {
  const own = { ...viewAdjustment(adjustment), version };
  return { ...viewTask(task, wording), window: leewayDates(common), adjustment: own };
}
