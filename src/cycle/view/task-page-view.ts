import { z } from 'zod';
import { taskViewSchema } from '../../task/task-view.js';

/** One task, as edited or published, with the unit it belongs to. */
export const taskPageViewSchema = z
  .object({
    task: taskViewSchema,
    layer: z
      .object({ id: z.string(), name: z.string() })
      .meta({ description: 'The unit whose entry it is; the county for what is common' }),
  })
  .meta({ id: 'TaskPageView' });

export type TaskPageView = z.infer<typeof taskPageViewSchema>;
