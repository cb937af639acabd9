import { z } from 'zod';
import { isoDateSchema } from '../calendar/iso-date.js';
import { actorSchema, categorySchema, phaseIdSchema } from '../framework/vocabulary.js';
import { inLanguage } from '../language/text.js';
import { checklistItemSchema, statusSchema, type Task } from './task.js';
import { basisSchema, kindSchema } from './template.js';
import { sourceOf, type TaskWording, whyOf } from './wording.js';

/** A task as it is shown to the world: one language, sentences instead of reasons. */
export const taskViewSchema = z
  .object({
    id: z.string(),
    cycleId: z.string(),
    key: z.string(),
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
    status: statusSchema,
    origin: z.enum(['template', 'local', 'imported']),
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
    status: task.status,
    origin: task.origin,
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
