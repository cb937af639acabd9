import { z } from 'zod';
import { taskViewSchema } from './task-view.js';

/** One published task, with whose it is. */
export const publishedTaskSchema = z
  .object({
    task: taskViewSchema,
    layer: z
      .object({ id: z.string(), name: z.string() })
      .meta({ description: 'The unit whose entry it is; the county for what is common' }),
  })
  .meta({ id: 'PublishedTask' });

export type PublishedTask = z.infer<typeof publishedTaskSchema>;
