import { RequestProblem } from '../routing/problem.js';
import type { Cycle } from './cycle.js';

/**
 * Throws RequestProblem `invalid-request` with a pointer to each id in a request's body that does not belong to the cycle:
 * the id of a task begins with that of its cycle.
 */
export function checkIdsOfCycle(
  { id: cycleId }: Pick<Cycle, 'id'>,
  ids: readonly string[],
  pointerTo: (position: number) => string,
): void {
  const errors = ids.flatMap((id, position) =>
    id.startsWith(`${cycleId}-`)
      ? []
      : [{ pointer: pointerTo(position), detail: `is not a task of the cycle ${cycleId}` }],
  );
  if (errors.length > 0) throw new RequestProblem('invalid-request', 'Nothing was changed.', errors);
}
