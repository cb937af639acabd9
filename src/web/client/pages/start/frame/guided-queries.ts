import {
  type UseQueryResult,
  useMutation,
  useMutationState,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Cycle } from '../../../../../cycle/cycle.js';
import type { Level } from '../../../../../task/level.js';
import { type Answer, call } from '../../../data/api/call.js';
import { useMutationDrawnAtOnce } from '../../../data/api/mutation-drawn-at-once.js';
import { FailedStep, publishingSteps } from '../../../data/cycle/cycle-step.js';
import { sendCycleStep } from '../../../data/cycle/publishing.js';
import { useRefreshCycle } from '../../../data/cycle/task-changes.js';
import { countyKeys } from '../../../data/keys/county-keys.js';
import { cycleKeys } from '../../../data/keys/cycle-keys.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { useSession } from '../../../data/session/session.js';

/** That somebody has reviewed a task. */
export type ReviewedTask = Answer<'GET /api/cycles/{id}/looked-over'>[number];

/** Makes the draft of a county's cycle. */
export function useMakeDraft() {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: { readonly county: string; readonly schoolYear: string; readonly level: Level }) =>
      call('POST /api/cycles', { body: wanted, language }),
    onSettled: () => queries.invalidateQueries({ queryKey: cycleKeys.list }),
  });
}

/** Tasks to mark as reviewed, or no longer reviewed. */
interface Ticks {
  readonly tasks: readonly string[];
  readonly lookedOver: boolean;
}

/**
 * The tasks of a cycle that anybody has reviewed, with the reader's unsaved ticks already applied; nothing is fetched
 * while `cycleId` is null.
 */
export function useReviewedTasks(cycleId: string | null): UseQueryResult<readonly ReviewedTask[]> {
  const { language } = useTexts();
  const who = useSession().data?.name ?? '';
  const underway = useMutationState({
    filters: { mutationKey: cycleKeys.reviewed(cycleId), status: 'pending' },
    select: ({ state }) => state.variables as Ticks,
  });
  return useQuery({
    queryKey: cycleKeys.reviewed(cycleId),
    enabled: cycleId !== null,
    queryFn: () => call('GET /api/cycles/{id}/looked-over', { params: { id: cycleId ?? '' }, language }),
    select: (known) =>
      underway.reduce<readonly ReviewedTask[]>((before, ticks) => withTicks(before, ticks, who), known),
  });
}

function withTicks(
  before: readonly ReviewedTask[],
  { tasks, lookedOver }: Ticks,
  who: string,
): readonly ReviewedTask[] {
  const others = before.filter(({ taskId }) => !tasks.includes(taskId));
  return lookedOver ? [...others, ...tasks.map((taskId) => ({ taskId, who, at: '' }))] : others;
}

/** Marks tasks as reviewed or no longer reviewed, one change at a time. */
export function useTick(cycleId: string) {
  const { language } = useTexts();
  const queries = useQueryClient();
  const key = cycleKeys.reviewed(cycleId);
  return useMutationDrawnAtOnce({
    mutationKey: key,
    scope: { id: key.join(' ') },
    mutationFn: (ticks: Ticks) =>
      call('PATCH /api/cycles/{id}/looked-over', { params: { id: cycleId }, body: ticks, language }),
    onSuccess: async (reviewed) => {
      // A fetch that began before this change and ends after it would remove the tick again.
      await queries.cancelQueries({ queryKey: key });
      queries.setQueryData(key, reviewed);
    },
    onError: () => queries.invalidateQueries({ queryKey: key }),
  });
}

/** Publishes a cycle as it was reviewed, and opens it to anyone or closes it; fails with the step that failed. */
export function usePublish(cycle: Cycle) {
  const { language } = useTexts();
  const refresh = useRefreshCycle(cycle.id);
  return useMutation<Cycle, FailedStep, boolean>({
    mutationFn: async (isPublic) => {
      let present = cycle;
      for (const step of publishingSteps(cycle, isPublic))
        present = await sendCycleStep(step, present, language).catch((error: Error) => {
          throw new FailedStep(step.kind, error);
        });
      return present;
    },
    onSettled: refresh,
  });
}

/** A feed with its secret address. */
export type OwnFeed = Answer<'GET /api/feeds'>[number];

/** The owner of the feeds shared from the page; they show public cycles only. */
const EVERYBODY = 'everybody';

/** The feeds of a county that are in use and belong to somebody. */
export function useFeeds(county: string): UseQueryResult<readonly OwnFeed[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: countyKeys.feeds(county),
    queryFn: () => call('GET /api/feeds', { query: { county }, language }),
    select: (feeds) => feeds.filter(({ revokedAt, owner }) => revokedAt === null && owner !== EVERYBODY),
  });
}

/** Creates feeds for a county, each for a unit or, with null, for the county itself. */
export function useMakeFeeds(county: string) {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (units: readonly (string | null)[]) => {
      for (const unit of units) {
        const filter = unit === null ? {} : { unit };
        await call('POST /api/feeds', { body: { county, filter, language }, language });
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: countyKeys.feeds(county) }),
  });
}
