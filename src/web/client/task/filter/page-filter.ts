import { fitsSelection } from '../../../../task/filter/select-tasks.js';
import type { TaskFilter } from '../../../../task/filter/task-filter.js';
import type { TaskView } from '../../../../task/task-view.js';

/** The parts of a filter with several values, and the address parameter of each. */
export const FACETS = {
  phases: 'phase',
  categories: 'category',
  actors: 'actor',
  partners: 'partner',
  kinds: 'kind',
  statuses: 'status',
  measures: 'measure',
} as const;

export type Facet = keyof typeof FACETS;

/** Which tasks the page shows. An empty list matches all. */
export type PageFilter = Readonly<Record<Facet, readonly string[]>> & {
  /** The unit whose view is shown; null for the common view. */
  readonly unit: string | null;
  /** Words that all stand in the title or description. */
  readonly text: string;
};

const facets = Object.keys(FACETS) as Facet[];

/** The filter in an address. */
export function readFilter(search: URLSearchParams): PageFilter {
  const lists = facets.map((facet) => {
    const values = (search.get(FACETS[facet]) ?? '').split(',').filter((value) => value !== '');
    return [facet, [...new Set(values)]] as const;
  });
  return {
    ...(Object.fromEntries(lists) as Record<Facet, string[]>),
    unit: search.get('unit'),
    text: search.get('q') ?? '',
  };
}

/** The address's parameters with another filter; the others are kept. */
export function withFilter(search: URLSearchParams, filter: PageFilter): URLSearchParams {
  const next = new URLSearchParams(search);
  const put = (name: string, value: string) => (value === '' ? next.delete(name) : next.set(name, value));
  for (const facet of facets) put(FACETS[facet], filter[facet].join(','));
  put('unit', filter.unit ?? '');
  put('q', filter.text);
  return next;
}

/** How many choices a filter holds. */
export function countChoices(filter: PageFilter): number {
  const lists = facets.reduce((sum, facet) => sum + filter[facet].length, 0);
  return lists + (filter.unit === null ? 0 : 1) + (filter.text.trim() === '' ? 0 : 1);
}

/** The tasks that match a filter, in the order given. The unit is ignored: the tasks were fetched in its view. */
export function pickTasks(tasks: readonly TaskView[], filter: PageFilter): TaskView[] {
  const { unit: _unit, ...selection } = toTaskFilter(filter);
  return tasks.filter(fitsSelection(selection, ({ title, description }) => `${title} ${description}`));
}

/** The filter of a feed: only the parts that restrict something. */
export function toTaskFilter(filter: PageFilter): TaskFilter {
  const parts: Record<string, unknown> = {};
  for (const facet of facets) if (filter[facet].length > 0) parts[facet] = filter[facet];
  if (filter.unit !== null) parts.unit = filter.unit;
  if (filter.text.trim() !== '') parts.text = filter.text.trim();
  return parts as TaskFilter;
}
