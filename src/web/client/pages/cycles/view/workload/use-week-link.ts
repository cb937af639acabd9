import { useMemo } from 'react';
import { useSearch } from 'wouter';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import { viewPath } from '../../../../data/address/views.js';
import { isWithin } from '../../../../data/cycle/months.js';
import { type PageFilter, withFilter } from '../../../../task/filter/page-filter.js';
import { type Load, weeksOf } from '../../../../task/load/load.js';
import { withChosenTime } from '../any-view/chosen-time.js';

/** Returns the address of a week in the list of a unit's or an actor's tasks. */
export function useWeekLink(
  { cycle: { id, county }, schoolYear }: Pick<CycleView, 'cycle' | 'schoolYear'>,
  filter: PageFilter,
): (load: Load, week: string) => string {
  const search = useSearch();
  const weeks = useMemo(() => weeksOf(schoolYear), [schoolYear]);
  return ({ actor, unitId }, week) => {
    const next = withFilter(new URLSearchParams(search), {
      ...filter,
      level: 'complete',
      actors: [actor],
      // The county's own tasks are the common ones: it has no view of its own.
      unit: unitId === null || unitId === county ? filter.unit : unitId,
    });
    const monday = weeks.find(({ key }) => key === week)?.monday ?? schoolYear.from;
    const date = isWithin(monday, schoolYear) ? monday : schoolYear.from;
    return `${viewPath(id, 'agenda')}?${withChosenTime(next, { kind: 'day', date })}`;
  };
}
