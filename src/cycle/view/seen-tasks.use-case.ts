import type { Database } from '../../database/database.js';
import type { Language } from '../../language/text.js';
import { RequestProblem } from '../../routing/problem.js';
import type { SeenTask } from '../../task/unit-view.js';
import { findUnit } from '../../units/unit.store.js';
import type { Cycle } from '../cycle.js';
import { adjustmentsOfCycle, tasksOfCycle } from '../task.store.js';
import type { TaskState } from '../task-state.js';
import { seenTasks } from './seen-tasks.js';
import type { TaskQuery } from './task-query.js';

/** Throws RequestProblem `invalid-request` when the county has no such unit. */
export async function checkUnit(database: Database, id: string, county: string): Promise<void> {
  if ((await findUnit(database, id))?.county === county) return;
  const errors = [{ pointer: '/query/unit', detail: 'is not a unit of the county' }];
  throw new RequestProblem('invalid-request', `The county has no unit ${id}.`, errors);
}

/** How the tasks of a cycle are read. */
export interface TaskReading {
  /** The language that words are looked for in. */
  readonly language: Language;
  /** As they are edited, unless said otherwise. */
  readonly state?: TaskState;
}

/** Reads the tasks of a cycle that match a query, as `seenTasks` picks them; throws as `checkUnit` does. */
export async function readSeenTasks(
  database: Database,
  cycle: Cycle,
  query: TaskQuery,
  { language, state = 'edited' }: TaskReading,
): Promise<SeenTask[]> {
  const { county } = cycle;
  const { unit } = query;
  const tasks = await tasksOfCycle(database, cycle, state);
  if (unit === undefined) return seenTasks({ county, state, tasks, adjustments: [] }, query, language);
  await checkUnit(database, unit, county);
  const adjustments = await adjustmentsOfCycle(database, cycle, state);
  return seenTasks({ county, state, tasks, adjustments }, query, language);
}
