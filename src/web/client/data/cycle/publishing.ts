import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Cycle } from '../../../../cycle/cycle.js';
import { type Answer, call } from '../api/call.js';
import { useMutationDrawnAtOnce } from '../api/mutation-drawn-at-once.js';
import { cycleKeys } from '../keys/cycle-keys.js';
import { useTexts } from '../language/use-texts.js';
import type { CycleStep } from './cycle-step.js';
import { useRefreshCycle } from './task-changes.js';

/** The unpublished changes, and whom publishing reaches. */
export interface Unpublished {
  /** The revision before the changes were read: if the cycle is newer, publishing is refused instead of publishing unseen changes. */
  readonly cycle: Cycle;
  readonly changes: Answer<'GET /api/cycles/{id}/changes'>;
  readonly audience: Answer<'GET /api/cycles/{id}/audience'>;
}

/** What has changed since a cycle was last published. */
export function useUnpublished(cycleId: string): UseQueryResult<Unpublished> {
  const { language } = useTexts();
  return useQuery({
    queryKey: cycleKeys.unpublished(cycleId, language),
    queryFn: async () => {
      const request = { params: { id: cycleId }, language };
      const cycle = await call('GET /api/cycles/{id}', request);
      const [changes, audience] = await Promise.all([
        call('GET /api/cycles/{id}/changes', request),
        call('GET /api/cycles/{id}/audience', request),
      ]);
      return { cycle, changes, audience };
    },
  });
}

/** Publishes, opens, closes, archives or restores a cycle, at the revision that was reviewed. */
export function useCycleStep({ id, revision }: Pick<Cycle, 'id' | 'revision'>) {
  const { language } = useTexts();
  const refresh = useRefreshCycle(id);
  return useMutationDrawnAtOnce({
    mutationFn: (step: CycleStep) => sendCycleStep(step, { id, revision }, language),
    onSettled: refresh,
  });
}

/** Sends one step at the given revision; returns the cycle afterwards. */
export function sendCycleStep(
  step: CycleStep,
  { id, revision }: Pick<Cycle, 'id' | 'revision'>,
  language: string,
): Promise<Cycle> {
  const request = { params: { id }, ifMatch: revision, language };
  switch (step.kind) {
    case 'publish':
      return call('POST /api/cycles/{id}/publish', { ...request, body: { message: step.message } });
    case 'open':
    case 'close':
      return call('PATCH /api/cycles/{id}', { ...request, body: { public: step.kind === 'open' } });
    case 'archive':
    case 'restore':
      return call(`POST /api/cycles/{id}/${step.kind}`, { ...request, body: {} });
    default:
      return step satisfies never;
  }
}
