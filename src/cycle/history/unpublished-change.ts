import { z } from 'zod';
import { taskViewSchema } from '../../task/task-view.js';
import { CHANGE_KINDS, fieldInWordsSchema } from './change-in-words.js';

/** A change of a task, or of a unit's view of one, that subscribers do not see yet. */
export const unpublishedChangeSchema = z
  .object({
    change: z.enum(CHANGE_KINDS),
    task: taskViewSchema,
    unit: z
      .string()
      .nullable()
      .meta({ description: 'The unit whose own view changes; null for the task itself' }),
    unitName: z.string().nullable(),
    fields: z.array(z.string()).meta({ description: 'The fields that differ from what is published' }),
    inWords: z.array(fieldInWordsSchema),
  })
  .meta({ id: 'UnpublishedChange' });

export type UnpublishedChange = z.infer<typeof unpublishedChangeSchema>;
