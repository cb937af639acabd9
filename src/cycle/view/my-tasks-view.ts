import { z } from 'zod';
import { isoDateSchema } from '../../calendar/iso-date-schema.js';
import { taskViewSchema } from '../../task/task-view.js';
import { PARTS } from '../../task/unit-view.js';
import { unitKindSchema } from '../../units/unit.js';
import { cycleSchema } from '../cycle.js';
import { TIMINGS } from './my-task-kinds.js';

const namedUnitSchema = z.object({ id: z.string(), name: z.string(), kind: unitKindSchema });

const timingSchema = z.enum(TIMINGS).meta({
  description:
    'late: a deadline that passed unreported after the unit’s first person came and the cycle was first published; past: anything else that is over and not done; ongoing: begun before this week and ending after it',
});

/** The tasks of a cycle that a unit has a part in. */
export const myTasksViewSchema = z
  .object({
    cycle: cycleSchema,
    unit: namedUnitSchema,
    tasks: z.array(z.object({ task: taskViewSchema, part: z.enum(PARTS), due: timingSchema })).meta({
      description:
        'By date, with the unit’s own dates and status; without what it hides and what is cancelled',
    }),
    lateElsewhere: z
      .array(
        z.object({
          unit: namedUnitSchema,
          tasks: z.array(
            z.object({ id: z.string(), title: z.string(), start: isoDateSchema, end: isoDateSchema }),
          ),
        }),
      )
      .meta({ description: 'For the county’s own unit: what the other units are late with' }),
  })
  .meta({ id: 'OwedView' });

export type MyTasksView = z.infer<typeof myTasksViewSchema>;
