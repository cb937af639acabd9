import {
  keepPreviousData,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { SaidSkolerute } from '../../../../school-years/correction.js';
import type {
  LaidOut,
  SchoolYearView,
  SkoleruteFlawView,
} from '../../../../school-years/school-year-view.js';
import { inPath } from '../address/start-path.js';
import { fetchJson } from '../api/problem.js';
import { removed, sent } from '../api/sent.js';
import { useTexts } from '../language/use-texts.js';
import type { SkoleruteFile } from './skolerute-file.js';

/** What a file says, and what is wrong with it. */
export interface ReadFile {
  readonly name: string;
  readonly said: SaidSkolerute | null;
  readonly laidOut: LaidOut | null;
  readonly flaws: readonly SkoleruteFlawView[];
  readonly passedOver: readonly string[];
}

const path = (county: string, schoolYear: string) =>
  `/api/school-years/${inPath(schoolYear)}?county=${encodeURIComponent(county)}`;

const keyOf = (county: string, schoolYear: string) => ['school-year', county, schoolYear];

/** The skolerute in force for a county's school year. */
export function useSchoolYear(county: string, schoolYear: string): UseQueryResult<SchoolYearView> {
  const { language } = useTexts();
  return useQuery({
    queryKey: keyOf(county, schoolYear),
    queryFn: () => fetchJson<SchoolYearView>(path(county, schoolYear), language),
  });
}

/** How a skolerute would be laid out, while it is being written; null asks for nothing. */
export function useLaidOut(
  present: SchoolYearView,
  said: SaidSkolerute | null,
): UseQueryResult<SchoolYearView> {
  const { language } = useTexts();
  const { county, schoolYear, version } = present;
  return useQuery({
    queryKey: [...keyOf(county, schoolYear), 'laid out', version, said],
    enabled: said !== null,
    queryFn: () =>
      fetchJson<SchoolYearView>(
        `${path(county, schoolYear)}&preview=true`,
        language,
        sent('PATCH', said ?? {}, version),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** Sets the skolerute of a county's school year, or goes back to the file. Fails with 412 when somebody else was first. */
export function useSetSchoolYear({
  county,
  schoolYear,
  version,
}: Pick<SchoolYearView, 'county' | 'schoolYear' | 'version'>) {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (said: SaidSkolerute | 'take back') =>
      fetchJson<SchoolYearView>(
        path(county, schoolYear),
        language,
        said === 'take back' ? removed(version) : sent('PATCH', said, version),
      ),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: keyOf(county, schoolYear) });
      await queries.invalidateQueries({ queryKey: ['cycle'] });
    },
  });
}

/** Reads a skolerute from a file; stores nothing. */
export function useReadSkolerute(county: string, schoolYear: string) {
  const { language } = useTexts();
  return useMutation({
    mutationFn: async ({ name, format, content, source }: SkoleruteFile): Promise<ReadFile> => {
      const body = { county, schoolYear, format, content, source };
      const read = await fetchJson<Omit<ReadFile, 'name'>>(
        '/api/school-years/import',
        language,
        sent('POST', body),
      );
      return { name, ...read };
    },
  });
}
