import { type Caller, hasRole } from '../../routing/caller.js';
import { RequestProblem } from '../../routing/problem.js';
import { findUnit } from '../../units/unit.store.js';
import type { Cycle } from '../cycle.js';
import type { CycleContext } from '../cycle-requests.routes.js';
import type { TaskState } from '../task-state.js';
import { cycleInState } from '../view/cycle-view.routes.js';

/**
 * A cycle in the requested state, for counting its tasks by what they cover and by week. That is for those who work with it,
 * contributors of its county and up, and for anyone who may read the cycle when the county has opened its coverage.
 * Throws RequestProblem `not-found` when the caller may not read the cycle, otherwise `unauthorized` for an anonymous caller
 * and `forbidden` for others.
 */
export async function countedCycle(
  database: CycleContext['database'],
  id: string,
  state: TaskState,
  caller: Caller,
): Promise<Cycle> {
  const cycle = await cycleInState(database, id, state, caller);
  if (hasRole(caller, 'contributor', cycle.county)) return cycle;
  const county = await findUnit(database, cycle.county);
  if (county?.publicCoverage) return cycle;
  if (caller.proof.kind === 'none')
    throw new RequestProblem('unauthorized', 'Sign in: the county shows this to those who work with it.');
  throw new RequestProblem(
    'forbidden',
    'This requires the role of contributor in the county, which has not opened it to all.',
  );
}
