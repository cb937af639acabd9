import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Cycle } from '../../../../cycle/cycle.js';
import type { UnpublishedChange } from '../../../../cycle/history/unpublished-change.js';
import { useMutationDrawnAtOnce } from '../api/mutation-drawn-at-once.js';
import { fetchJson } from '../api/problem.js';
import { sent } from '../api/sent.js';
import { useTexts } from '../language/use-texts.js';
import type { CycleStep } from './cycle-step.js';
import { useRefreshCycle } from './task-changes.js';

/** What would be published, and whom it reaches. */
export interface Unpublished {
  /** As it was before the changes were read: when they are newer, publishing is refused rather than done unseen. */
  readonly cycle: Cycle;
  readonly changes: readonly UnpublishedChange[];
  readonly audience: { readonly feeds: number; readonly people: number; readonly corrections: number };
}

const path = (cycleId: string) => `/api/cycles/${encodeURIComponent(cycleId)}`;

/** What has changed since a cycle was last published. */
export function useUnpublished(cycleId: string): UseQueryResult<Unpublished> {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['cycle', cycleId, 'unpublished', language],
    queryFn: async () => {
      const cycle = await fetchJson<Cycle>(path(cycleId), language);
      const [changes, audience] = await Promise.all([
        fetchJson<Unpublished['changes']>(`${path(cycleId)}/changes`, language),
        fetchJson<Unpublished['audience']>(`${path(cycleId)}/audience`, language),
      ]);
      return { cycle, changes, audience };
    },
  });
}

/** Publishes a cycle, opens or closes it to the public, puts it away or takes it out again, from the revision that was looked over. */
export function useCycleStep({ id, revision }: Pick<Cycle, 'id' | 'revision'>) {
  const { language } = useTexts();
  const refresh = useRefreshCycle(id);
  return useMutationDrawnAtOnce({
    mutationFn: (step: CycleStep) => sendCycleStep(step, { id, revision }, language),
    onSettled: refresh,
  });
}

/** Sends one step from the revision given; answers with the cycle as it is after. */
export function sendCycleStep(
  step: CycleStep,
  { id, revision }: Pick<Cycle, 'id' | 'revision'>,
  language: string,
): Promise<Cycle> {
  return fetchJson<Cycle>(...requestOf(step, id, language, revision));
}

function requestOf(
  step: CycleStep,
  id: string,
  language: string,
  revision: number,
): Parameters<typeof fetchJson> {
  switch (step.kind) {
    case 'publish':
      return [`${path(id)}/publish`, language, sent('POST', { message: step.message }, revision)];
    case 'open':
    case 'close':
      return [path(id), language, sent('PATCH', { public: step.kind === 'open' }, revision)];
    case 'archive':
    case 'restore':
      return [`${path(id)}/${step.kind}`, language, sent('POST', {}, revision)];
    default:
      return step satisfies never;
  }
}
