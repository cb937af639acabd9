import { z } from 'zod';
import type { Instant } from '../calendar/iso-date.js';
import type { Language } from '../language/text.js';
import { languageSchema } from '../language/text-schema.js';
import { type TaskFilter, taskFilterSchema } from '../task/filter/task-filter.js';
import { freeText } from '../text/free-text.js';

export const FORMS = ['events', 'todos'] as const;

/** The presentation of a feed: its name, language, filter, form (events or a task list), and whether it has alarms. */
export const feedPresentationSchema = z.object({
  name: freeText(100)
    .refine((name) => name.trim() !== '', { error: 'is empty' })
    .meta({ description: 'The name shown in calendars' }),
  language: languageSchema,
  filter: taskFilterSchema,
  form: z
    .enum(FORMS)
    .meta({ description: 'todos: tasks for clients with task lists; Outlook and Google ignore them' }),
  alarms: z.boolean().meta({ description: 'Whether the calendar shows reminders (alarms)' }),
});

/** A subscription: a secret address that shows some of a county's published tasks. */
export interface Feed {
  readonly id: string;
  readonly county: string;
  readonly name: string;
  readonly language: Language;
  readonly filter: TaskFilter;
  readonly form: (typeof FORMS)[number];
  readonly alarms: boolean;
  /** Who made it. */
  readonly owner: string;
  /** The id of the person who made it; null when it was not a person. */
  readonly ownerId: string | null;
  readonly tokenGeneration: number;
  readonly version: number;
  readonly createdAt: Instant;
  readonly revokedAt: Instant | null;
  readonly lastFetchedAt: Instant | null;
  /** The User-Agent of the client that fetched it last. */
  readonly lastFetchedBy: string | null;
}

export const newFeedSchema = z.strictObject({
  county: z.string(),
  ...feedPresentationSchema.shape,
  name: feedPresentationSchema.shape.name
    .optional()
    .meta({ description: 'Made from the county and unit when left out' }),
  language: languageSchema.default('nb'),
  filter: taskFilterSchema.prefault({}),
  form: feedPresentationSchema.shape.form.default('events'),
  alarms: z.boolean().default(false),
});

export type NewFeed = z.infer<typeof newFeedSchema>;

export const feedPatchSchema = z.strictObject(feedPresentationSchema.shape).partial();

export type FeedPatch = z.infer<typeof feedPatchSchema>;
