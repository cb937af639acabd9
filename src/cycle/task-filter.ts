import { z } from 'zod';
import { isoDateSchema } from '../calendar/iso-date-schema.js';
import { actorSchema, categorySchema, phaseIdSchema } from '../framework/vocabulary.js';
import type { Unit } from '../units/unit.js';
import type { Adjustment } from './adjustment.js';
import type { Task } from './task.js';
import { kindSchema } from './template.js';
import { isResponsible, type SeenTask, seenByUnit, seenWith } from './unit-view.js';

const ids = z.array(z.string().min(1)).min(1).max(100);

/** Which tasks to show; every given part must hold, and of a list one of its members. */
export const taskFilterSchema = z
  .strictObject({
    unit: z
      .string()
      .meta({ description: 'As this unit sees them: with its own dates and tasks, without what it hides' }),
    layers: ids.meta({
      description: 'Only entries of these units’ layers; without a unit the county’s alone when left out',
    }),
    phases: z.array(phaseIdSchema).min(1),
    categories: z.array(categorySchema).min(1),
    actors: z.array(actorSchema).min(1),
    partners: ids,
    kinds: z.array(kindSchema).min(1),
    measures: ids,
    responsibleOnly: z.boolean().meta({ description: 'Only what the unit itself is to do' }),
    from: isoDateSchema.meta({ description: 'Tasks that end on this day or later' }),
    to: isoDateSchema.meta({ description: 'Tasks that start on this day or earlier' }),
  })
  .partial()
  .refine(({ unit, responsibleOnly }) => !responsibleOnly || unit !== undefined, {
    path: ['responsibleOnly'],
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

/** The tasks of a county that a filter picks, as its unit sees them. */
export function filterTasks(
  { county, tasks, adjustments, units }: PublishedEntries,
  filter: TaskFilter,
): SeenTask[] {
  const unit = units.find(({ id }) => id === filter.unit);
  const seen =
    filter.unit === undefined
      ? tasks.map((task) => seenWith(task, undefined))
      : seenByUnit(tasks, adjustments, filter.unit, county).filter(({ adjustment }) => !adjustment?.hidden);
  const layers = filter.layers ?? (filter.unit === undefined ? [county] : undefined);
  const has = <T>(list: readonly T[] | undefined, value: T) => list === undefined || list.includes(value);
  const hasOne = (list: readonly string[] | undefined, values: readonly string[]) =>
    list === undefined || values.some((value) => list.includes(value));
  return seen.filter(
    ({ task }) =>
      has(layers, task.layer) &&
      has(filter.phases, task.phase) &&
      has(filter.categories, task.category) &&
      has(filter.actors, task.actor) &&
      hasOne(filter.partners, task.partners) &&
      has(filter.kinds, task.kind) &&
      hasOne(filter.measures, task.measures) &&
      (!filter.responsibleOnly || (unit !== undefined && isResponsible(task, unit))) &&
      (filter.from === undefined || task.end >= filter.from) &&
      (filter.to === undefined || task.start <= filter.to),
  );
}
