import { z } from 'zod';
import type { Instant } from '../calendar/iso-date.js';
import type { Language } from '../language/text.js';
import { languageSchema } from '../language/text-schema.js';
import { type TaskFilter, taskFilterSchema } from '../task/filter/task-filter.js';
import { freeText } from '../text/free-text.js';

export const FORMS = ['events', 'todos'] as const;

/** The presentation of a feed: its name, language, filter, form (events or a task list), and what its owner chooses besides. */
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
  phases: z.boolean().meta({ description: 'Whether the bars of whole phases are shown too' }),
  bars: z.boolean().meta({
    description:
      'Whether a period of more than five days is one bar; otherwise it is one entry on its first day and one on its last',
  }),
  cancelled: z.boolean().meta({
    description: 'Whether a cancelled task is shown as cancelled for 60 days, instead of not at all',
  }),
});

/** What a feed shows and how, apart from what it is called. */
export type FeedLook = Pick<
  Feed,
  'language' | 'filter' | 'form' | 'alarms' | 'phases' | 'bars' | 'cancelled' | 'sequence'
>;

/** A subscription: a secret address that shows some of a county's published tasks. */
export interface Feed {
  readonly id: string;
  readonly county: string;
  readonly name: string;
  readonly language: Language;
  readonly filter: TaskFilter;
  readonly form: (typeof FORMS)[number];
  readonly alarms: boolean;
  /** Whether it shows the bars of whole phases. */
  readonly phases: boolean;
  /** Whether it shows long periods as bars. */
  readonly bars: boolean;
  /** Whether it shows what is cancelled. */
  readonly cancelled: boolean;
  /** What each SEQUENCE is raised by: grows when the owner changes what it shows. */
  readonly sequence: number;
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
  alarms: feedPresentationSchema.shape.alarms.default(false),
  phases: feedPresentationSchema.shape.phases.default(false),
  bars: feedPresentationSchema.shape.bars.default(false),
  cancelled: feedPresentationSchema.shape.cancelled.default(true),
});

export type NewFeed = z.infer<typeof newFeedSchema>;

export const feedPatchSchema = z.strictObject(feedPresentationSchema.shape).partial();

export type FeedPatch = z.infer<typeof feedPatchSchema>;

/**
 * What each SEQUENCE is raised by after a change of a feed: more than before when it shows something else. SEQUENCE counts
 * the versions of a task and of the unit's adjustment of it, so in the view of another unit it may be lower by as much as
 * the highest version of an adjustment.
 */
export function raisedSequence(
  { sequence, filter }: Pick<Feed, 'sequence' | 'filter'>,
  { name: _name, ...look }: FeedPatch,
  latestAdjustment: number,
): number {
  if (Object.values(look).every((part) => part === undefined)) return sequence;
  const isOfAnotherUnit = look.filter !== undefined && look.filter.unit !== filter.unit;
  return sequence + 1 + (isOfAnotherUnit ? latestAdjustment : 0);
}
