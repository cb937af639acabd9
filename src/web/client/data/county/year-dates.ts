import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OwnYearDateFields } from '../../../../school-years/own-year-date.js';
import type { YearDateView } from '../../../../school-years/year-date-view.js';
import { inPath } from '../address/start-path.js';
import { call } from '../api/call.js';
import { countyKeys } from '../keys/county-keys.js';
import { cycleKeys } from '../keys/cycle-keys.js';
import { useTexts } from '../language/use-texts.js';

/** The dates of a county's school year that are set anew each year. */
export function useYearDates(county: string, schoolYear: string): UseQueryResult<readonly YearDateView[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: countyKeys.yearDatesIn(county, schoolYear, language),
    queryFn: () =>
      call('GET /api/school-years/{label}/dates', {
        params: { label: inPath(schoolYear) },
        query: { county },
        language,
      }),
  });
}

/** Sets a date of the county's school year, or takes it back. Fails with 412 when it has changed meanwhile. */
export function useSetYearDate(
  county: string,
  schoolYear: string,
  { template, version }: Pick<YearDateView, 'template' | 'version'>,
) {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (fields: OwnYearDateFields | 'take back') => {
      const at = {
        params: { label: inPath(schoolYear), template },
        query: { county },
        ifMatch: version,
        language,
      };
      return fields === 'take back'
        ? call('DELETE /api/school-years/{label}/dates/{template}', at)
        : call('PATCH /api/school-years/{label}/dates/{template}', { ...at, body: fields });
    },
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: countyKeys.yearDates(county, schoolYear) });
      await queries.invalidateQueries({ queryKey: cycleKeys.any });
    },
  });
}
