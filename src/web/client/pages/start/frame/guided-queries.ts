import {
  type UseQueryResult,
  useMutation,
  useMutationState,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Cycle } from '../../../../../cycle/cycle.js';
import { type Answer, call } from '../../../data/api/call.js';
import { useMutationDrawnAtOnce } from '../../../data/api/mutation-drawn-at-once.js';
import { FailedStep, publishingSteps } from '../../../data/cycle/cycle-step.js';
import { sendCycleStep } from '../../../data/cycle/publishing.js';
import { useRefreshCycle } from '../../../data/cycle/task-changes.js';
import { countyKeys } from '../../../data/keys/county-keys.js';
import { cycleKeys } from '../../../data/keys/cycle-keys.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { useSession } from '../../../data/session/session.js';

/** That somebody has looked a task over. */
export type LookedOver = Answer<'GET /api/cycles/{id}/looked-over'>[number];

/** Makes the draft of a county's cycle. */
export function useMakeDraft() {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: { readonly county: string; readonly schoolYear: string }) =>
      call('POST /api/cycles', { body: wanted, language }),
    onSettled: () => queries.invalidateQueries({ queryKey: cycleKeys.list }),
  });
}

/** Ticks that are set on tasks, or taken away. */
interface Ticks {
  readonly tasks: readonly string[];
  readonly lookedOver: boolean;
}

/**
 * What of a cycle has been looked over, by whomever, with the ticks that are on their way to the service in place; null
 * asks for nothing.
 */
export function useLookedOver(cycleId: string | null): UseQueryResult<readonly LookedOver[]> {
  const { language } = useTexts();
  const who = useSession().data?.name ?? '';
  const underway = useMutationState({
    filters: { mutationKey: cycleKeys.lookedOver(cycleId), status: 'pending' },
    select: ({ state }) => state.variables as Ticks,
  });
  return useQuery({
    queryKey: cycleKeys.lookedOver(cycleId),
    enabled: cycleId !== null,
    queryFn: () => call('GET /api/cycles/{id}/looked-over', { params: { id: cycleId ?? '' }, language }),
    select: (known) =>
      underway.reduce<readonly LookedOver[]>((before, ticks) => withTicks(before, ticks, who), known),
  });
}

function withTicks(
  before: readonly LookedOver[],
  { tasks, lookedOver }: Ticks,
  who: string,
): readonly LookedOver[] {
  const others = before.filter(({ taskId }) => !tasks.includes(taskId));
  return lookedOver ? [...others, ...tasks.map((taskId) => ({ taskId, who, at: '' }))] : others;
}

/** Ticks tasks off, or takes their ticks away, one change after the other; for the part of the page that shows them. */
export function useTick(cycleId: string) {
  const { language } = useTexts();
  const queries = useQueryClient();
  const key = cycleKeys.lookedOver(cycleId);
  return useMutationDrawnAtOnce({
    mutationKey: key,
    scope: { id: key.join(' ') },
    mutationFn: (ticks: Ticks) =>
      call('PATCH /api/cycles/{id}/looked-over', { params: { id: cycleId }, body: ticks, language }),
    onSuccess: async (lookedOver) => {
      // What was asked before this change and is answered after it would take the tick away again.
      await queries.cancelQueries({ queryKey: key });
      queries.setQueryData(key, lookedOver);
    },
    onError: () => queries.invalidateQueries({ queryKey: key }),
  });
}

/** Publishes a cycle as it was looked over, and opens it to anyone or closes it; fails with the step that failed. */
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

/** The owner of feeds that all who look at the same share; they show public cycles only. */
const EVERYBODY = 'everybody';

/** The feeds of a county that are in use and somebody's own. */
export function useFeeds(county: string): UseQueryResult<readonly OwnFeed[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: countyKeys.feeds(county),
    queryFn: () => call('GET /api/feeds', { query: { county }, language }),
    select: (feeds) => feeds.filter(({ revokedAt, owner }) => revokedAt === null && owner !== EVERYBODY),
  });
}

/** Makes feeds of a county, each of a unit or, with null, of the county itself. */
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
