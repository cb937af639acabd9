import { RequestProblem } from '../routing/problem.js';
import type { Cycle } from './cycle.js';

/**
 * Throws RequestProblem `invalid-request` with a pointer to each id of a request's body that is not one of a task of the
 * cycle: every task's id begins with its cycle's.
 */
export function checkIdsOfCycle(
  { id: cycleId }: Pick<Cycle, 'id'>,
  ids: readonly string[],
  pointerTo: (position: number) => string,
): void {
  const errors = ids.flatMap((id, position) =>
    id.startsWith(`${cycleId}-`)
      ? []
      : [{ pointer: pointerTo(position), detail: `is no task of the cycle ${cycleId}` }],
  );
  if (errors.length > 0) throw new RequestProblem('invalid-request', 'Nothing was changed.', errors);
}
