import type { HistoryTable } from '../../database/tables.js';
import { taskIdOf } from '../../task/entry.js';
import type { Cycle } from '../cycle.js';
import type { Revision } from './history.js';

/** What a revision did as a database keeps it: a row per task that it changed, one without a task when it changed none. */
export function historyRows(
  { county, id }: Pick<Cycle, 'county' | 'id'>,
  { revision, at, who, whoId, action, takesBack, message, changes }: Revision,
): HistoryTable[] {
  const shared = {
    county,
    cycle_id: id,
    revision,
    at,
    who,
    who_id: whoId,
    action,
    takes_back: takesBack,
    detail: message,
  };
  if (changes.length === 0)
    return [{ ...shared, position: 0, task_id: null, before_body: null, after_body: null }];
  return changes.map(({ before, after }, position) => ({
    ...shared,
    position,
    task_id: taskIdOf(after),
    before_body: before && JSON.stringify(before),
    after_body: JSON.stringify(after),
  }));
}
