import type { NewFeed } from '../../../../../feeds/feed.js';
import type { Language } from '../../../../../language/text.js';
import type { TaskFilter } from '../../../../../task/filter/task-filter.js';
import type { Feed } from './feeds.js';

/** The parts of a filter with several values that can be chosen here. */
export const FACETS = ['phases', 'actors', 'partners', 'kinds'] as const;

export type Facet = (typeof FACETS)[number];

/** What is chosen of a feed with yes or no. */
export const CHOICES = ['phases', 'bars', 'cancelled', 'alarms'] as const satisfies readonly (keyof Feed)[];

export const FORMS = ['events', 'todos'] as const satisfies readonly Feed['form'][];

/** The content of the form. */
export interface FeedValues extends Readonly<Record<(typeof CHOICES)[number], boolean>> {
  readonly name: string;
  readonly language: Language;
  readonly form: Feed['form'];
  readonly filter: TaskFilter;
}

/** The form for an existing feed, or for a new one showing a unit's view (null for the common view). */
export function valuesOf(feed: Feed | null, unit: string | null, language: Language): FeedValues {
  if (feed) return feed;
  const chosen = { phases: false, bars: false, cancelled: true, alarms: false };
  return { name: '', language, form: 'events', ...chosen, filter: unit === null ? {} : { unit } };
}

/** A filter with new values of one part; an empty list removes the part. */
export function withFacet(filter: TaskFilter, facet: Facet, values: readonly string[]): TaskFilter {
  const { [facet]: _before, ...others } = filter;
  return values.length === 0 ? others : ({ ...others, [facet]: values } as TaskFilter);
}

/** A filter for a unit's view, or the common view. */
export function withUnit(filter: TaskFilter, unit: string): TaskFilter {
  const { unit: _before, responsibleOnly: _own, ...others } = filter;
  return unit === '' ? others : { ...others, unit };
}

/** The body of the form; without a name, the service chooses one. */
export function contentOf({ name, ...values }: FeedValues): Omit<NewFeed, 'county'> {
  const { language, form, phases, bars, cancelled, alarms, filter } = values;
  const look = { language, form, phases, bars, cancelled, alarms, filter };
  return name.trim() === '' ? look : { name: name.trim(), ...look };
}
