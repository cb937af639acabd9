import { z } from 'zod';

/** Which state of the tasks to read. */
export const taskStateSchema = z.enum(['edited', 'published']).default('edited').meta({
  description: 'The working version, which readers see, or the published version, which subscribers see',
});

/** As edited, or as published. */
export type TaskState = z.infer<typeof taskStateSchema>;
