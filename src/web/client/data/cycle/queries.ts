import { keepPreviousData, type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query';
import type { Coverage } from '../../../../cycle/coverage/coverage.js';
import type { Gap } from '../../../../cycle/coverage/gaps.js';
import type { WorkloadWeek } from '../../../../cycle/coverage/workload.js';
import type { Cycle } from '../../../../cycle/cycle.js';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import type { TaskPageView } from '../../../../cycle/view/task-page-view.js';
import type { NewFeed } from '../../../../feeds/feed.js';
import { hasRole } from '../../../../routing/caller.js';
import { type Answer, call } from '../api/call.js';
import { cycleKeys, type SeenBy } from '../keys/cycle-keys.js';
import { serviceKeys } from '../keys/service-keys.js';
import { taskKeys } from '../keys/task-keys.js';
import { useTexts } from '../language/use-texts.js';
import { type CycleState, useCycleState } from '../session/cycle-state.js';
import { useSession } from '../session/session.js';
import { type Knowledge, knowledgeOf } from './knowledge.js';

/** The cycles that the reader may see, newest school year first: published ones, and working versions for those with a role. */
export function useCycles(): UseQueryResult<readonly Cycle[]> {
  const { language } = useTexts();
  const session = useSession().data;
  return useQuery({
    queryKey: cycleKeys.list,
    queryFn: () => call('GET /api/cycles', { language }),
    select: (cycles) =>
      cycles.filter(
        ({ county, publishedRevision }) =>
          publishedRevision !== null || (session !== undefined && hasRole(session, 'reader', county)),
      ),
  });
}

/** The parameters for fetching a part of a cycle. */
interface PartRequest {
  readonly params: { readonly id: string };
  readonly query: { readonly state: CycleState } & SeenBy;
  readonly language: string;
}

/** A query for a part of a cycle, in the state that the reader sees; nothing is fetched for null. */
function useOfCycle<T>(
  id: string | null,
  part: string,
  fetchPart: (request: PartRequest) => Promise<T>,
  seen: SeenBy = {},
): UseQueryResult<T> {
  const { language } = useTexts();
  const state = useCycleState(id);
  return useQuery({
    queryKey: cycleKeys.part(id, part, { state, seenBy: seen }, language),
    enabled: id !== null && state !== null,
    queryFn: () =>
      fetchPart({
        params: { id: id ?? '' },
        query: { state: state ?? 'published', ...seen },
        language,
      }),
    placeholderData: keepPreviousData,
  });
}

const seenBy = (unit: string | null): SeenBy => (unit === null ? {} : { unit });

/** A cycle as a unit sees it, or the common view; nothing is fetched for null. */
export function useCycleView(id: string | null, unit: string | null = null): UseQueryResult<CycleView> {
  return useOfCycle(id, 'view', (request) => call('GET /api/cycles/{id}/view', request), seenBy(unit));
}

/** One task, as a unit sees it or in the common view. */
export function useTaskView(id: string, unit: string | null): UseQueryResult<TaskPageView> {
  const { language } = useTexts();
  const state = useCycleState(id);
  return useQuery({
    queryKey: taskKeys.view(id, state, unit, language),
    enabled: state !== null,
    queryFn: () =>
      call('GET /api/tasks/{id}/view', {
        params: { id },
        query: { state: state ?? 'published', ...seenBy(unit) },
        language,
      }),
  });
}

/** What of the framework a cycle covers. */
export function useCoverage(id: string): UseQueryResult<Coverage> {
  return useOfCycle(id, 'coverage', (request) => call('GET /api/cycles/{id}/coverage', request));
}

/** What the framework asks for and a cycle lacks. */
export function useGaps(id: string): UseQueryResult<readonly Gap[]> {
  return useOfCycle(id, 'gaps', (request) => call('GET /api/cycles/{id}/gaps', request));
}

/** The tasks of a cycle by unit and week. */
export function useWorkload(id: string): UseQueryResult<readonly WorkloadWeek[]> {
  return useOfCycle(id, 'workload', (request) => call('GET /api/cycles/{id}/workload', request));
}

/** The knowledge base, indexed. */
export function useKnowledge(): UseQueryResult<Knowledge> {
  const { language } = useTexts();
  return useQuery({
    queryKey: serviceKeys.knowledge,
    queryFn: async () => {
      const [framework, countyMeasures] = await Promise.all([
        call('GET /api/framework', { language }),
        call('GET /api/measures', { language }),
      ]);
      return knowledgeOf(framework, countyMeasures);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** A feed shared by everybody who subscribes to the same selection. */
export type SharedFeed = Answer<'POST /api/cycles/{id}/feeds'>;

/** What is chosen of a shared feed; its language is the reader's. */
export type SharedLook = Pick<NewFeed, 'filter' | 'phases' | 'bars' | 'cancelled'>;

/** What a shared feed of some choices would show in the next two weeks. */
export function useFeedPreview(
  cycleId: string,
  look: SharedLook,
): UseQueryResult<Answer<'POST /api/cycles/{id}/feeds/preview'>> {
  const { language } = useTexts();
  return useQuery({
    queryKey: cycleKeys.feedPreview(cycleId, look, language),
    queryFn: () =>
      call('POST /api/cycles/{id}/feeds/preview', {
        params: { id: cycleId },
        body: { language, ...look },
        language,
      }),
    placeholderData: keepPreviousData,
  });
}

/** Creates the shared feed of some choices, or finds it. */
export function useSharedFeed(cycleId: string) {
  const { language } = useTexts();
  return useMutation({
    mutationFn: (look: SharedLook) =>
      call('POST /api/cycles/{id}/feeds', { params: { id: cycleId }, body: { language, ...look }, language }),
  });
}
