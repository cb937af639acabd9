import {
  keepPreviousData,
  skipToken,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { CorrectedSkolerute } from '../../../../school-years/correction.js';
import type { SchoolYearView } from '../../../../school-years/school-year-view.js';
import { inPath } from '../address/start-path.js';
import { type Answer, call } from '../api/call.js';
import { countyKeys } from '../keys/county-keys.js';
import { cycleKeys } from '../keys/cycle-keys.js';
import { useTexts } from '../language/use-texts.js';
import type { SkoleruteFile } from './skolerute-file.js';

/** The content of a file, and what is wrong with it. */
export type ReadFile = Answer<'POST /api/school-years/import'> & { readonly name: string };

/** The skolerute in force for a county's school year. */
export function useSchoolYear(county: string, schoolYear: string): UseQueryResult<SchoolYearView> {
  const { language } = useTexts();
  return useQuery({
    queryKey: countyKeys.schoolYear(county, schoolYear),
    queryFn: () =>
      call('GET /api/school-years/{label}', {
        params: { label: inPath(schoolYear) },
        query: { county },
        language,
      }),
  });
}

/** A preview of a skolerute while it is being edited; nothing is fetched for null. */
export function useLaidOut(
  present: SchoolYearView,
  said: CorrectedSkolerute | null,
): UseQueryResult<SchoolYearView> {
  const { language } = useTexts();
  const { county, schoolYear, version } = present;
  return useQuery({
    queryKey: countyKeys.laidOut(county, schoolYear, version, said),
    queryFn:
      said === null
        ? skipToken
        : () =>
            call('PATCH /api/school-years/{label}', {
              params: { label: inPath(schoolYear) },
              query: { county, preview: 'true' },
              body: said,
              ifMatch: version,
              language,
            }),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** Sets the skolerute of a county's school year, or reverts to the file's. Fails with 412 when it has changed meanwhile. */
export function useSetSchoolYear({
  county,
  schoolYear,
  version,
}: Pick<SchoolYearView, 'county' | 'schoolYear' | 'version'>) {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (said: CorrectedSkolerute | 'take back') => {
      const at = { params: { label: inPath(schoolYear) }, query: { county }, ifMatch: version, language };
      return said === 'take back'
        ? call('DELETE /api/school-years/{label}', at)
        : call('PATCH /api/school-years/{label}', { ...at, body: said });
    },
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: countyKeys.schoolYear(county, schoolYear) });
      await queries.invalidateQueries({ queryKey: cycleKeys.any });
    },
  });
}

/** Reads a skolerute from a file; stores nothing. */
export function useReadSkolerute(county: string, schoolYear: string) {
  const { language } = useTexts();
  return useMutation({
    mutationFn: async ({ name, format, content, source }: SkoleruteFile): Promise<ReadFile> => {
      const body = { county, schoolYear, format, content, source };
      return { name, ...(await call('POST /api/school-years/import', { body, language })) };
    },
  });
}
