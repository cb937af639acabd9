import { keepPreviousData, type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query';
import type { Coverage } from '../../../cycle/coverage.js';
import type { Cycle } from '../../../cycle/cycle.js';
import type { Gap } from '../../../cycle/gaps.js';
import type { PublishedCycle } from '../../../cycle/published-cycle.js';
import type { PublishedTask } from '../../../cycle/published-task.js';
import type { TaskFilter } from '../../../cycle/task-filter.js';
import type { WorkloadWeek } from '../../../cycle/workload.js';
import {
  type CountyMeasureView,
  type FrameworkView,
  type Knowledge,
  knowledgeOf,
} from '../entities/knowledge.js';
import { useTexts } from '../language/use-texts.js';
import { fetchJson } from './problem.js';

/** The published cycles that the reader may see, newest school year first. */
export function useCycles(): UseQueryResult<readonly Cycle[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['cycles'],
    queryFn: () => fetchJson<readonly Cycle[]>('/api/cycles', language),
    select: (cycles) => cycles.filter(({ publishedRevision }) => publishedRevision !== null),
  });
}

/** What is published of a cycle, as a unit sees it or everybody; null asks for none. */
export function usePublishedCycle(
  id: string | null,
  unit: string | null = null,
): UseQueryResult<PublishedCycle> {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['published', id, unit, language],
    enabled: id !== null,
    queryFn: () => {
      const ofUnit = unit === null ? '' : `?unit=${encodeURIComponent(unit)}`;
      return fetchJson<PublishedCycle>(
        `/api/cycles/${encodeURIComponent(id ?? '')}/published${ofUnit}`,
        language,
      );
    },
    placeholderData: keepPreviousData,
  });
}

/** One published task, as a unit sees it or everybody. */
export function usePublishedTask(id: string, unit: string | null): UseQueryResult<PublishedTask> {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['published-task', id, unit, language],
    queryFn: () => {
      const ofUnit = unit === null ? '' : `?unit=${encodeURIComponent(unit)}`;
      return fetchJson<PublishedTask>(`/api/tasks/${encodeURIComponent(id)}/published${ofUnit}`, language);
    },
  });
}

/** What of the framework a published cycle covers. */
export function useCoverage(id: string): UseQueryResult<Coverage> {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['coverage', id],
    queryFn: () =>
      fetchJson<Coverage>(`/api/cycles/${encodeURIComponent(id)}/coverage?state=published`, language),
  });
}

/** What the framework asks for and a published cycle lacks. */
export function useGaps(id: string): UseQueryResult<readonly Gap[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['gaps', id],
    queryFn: () =>
      fetchJson<readonly Gap[]>(`/api/cycles/${encodeURIComponent(id)}/gaps?state=published`, language),
  });
}

/** The tasks of a published cycle by unit and week. */
export function useWorkload(id: string): UseQueryResult<readonly WorkloadWeek[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['workload', id],
    queryFn: () =>
      fetchJson<readonly WorkloadWeek[]>(
        `/api/cycles/${encodeURIComponent(id)}/workload?state=published`,
        language,
      ),
  });
}

/** The knowledge base, indexed. */
export function useKnowledge(): UseQueryResult<Knowledge> {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['knowledge'],
    queryFn: async () => {
      const [framework, countyMeasures] = await Promise.all([
        fetchJson<FrameworkView>('/api/framework', language),
        fetchJson<readonly CountyMeasureView[]>('/api/measures', language),
      ]);
      return knowledgeOf(framework, countyMeasures);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** A feed that everybody who looks at the same shares. */
export interface SharedFeed {
  readonly name: string;
  readonly url: string;
  readonly subscribePage: string;
  readonly links: Readonly<
    Record<'https' | 'webcal' | 'outlookOffice' | 'outlookLive' | 'google' | 'apple', string>
  >;
}

/** Makes a feed of what is looked at. */
export function useSharedFeed(cycleId: string) {
  const { language } = useTexts();
  return useMutation({
    mutationFn: (filter: TaskFilter) =>
      fetchJson<SharedFeed>(`/api/cycles/${encodeURIComponent(cycleId)}/feeds`, language, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ language, filter }),
      }),
  });
}
