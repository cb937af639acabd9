import { useMemo } from 'react';
import { countyOfCycle } from '../../../../cycle/cycle-id.js';
import { isAtLeast } from '../../../../routing/caller.js';
import { useCycleState } from '../../data/session/cycle-state.js';
import { useSession } from '../../data/session/session.js';
import { type MyTask, useMyTasks } from './my-tasks.js';
import type { Speaker } from './progress.js';

/** What somebody can report on: the unit that they report for, and its tasks as it sees them. */
export interface Reporting {
  readonly speaker: Speaker;
  readonly unitName: string;
  /** The unit's task with an id; undefined when the unit has no part in it. */
  readonly myTaskOf: (taskId: string) => MyTask | undefined;
}

/**
 * What the reader can report on in a cycle whose page shows the view of a unit (null for the county's): for their own unit, or
 * as the county's coordinator for the unit shown. Null for those who report on nothing here, until it is known, and without a
 * cycle.
 */
export function useReporting(cycleId: string | null, seenAs: string | null): Reporting | null {
  const isEdited = useCycleState(cycleId) === 'edited';
  const session = useSession().data;
  const role = session?.role ?? 'anyone';
  const county = cycleId === null ? '' : countyOfCycle(cycleId);
  const unit = role === 'county-coordinator' ? (seenAs ?? county) : (session?.unit ?? county);
  const mayReport = isEdited && isAtLeast(role, 'contributor') && (seenAs === null || seenAs === unit);
  const myTasks = useMyTasks(mayReport ? cycleId : null, unit).data;
  // The same until something changes: the lines of a list look it up.
  return useMemo(() => {
    if (!mayReport || myTasks?.unit.id !== unit || myTasks.cycle.state === 'archived') return null;
    const byId = new Map(myTasks.tasks.map((each) => [each.task.id, each]));
    return {
      speaker: { unit, county },
      unitName: myTasks.unit.name,
      myTaskOf: (taskId) => byId.get(taskId),
    };
  }, [mayReport, myTasks, unit, county]);
}
