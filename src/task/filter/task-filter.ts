import { z } from 'zod';
import { isoDateSchema } from '../../calendar/iso-date-schema.js';
import { actorSchema, categorySchema, phaseIdSchema } from '../../framework/vocabulary.js';
import type { Language } from '../../language/text.js';
import { freeText, notRefused } from '../../text/free-text.js';
import type { Unit } from '../../units/unit.js';
import type { Adjustment } from '../adjustment.js';
import { levelSchema } from '../level-schema.js';
import type { Task } from '../task.js';
import { statusSchema } from '../task-parts.js';
import { kindSchema } from '../template.js';
import { isResponsible, partOf, type SeenTask, seenByUnit, seenWith } from '../unit-view.js';
import { selects } from './select-tasks.js';

const ids = z.array(z.string().min(1).superRefine(notRefused)).min(1).max(100);

/** Which tasks to show; all given conditions must hold, and for a list one of its members. */
export const taskFilterSchema = z
  .strictObject({
    unit: z
      .string()
      .meta({ description: 'As this unit sees them: with its own dates and tasks, without what it hides' }),
    layers: ids.meta({
      description:
        'Only entries of these units’ layers; when left out and no unit is given, only the county’s',
    }),
    phases: z.array(phaseIdSchema).min(1),
    categories: z.array(categorySchema).min(1),
    actors: z.array(actorSchema).min(1),
    partners: ids,
    kinds: z.array(kindSchema).min(1),
    statuses: z.array(statusSchema).min(1),
    measures: ids,
    text: freeText(200)
      .refine((text) => text.trim() !== '', { error: 'is empty' })
      .meta({
        description: 'Words that must all occur in the title or description, in the reader’s language',
      }),
    level: levelSchema.meta({
      description: 'Tasks of this level and of those before it, and what the unit is to do or takes part in',
    }),
    responsibleOnly: z.boolean().meta({ description: 'Only what the unit itself is to do' }),
    concernsOnly: z.boolean().meta({ description: 'Only what the unit is to do or takes part in' }),
    from: isoDateSchema.meta({ description: 'Tasks that end on this day or later' }),
    to: isoDateSchema.meta({ description: 'Tasks that start on this day or earlier' }),
  })
  .partial()
  .refine(({ unit, responsibleOnly }) => !responsibleOnly || unit !== undefined, {
    path: ['responsibleOnly'],
    error: 'needs a unit',
  })
  .refine(({ unit, concernsOnly }) => !concernsOnly || unit !== undefined, {
    path: ['concernsOnly'],
    error: 'needs a unit',
  })
  .meta({ id: 'TaskFilter' });

export type TaskFilter = z.infer<typeof taskFilterSchema>;

/** The published entries of a county. */
export interface PublishedEntries {
  readonly county: string;
  readonly tasks: readonly Task[];
  readonly adjustments: readonly Adjustment[];
  readonly units: readonly Unit[];
}

/** The tasks of a county that match a filter, as its unit sees them; text is matched in a language. */
export function filterTasks(
  { county, tasks, adjustments, units }: PublishedEntries,
  filter: TaskFilter,
  language: Language,
): SeenTask[] {
  const unit = units.find(({ id }) => id === filter.unit);
  const seen =
    filter.unit === undefined
      ? tasks.map((task) => seenWith(task, undefined))
      : seenByUnit(tasks, adjustments, unit ?? { id: filter.unit, route: null }, county).filter(
          ({ adjustment }) => !adjustment?.hidden,
        );
  const layers = filter.layers ?? (filter.unit === undefined ? [county] : undefined);
  const isSelected = selects({ ...filter, layers, viewer: unit }, language);
  return seen.filter(
    ({ task }) =>
      isSelected(task) &&
      (!filter.responsibleOnly || (unit !== undefined && isResponsible(task, unit))) &&
      (!filter.concernsOnly || (unit !== undefined && partOf(task, unit) !== null)),
  );
}
