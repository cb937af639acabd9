import { keepPreviousData, type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query';
import type { Coverage } from '../../../../cycle/coverage/coverage.js';
import type { Gap } from '../../../../cycle/coverage/gaps.js';
import type { WorkloadWeek } from '../../../../cycle/coverage/workload.js';
import type { Cycle } from '../../../../cycle/cycle.js';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import type { TaskPageView } from '../../../../cycle/view/task-page-view.js';
import { hasRole } from '../../../../routing/caller.js';
import type { TaskFilter } from '../../../../task/task-filter.js';
import { fetchJson } from '../api/problem.js';
import { sent } from '../api/sent.js';
import { useTexts } from '../language/use-texts.js';
import { useCycleState } from '../session/cycle-state.js';
import { useSession } from '../session/session.js';
import { type CountyMeasureView, type FrameworkView, type Knowledge, knowledgeOf } from './knowledge.js';

/** The cycles that the reader may see, newest school year first: what is published, and what is edited to those who see that. */
export function useCycles(): UseQueryResult<readonly Cycle[]> {
  const { language } = useTexts();
  const session = useSession().data;
  return useQuery({
    queryKey: ['cycles'],
    queryFn: () => fetchJson<readonly Cycle[]>('/api/cycles', language),
    select: (cycles) =>
      cycles.filter(
        ({ county, publishedRevision }) =>
          publishedRevision !== null || (session !== undefined && hasRole(session, 'reader', county)),
      ),
  });
}

/** A query of a part of a cycle, in the state that the reader sees. Its key begins with the cycle, so that all of a cycle can be asked for anew. */
function useOfCycle<T>(id: string | null, part: string, more: Readonly<Record<string, string>> = {}) {
  const { language } = useTexts();
  const state = useCycleState(id);
  return useQuery({
    queryKey: ['cycle', id, part, state, more, language],
    enabled: id !== null && state !== null,
    queryFn: () => {
      const query = new URLSearchParams({ state: state ?? 'published', ...more });
      return fetchJson<T>(`/api/cycles/${encodeURIComponent(id ?? '')}/${part}?${query}`, language);
    },
    placeholderData: keepPreviousData,
  });
}

const asUnit = (unit: string | null) => (unit === null ? {} : { unit });

/** A cycle as a unit sees it or everybody; null asks for none. */
export function useCycleView(id: string | null, unit: string | null = null): UseQueryResult<CycleView> {
  return useOfCycle<CycleView>(id, 'view', asUnit(unit));
}

/** One task, as a unit sees it or everybody. */
export function useTaskView(id: string, unit: string | null): UseQueryResult<TaskPageView> {
  const { language } = useTexts();
  const state = useCycleState(id);
  return useQuery({
    queryKey: ['task', id, 'view', state, unit, language],
    enabled: state !== null,
    queryFn: () => {
      const query = new URLSearchParams({ state: state ?? 'published', ...asUnit(unit) });
      return fetchJson<TaskPageView>(`/api/tasks/${encodeURIComponent(id)}/view?${query}`, language);
    },
  });
}

/** What of the framework a cycle covers. */
export function useCoverage(id: string): UseQueryResult<Coverage> {
  return useOfCycle<Coverage>(id, 'coverage');
}

/** What the framework asks for and a cycle lacks. */
export function useGaps(id: string): UseQueryResult<readonly Gap[]> {
  return useOfCycle<readonly Gap[]>(id, 'gaps');
}

/** The tasks of a cycle by unit and week. */
export function useWorkload(id: string): UseQueryResult<readonly WorkloadWeek[]> {
  return useOfCycle<readonly WorkloadWeek[]>(id, 'workload');
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
      fetchJson<SharedFeed>(
        `/api/cycles/${encodeURIComponent(cycleId)}/feeds`,
        language,
        sent('POST', { language, filter }),
      ),
  });
}
