import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Level } from '../../../../task/level.js';
import { type Answer, call, type SentBody } from '../../data/api/call.js';
import { ApiProblem } from '../../data/api/problem.js';
import { useRefreshCycle } from '../../data/cycle/task-changes.js';
import { cycleKeys } from '../../data/keys/cycle-keys.js';
import { useTexts } from '../../data/language/use-texts.js';

export type Regeneration = Answer<'POST /api/cycles/{id}/regenerate'>;

/** What people and the regeneration changed differently. */
export type Conflict = Regeneration['conflicts'][number];

export type Decision = NonNullable<SentBody<'POST /api/cycles/{id}/regenerate'>['decisions']>[number];

export type Rollover = Answer<'POST /api/cycles/{id}/rollover'>;

/** A task that changes, before and after in words. */
export type ChangedTask = Pick<Rollover['tasks'][number], 'task' | 'changes'>;

/** Whether the request failed because the cycle has changed since the preview. */
export function isOutdated(error: Error | null): boolean {
  return error instanceof ApiProblem && (error.status === 409 || error.status === 412);
}

/** What a regeneration at a level would do. */
export function useRegeneration(cycleId: string, level: Level) {
  const { language } = useTexts();
  return useQuery({
    queryKey: cycleKeys.regeneration(cycleId, level, language),
    queryFn: () =>
      call('POST /api/cycles/{id}/regenerate', {
        params: { id: cycleId },
        query: { preview: 'true' },
        body: { level },
        language,
      }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
}

/** Applies a regeneration as it was previewed; when the cycle has changed meanwhile, it is previewed again. */
export function useRegenerate(cycleId: string) {
  const { language } = useTexts();
  const refresh = useRefreshCycle(cycleId);
  return useMutation({
    mutationFn: (chosen: {
      readonly token: string;
      readonly decisions: readonly Decision[];
      readonly level: Level;
    }) => call('POST /api/cycles/{id}/regenerate', { params: { id: cycleId }, body: chosen, language }),
    onSettled: refresh,
  });
}

/** A preview of next year's cycle, with the cancelled tasks to include; fetched while it does not exist. */
export function useRollover(cycleId: string, withCancelled: readonly string[], isAsked: boolean) {
  const { language } = useTexts();
  return useQuery({
    queryKey: cycleKeys.rollover(cycleId, withCancelled, language),
    queryFn: () =>
      call('POST /api/cycles/{id}/rollover', {
        params: { id: cycleId },
        query: { preview: 'true' },
        body: { withCancelled },
        language,
      }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    retry: false,
    refetchOnWindowFocus: false,
  });
}

/** Creates next year's cycle as it was previewed; when this one has changed meanwhile, it is previewed again. */
export function useRollOver(cycleId: string) {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (chosen: { readonly token: string; readonly withCancelled: readonly string[] }) =>
      call('POST /api/cycles/{id}/rollover', { params: { id: cycleId }, body: chosen, language }),
    onSuccess: () => queries.invalidateQueries({ queryKey: cycleKeys.list }),
    onError: () => queries.invalidateQueries({ queryKey: cycleKeys.rollovers(cycleId) }),
  });
}
