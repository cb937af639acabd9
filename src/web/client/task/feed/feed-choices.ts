import type { NewFeed } from '../../../../feeds/feed.js';
import type { TaskFilter } from '../../../../task/filter/task-filter.js';
import { LEVELS } from '../../../../task/level.js';

/** How much of what its filter selects a feed may show: what concerns its unit, or the tasks of a level and of those before it. */
export const CONTENTS = ['concerns', ...LEVELS] as const;

export type FeedContent = (typeof CONTENTS)[number];

/** What a filter says of a feed's content; null when it leaves it to the default. */
export function contentOf({ concernsOnly, level }: TaskFilter): FeedContent | null {
  return concernsOnly ? 'concerns' : (level ?? null);
}

/** A filter with another content; null leaves it to the default. */
export function withContent(filter: TaskFilter, content: FeedContent | null): TaskFilter {
  const { concernsOnly: _concerns, level: _level, ...others } = filter;
  if (content === null) return others;
  return content === 'concerns' ? { ...others, concernsOnly: true } : { ...others, level: content };
}

/** What is chosen with yes or no of how a feed shows its tasks. */
export const LOOK_CHOICES = ['phases', 'bars', 'cancelled'] as const satisfies readonly (keyof NewFeed)[];

export type LookChoices = Readonly<Record<(typeof LOOK_CHOICES)[number], boolean>>;

/** What is chosen of a new feed, as the service does by default. */
export const DEFAULT_CHOICES: LookChoices = { phases: false, bars: false, cancelled: true };
