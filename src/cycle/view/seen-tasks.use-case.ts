import { z } from 'zod';
import { isoDateSchema } from '../../calendar/iso-date-schema.js';
import type { Database } from '../../database/database.js';
import { actorSchema, categorySchema, phaseIdSchema } from '../../framework/vocabulary.js';
import type { Language } from '../../language/text.js';
import { RequestProblem } from '../../routing/problem.js';
import { selects, type TaskSelection } from '../../task/filter/select-tasks.js';
import { statusSchema } from '../../task/task-parts.js';
import { kindSchema } from '../../task/template.js';
import { type SeenTask, seenByUnit, seenWith } from '../../task/unit-view.js';
import { findUnit } from '../../units/unit.store.js';
import type { Cycle } from '../cycle.js';
import { adjustmentsOfCycle, type TaskState, tasksOfCycle } from '../task.store.js';

/** A parameter that takes several values, separated by commas. */
export const listOf = <T extends z.ZodType>(value: T) =>
  z
    .preprocess(
      (given) => (typeof given === 'string' ? given.split(',') : given),
      z.array(value).min(1).max(100),
    )
    .optional()
    .meta({ param: { style: 'form', explode: false } });

/** Which tasks of a cycle to read; all given conditions must hold, and for a list one of its members. */
export const taskQuerySchema = z.object({
  unit: z
    .string()
    .optional()
    .meta({ description: 'As this unit sees them: with its own dates and tasks, without other units’' }),
  hidden: z
    .enum(['leave-out', 'include', 'only'])
    .default('leave-out')
    .meta({ description: 'How to treat the tasks that the unit hides' }),
  layer: z.string().optional().meta({
    description:
      'Only the entries of this unit’s layer; in the published version, only the county’s when neither unit nor layer is given',
  }),
  phase: listOf(phaseIdSchema),
  category: listOf(categorySchema),
  actor: listOf(actorSchema),
  partner: listOf(z.string().min(1)),
  kind: listOf(kindSchema),
  status: listOf(statusSchema),
  measure: listOf(
    z.string().min(1).meta({ description: 'The id of a focus area, responsibility or county measure' }),
  ),
  from: isoDateSchema.optional().meta({ description: 'Tasks that end on this day or later' }),
  to: isoDateSchema.optional().meta({ description: 'Tasks that start on this day or earlier' }),
  q: z.string().min(1).optional().meta({ description: 'Words in the title or description' }),
});

/** Which state of the tasks to read. */
export const taskStateSchema = z.enum(['edited', 'published']).default('edited').meta({
  description: 'The working version, which readers see, or the published version, which subscribers see',
});

export type TaskQuery = z.infer<typeof taskQuerySchema>;

/** Throws RequestProblem `invalid-request` when the county has no such unit. */
export async function checkUnit(database: Database, id: string, county: string): Promise<void> {
  if ((await findUnit(database, id))?.county === county) return;
  const errors = [{ pointer: '/query/unit', detail: 'is not a unit of the county' }];
  throw new RequestProblem('invalid-request', `The county has no unit ${id}.`, errors);
}

/** How the tasks of a cycle are read. */
export interface TaskReading {
  /** The language that words are looked for in. */
  readonly language: Language;
  /** As they are edited, unless said otherwise. */
  readonly state?: TaskState;
}

/**
 * The tasks of a cycle that match a query, by date: as one unit sees them, or of one layer. Otherwise, edited tasks of all
 * layers, but published tasks only of the county's layer: units' own published tasks have to be asked for.
 */
export async function readSeenTasks(
  database: Database,
  cycle: Cycle,
  query: TaskQuery,
  { language, state = 'edited' }: TaskReading,
): Promise<SeenTask[]> {
  const { unit, hidden } = query;
  const isOfCounty = state === 'published' && unit === undefined && query.layer === undefined;
  const isSelected = selects(selectionOf(isOfCounty ? { ...query, layer: cycle.county } : query), language);
  const tasks = await tasksOfCycle(database, cycle, state);
  if (unit === undefined) return tasks.filter(isSelected).map((task) => seenWith(task, undefined));
  await checkUnit(database, unit, cycle.county);
  const adjustments = await adjustmentsOfCycle(database, cycle, state);
  return seenByUnit(tasks, adjustments, unit, cycle.county).filter(
    ({ task, adjustment }) =>
      (hidden === 'include' || (hidden === 'only') === Boolean(adjustment?.hidden)) && isSelected(task),
  );
}

/** The selection that a query makes. */
export function selectionOf(query: TaskQuery): TaskSelection {
  const { layer, phase, category, actor, partner, kind, status, measure, from, to, q } = query;
  return {
    layers: layer === undefined ? undefined : [layer],
    phases: phase,
    categories: category,
    actors: actor,
    partners: partner,
    kinds: kind,
    statuses: status,
    measures: measure,
    from,
    to,
    text: q,
  };
}
