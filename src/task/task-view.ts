import { z } from 'zod';
import { dateRuleSchema } from '../calendar/date-rule.js';
import { isoDateSchema } from '../calendar/iso-date-schema.js';
import { actorSchema, categorySchema, phaseIdSchema } from '../framework/vocabulary.js';
import { inLanguage } from '../language/text.js';
import { adjustmentSchema, viewAdjustment } from './adjustment.js';
import { checklistItemSchema, leewaySchema, statusSchema, type Task } from './task.js';
import { basisSchema, kindSchema } from './template.js';
import type { SeenTask } from './unit-view.js';
import { windowOf } from './window.js';
import { sourceOf, type TaskWording, whyOf } from './wording.js';

/** A task as it is shown to the world: one language, sentences instead of reasons. */
export const taskViewSchema = z
  .object({
    id: z.string(),
    cycleId: z.string(),
    key: z.string(),
    layer: z
      .string()
      .meta({ description: 'The unit whose entry it is; the county’s number for what is common' }),
    kind: kindSchema,
    title: z.string(),
    description: z.string(),
    phase: phaseIdSchema,
    category: categorySchema,
    measures: z
      .array(z.string())
      .meta({ description: 'Ids of the focus areas, responsibilities and county measures it serves' }),
    actor: actorSchema,
    unitId: z
      .string()
      .nullable()
      .meta({ description: 'The responsible unit; null when it is every unit of the actor' }),
    partners: z.array(z.string()),
    start: isoDateSchema,
    end: isoDateSchema.meta({ description: 'The last day, included' }),
    startTime: z.string().nullable().meta({ description: 'Time of day in Europe/Oslo; null for all day' }),
    endTime: z.string().nullable(),
    leeway: leewaySchema.nullable(),
    window: z
      .object({ from: isoDateSchema, to: isoDateSchema })
      .nullable()
      .meta({ description: 'The days within which a unit may choose its own date' }),
    adjustment: adjustmentSchema
      .nullable()
      .meta({ description: 'What the unit does differently, when the task is read for a unit' }),
    status: statusSchema,
    origin: z.enum(['template', 'local', 'imported']),
    rule: dateRuleSchema
      .nullable()
      .meta({ description: 'The rule that dates it; null when the date was set by hand' }),
    why: z.array(z.string()).meta({ description: 'The reasons for the date, in order' }),
    basis: basisSchema,
    source: z.string().meta({ description: 'What the date rests on, and where that was read' }),
    links: z.array(z.object({ title: z.string(), url: z.string(), historical: z.boolean() })),
    checklist: z.array(checklistItemSchema),
    reminders: z.array(z.int()).meta({ description: 'Lead times in days before the start' }),
    provisional: z
      .boolean()
      .meta({ description: 'The date rests on a school calendar that the county has not decided' }),
    version: z.int().min(1),
    updatedAt: z.string().meta({ format: 'date-time' }),
  })
  .meta({ id: 'Task' });

export type TaskView = z.infer<typeof taskViewSchema>;

/** The task in the language of the wording. */
export function viewTask(task: Task, wording: TaskWording): TaskView {
  return {
    id: task.id,
    cycleId: task.cycleId,
    key: task.key,
    layer: task.layer,
    kind: task.kind,
    title: inLanguage(task.title, wording.language),
    description: inLanguage(task.description, wording.language),
    phase: task.phase,
    category: task.category,
    measures: [...task.measures],
    actor: task.actor,
    unitId: task.unitId,
    partners: [...task.partners],
    start: task.start,
    end: task.end,
    startTime: task.startTime,
    endTime: task.endTime,
    leeway: task.leeway,
    window: windowOf(task),
    adjustment: null,
    status: task.status,
    origin: task.origin,
    rule: task.rule,
    why: whyOf(task, wording),
    basis: task.basis,
    source: sourceOf(task, wording),
    links: [...task.links],
    checklist: [...task.checklist],
    reminders: [...task.reminders],
    provisional: task.provisional,
    version: task.version,
    updatedAt: task.updatedAt,
  };
}

/** The task as a unit sees it, with what the unit does differently. */
export function viewSeenTask(
  { task, common, adjustment, adjustmentVersion: version }: SeenTask,
  wording: TaskWording,
): TaskView {
  const own = { ...viewAdjustment(adjustment), version };
  return { ...viewTask(task, wording), window: windowOf(common), adjustment: own };
}
