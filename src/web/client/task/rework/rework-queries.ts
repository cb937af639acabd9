import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Cycle } from '../../../../cycle/cycle.js';
import type { FieldInWords } from '../../../../cycle/history/change-in-words.js';
import type { TaskView } from '../../../../task/task-view.js';
import { ApiProblem, fetchJson } from '../../data/api/problem.js';
import { sent } from '../../data/api/sent.js';
import { useRefreshCycle } from '../../data/cycle/task-changes.js';
import { useTexts } from '../../data/language/use-texts.js';

/** A task that changes, before and after in words. */
export interface ChangedTask {
  readonly task: TaskView;
  readonly changes: readonly FieldInWords[];
}

/** What people and the regeneration changed differently. */
export interface Conflict extends ChangedTask {
  readonly taskId: string;
  readonly field: string;
  readonly why: readonly string[];
}

export interface Regeneration {
  readonly cycle: Cycle;
  readonly token: string | null;
  readonly added: readonly TaskView[];
  readonly updated: readonly ChangedTask[];
  readonly removed: readonly TaskView[];
  readonly conflicts: readonly Conflict[];
}

export interface Decision {
  readonly taskId: string;
  readonly field: string;
  readonly take: 'edited' | 'regenerated';
}

export interface Rollover {
  readonly token: string | null;
  readonly cycleId: string;
  readonly tasks: readonly (ChangedTask & { readonly from: string | null })[];
  readonly notCarried: readonly {
    readonly taskId: string;
    readonly task: TaskView;
    readonly unit: string | null;
    readonly reason: 'cancelled' | 'no-date-next-year' | 'no-template-any-more' | 'own-date-outside-window';
  }[];
}

const path = (cycleId: string, what: 'regenerate' | 'rollover') =>
  `/api/cycles/${encodeURIComponent(cycleId)}/${what}`;

/** Whether the answer was that the cycle has moved on since the preview. */
export function isOutdated(error: Error | null): boolean {
  return error instanceof ApiProblem && (error.status === 409 || error.status === 412);
}

/** What a regeneration would do. */
export function useRegeneration(cycleId: string) {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['cycle', cycleId, 'regeneration', language],
    queryFn: () =>
      fetchJson<Regeneration>(`${path(cycleId, 'regenerate')}?preview=true`, language, sent('POST', {})),
    refetchOnWindowFocus: false,
  });
}

/** Applies a regeneration as it was previewed; when the cycle has moved on it is previewed anew. */
export function useRegenerate(cycleId: string) {
  const { language } = useTexts();
  const refresh = useRefreshCycle(cycleId);
  return useMutation({
    mutationFn: (chosen: { readonly token: string; readonly decisions: readonly Decision[] }) =>
      fetchJson<Regeneration>(path(cycleId, 'regenerate'), language, sent('POST', chosen)),
    onSettled: refresh,
  });
}

/** What next year's cycle would be, with the cancelled tasks that are taken along; asked while there is none. */
export function useRollover(cycleId: string, withCancelled: readonly string[], isAsked: boolean) {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['cycle', cycleId, 'rollover', withCancelled, language],
    queryFn: () =>
      fetchJson<Rollover>(
        `${path(cycleId, 'rollover')}?preview=true`,
        language,
        sent('POST', { withCancelled }),
      ),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    retry: false,
    refetchOnWindowFocus: false,
  });
}

/** Makes next year's cycle as it was previewed; when this one has moved on it is previewed anew. */
export function useRollOver(cycleId: string) {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (chosen: { readonly token: string; readonly withCancelled: readonly string[] }) =>
      fetchJson<Rollover>(path(cycleId, 'rollover'), language, sent('POST', chosen)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['cycles'] }),
    onError: () => queries.invalidateQueries({ queryKey: ['cycle', cycleId, 'rollover'] }),
  });
}
