import { z } from 'zod';
import { freeText } from '../text/free-text.js';
import { STATUSES } from './statuses.js';

export const statusSchema = z.enum(STATUSES).meta({ id: 'Status' });

export type Status = z.infer<typeof statusSchema>;

export interface TaskLink {
  readonly title: string;
  readonly url: string;
  /** Whether it is a link from the 2015 knowledge base that may be dead today. */
  readonly historical: boolean;
}

/** One step of a task that can be ticked off. */
export const checklistItemSchema = z
  .strictObject({ id: freeText(50).min(1), text: z.string(), done: z.boolean() })
  .meta({ id: 'ChecklistItem' });

export type ChecklistItem = z.infer<typeof checklistItemSchema>;

/** How many days before its start and after its end a unit may place its own date of a common task. */
export const leewaySchema = z
  .strictObject({ before: z.int().min(0).max(180), after: z.int().min(0).max(180) })
  .meta({ id: 'Leeway' });

export type Leeway = z.infer<typeof leewaySchema>;
