import { z } from 'zod';

const stepSchema = z.object({
  revision: z.int(),
  tasks: z.int().min(1).meta({ description: 'How many tasks it changed' }),
  title: z.string().nullable().meta({ description: 'The title of the task when it changed only one' }),
});

/** A change by the caller that can be taken back. */
export type TakeBackStep = z.infer<typeof stepSchema>;

/** What the caller's undo and redo would take back; null when there is nothing. */
export const toTakeBackSchema = z
  .object({ undo: stepSchema.nullable(), redo: stepSchema.nullable() })
  .meta({ id: 'ToTakeBack', description: 'What undo and redo would take back for the caller' });

export type ToTakeBack = z.infer<typeof toTakeBackSchema>;
