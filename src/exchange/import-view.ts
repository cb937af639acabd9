import { z } from 'zod';
import { cycleSchema } from '../cycle/cycle.js';
import { fieldInWordsSchema } from '../cycle/history/change-in-words.js';
import { taskViewSchema } from '../task/task-view.js';
import { OUTCOMES } from './import-plan.js';

/** The plan or result of an import, entry by entry. */
export const importViewSchema = z.object({
  cycle: cycleSchema,
  token: z.string().nullable().meta({ description: 'From a preview: imports exactly what was previewed' }),
  columns: z.array(z.string()),
  fields: z.array(z.string()).meta({ description: 'What a column can be mapped to' }),
  mapping: z.record(z.string(), z.string()),
  counts: z.record(z.enum(OUTCOMES), z.int()),
  rows: z.array(
    z.object({
      place: z.object({ unit: z.enum(['line', 'row', 'event']), number: z.int() }),
      title: z.string(),
      outcome: z.enum(OUTCOMES),
      task: taskViewSchema.nullable(),
      fields: z.array(z.string()).meta({ description: 'What an import changes in an existing task' }),
      inWords: z.array(fieldInWordsSchema),
      problems: z.array(z.object({ field: z.string(), what: z.string() })),
    }),
  ),
});

export type ImportView = z.infer<typeof importViewSchema>;
