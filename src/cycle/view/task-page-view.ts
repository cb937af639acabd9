import { z } from 'zod';
import { taskViewSchema } from '../../task/task-view.js';

/** One task, as edited or published, with the unit it belongs to. */
export const taskPageViewSchema = z
  .object({
    task: taskViewSchema,
    layer: z
      .object({ id: z.string(), name: z.string() })
      .meta({ description: 'The unit that the entry belongs to; the county for common tasks' }),
  })
  .meta({ id: 'TaskPageView' });

export type TaskPageView = z.infer<typeof taskPageViewSchema>;
