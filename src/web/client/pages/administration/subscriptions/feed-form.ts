import type { NewFeed } from '../../../../../feeds/feed.js';
import type { Language } from '../../../../../language/text.js';
import type { TaskFilter } from '../../../../../task/filter/task-filter.js';
import { DEFAULT_CHOICES, type LookChoices } from '../../../task/feed/feed-choices.js';
import type { Feed } from './feeds.js';

/** The parts of a filter with several values that can be chosen here. */
export const FACETS = ['phases', 'actors', 'partners', 'kinds'] as const;

export type Facet = (typeof FACETS)[number];

export const FORMS = ['events', 'todos'] as const satisfies readonly Feed['form'][];

/** The content of the form. */
export interface FeedValues extends LookChoices {
  readonly name: string;
  readonly language: Language;
  readonly form: Feed['form'];
  readonly alarms: boolean;
  readonly filter: TaskFilter;
}

/** The form for an existing feed, or for a new one showing a unit's view (null for the common view). */
export function valuesOf(feed: Feed | null, unit: string | null, language: Language): FeedValues {
  if (feed) return feed;
  const filter = unit === null ? {} : { unit };
  return { name: '', language, form: 'events', ...DEFAULT_CHOICES, alarms: false, filter };
}

/** A filter with new values of one part; an empty list removes the part. */
export function withFacet(filter: TaskFilter, facet: Facet, values: readonly string[]): TaskFilter {
  const { [facet]: _before, ...others } = filter;
  return values.length === 0 ? others : ({ ...others, [facet]: values } as TaskFilter);
}

/** A filter for a unit's view, or the common view. */
export function withUnit(filter: TaskFilter, unit: string): TaskFilter {
  const { unit: _before, responsibleOnly: _own, concernsOnly: _concerns, ...others } = filter;
  return unit === '' ? others : { ...others, unit };
}

/** The body of the form; without a name, the service chooses one. */
export function contentOf({ name, ...values }: FeedValues): Omit<NewFeed, 'county'> {
  const { language, form, phases, bars, cancelled, alarms, filter } = values;
  const look = { language, form, phases, bars, cancelled, alarms, filter };
  return name.trim() === '' ? look : { name: name.trim(), ...look };
}
