import type { Database } from '../../database/database.js';
import type { Language } from '../../language/text.js';
import { RequestProblem } from '../../routing/problem.js';
import type { SeenTask } from '../../task/unit-view.js';
import type { Unit } from '../../units/unit.js';
import { findUnit } from '../../units/unit.store.js';
import type { Cycle } from '../cycle.js';
import { adjustmentsOfCycle, tasksOfCycle } from '../task.store.js';
import type { TaskState } from '../task-state.js';
import { seenTasks } from './seen-tasks.js';
import type { TaskQuery } from './task-query.js';

/** A unit of a county. Throws RequestProblem `invalid-request` when the county has no such unit. */
export async function checkedUnit(database: Database, id: string, county: string): Promise<Unit> {
  const unit = await findUnit(database, id);
  if (unit?.county === county) return unit;
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

/** Reads the tasks of a cycle that match a query, as `seenTasks` picks them; throws as `checkedUnit` does. */
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
  const viewer = await checkedUnit(database, unit, county);
  const adjustments = await adjustmentsOfCycle(database, cycle, state);
  return seenTasks({ county, state, tasks, adjustments }, query, language, viewer);
}
