import { z } from 'zod';
import { isoDateSchema } from '../../calendar/iso-date-schema.js';
import { actorSchema, categorySchema, phaseIdSchema } from '../../framework/vocabulary.js';
import type { TaskSelection } from '../../task/filter/select-tasks.js';
import { levelSchema } from '../../task/level-schema.js';
import { statusSchema } from '../../task/task-parts.js';
import { kindSchema } from '../../task/template.js';

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
  level: levelSchema.optional().meta({
    description: 'Tasks of this level and of those before it, and what the unit is to do or takes part in',
  }),
  q: z.string().min(1).optional().meta({ description: 'Words in the title or description' }),
});

export type TaskQuery = z.infer<typeof taskQuerySchema>;

/** The selection that a query makes. */
export function selectionOf(query: TaskQuery): TaskSelection {
  const { layer, phase, category, actor, partner, kind, status, measure, from, to, level, q } = query;
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
    level,
    text: q,
  };
}
