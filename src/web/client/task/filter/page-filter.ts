import { type IsoDate, isIsoDate } from '../../../../calendar/iso-date.js';
import { LEVELS, type Level } from '../../../../task/level.js';

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
  /** Words that all stand in the title or description, or that name a time. */
  readonly text: string;
  /** The first day of what is shown: a date, or whatever day it is; null for the whole year. */
  readonly from: IsoDate | 'today' | null;
  /** The last day, included. */
  readonly to: IsoDate | null;
  /** The tasks of this level and of those before it; null for as much as the view shows by itself. */
  readonly level: Level | null;
};

export const facets = Object.keys(FACETS) as Facet[];

/** The address parameter for the unit whose view is shown. */
export const UNIT = 'unit';

/** Its value that names the common view, for those who would see their own unit's without it. */
const COMMON = 'common';

const dateIn = (text: string | null): IsoDate | null => (text !== null && isIsoDate(text) ? text : null);

/** The filter in an address. */
export function readFilter(search: URLSearchParams): PageFilter {
  const lists = facets.map((facet) => {
    const values = (search.get(FACETS[facet]) ?? '').split(',').filter((value) => value !== '');
    return [facet, [...new Set(values)]] as const;
  });
  const from = search.get('from');
  return {
    ...(Object.fromEntries(lists) as Record<Facet, string[]>),
    unit: search.get(UNIT) === COMMON ? null : search.get(UNIT),
    text: search.get('q') ?? '',
    from: from === 'today' ? from : dateIn(from),
    to: dateIn(search.get('to')),
    level: LEVELS.find((level) => level === search.get('level')) ?? null,
  };
}

/** The filter that shows everything. */
export const NO_FILTER: PageFilter = readFilter(new URLSearchParams());

/** The address's parameters with another filter; the others are kept. Where they named a view, they still name one. */
export function withFilter(search: URLSearchParams, filter: PageFilter): URLSearchParams {
  const next = new URLSearchParams(search);
  const put = (name: string, value: string) => (value === '' ? next.delete(name) : next.set(name, value));
  for (const facet of facets) put(FACETS[facet], filter[facet].join(','));
  put(UNIT, filter.unit ?? (search.has(UNIT) ? COMMON : ''));
  put('q', filter.text);
  put('from', filter.from ?? '');
  put('to', filter.to ?? '');
  put('level', filter.level ?? '');
  return next;
}

/** Whether a filter restricts the days that are shown. */
export const hasDates = ({ from, to }: PageFilter) => from !== null || to !== null;

/** How many choices a filter holds. */
export function countChoices(filter: PageFilter): number {
  const lists = facets.reduce((sum, facet) => sum + filter[facet].length, 0);
  return (
    lists +
    (filter.unit === null ? 0 : 1) +
    (filter.text.trim() === '' ? 0 : 1) +
    (hasDates(filter) ? 1 : 0) +
    (filter.level === null ? 0 : 1)
  );
}
