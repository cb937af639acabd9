import { useSearch } from 'wouter';
import type { Cycle } from '../../../../../../cycle/cycle.js';
import { viewPath } from '../../../../data/address/views.js';
import { type PageFilter, withFilter } from '../../../../task/filter/page-filter.js';
import type { Load } from '../../../../task/load/load.js';

/** Returns the address of a week in the list of a unit's or an actor's tasks. */
export function useWeekLink({ id, county }: Cycle, filter: PageFilter): (load: Load, week: string) => string {
  const search = useSearch();
  return ({ actor, unitId }, week) => {
    const next = withFilter(new URLSearchParams(search), {
      ...filter,
      level: 'complete',
      actors: [actor],
      // The county's own tasks are the common ones: it has no view of its own.
      unit: unitId === null || unitId === county ? filter.unit : unitId,
    });
    return `${viewPath(id, 'agenda')}?${next}#week-${week}`;
  };
}
