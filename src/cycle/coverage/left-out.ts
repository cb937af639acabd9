import { z } from 'zod';
import { isoDateSchema } from '../../calendar/iso-date-schema.js';
import { actorSchema, phaseIdSchema } from '../../framework/vocabulary.js';
import { byDate } from '../../task/by-date.js';
import type { Level } from '../../task/level.js';
import { levelSchema } from '../../task/level-schema.js';
import type { Task } from '../../task/task.js';
import { kindSchema } from '../../task/template.js';
import type { GeneratedCycle } from '../generated-cycle.js';

/** A template of which a cycle lacks some or all tasks, with those. */
export interface LeftOut {
  readonly key: string;
  readonly level: Level;
  readonly tasks: readonly [Task, ...Task[]];
}

export const leftOutSchema = z.object({
  key: z.string().meta({ description: 'Names the template' }),
  level: levelSchema,
  title: z.string(),
  description: z.string(),
  kind: kindSchema,
  phase: phaseIdSchema,
  actor: actorSchema,
  starts: z
    .array(isoDateSchema)
    .min(1)
    .meta({ description: 'The first day of each task that it would give' }),
});

/**
 * What a cycle could have from the templates and does not, by date: tasks beyond its level, and those that somebody has taken
 * away. `present` are the tasks that it has.
 */
export function leftOutOf(
  { tasks, leftOut }: Pick<GeneratedCycle, 'tasks' | 'leftOut'>,
  present: readonly Task[],
): LeftOut[] {
  const byKey = new Map<string, [Task, ...Task[]]>();
  for (const task of lacking([...tasks, ...leftOut].sort(byDate), present)) {
    const others = byKey.get(task.key);
    if (others) others.push(task);
    else byKey.set(task.key, [task]);
  }
  return [...byKey.entries()].map(([key, given]) => ({ key, level: given[0].level, tasks: given }));
}

/** The tasks beyond a cycle's level that it does not have: the county has chosen to do without them. */
export function leftOutByChoice(
  { leftOut }: Pick<GeneratedCycle, 'leftOut'>,
  present: readonly Task[],
): Task[] {
  return lacking(leftOut, present);
}

function lacking(tasks: readonly Task[], present: readonly Task[]): Task[] {
  const known = new Set(present.map(({ id }) => id));
  return tasks.filter(({ id }) => !known.has(id));
}
