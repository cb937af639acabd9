import { listCyclesOfCounty } from '../../cycle/cycle.store.js';
import { adjustmentsOfCycle, allTasksOfCycle } from '../../cycle/task.store.js';
import type { Database } from '../../database/database.js';
import type { Adjustment } from '../../task/adjustment.js';
import type { PublishedEntries } from '../../task/filter/task-filter.js';
import type { Task } from '../../task/task.js';
import { unitsOfCounty } from '../../units/unit.store.js';

/**
 * The tasks that a county's reminders are about: its published cycles, with the present status of their tasks. A status
 * counts at once, a new date or a cancellation only when it is published.
 */
export async function readTasksToRemind(database: Database, county: string): Promise<PublishedEntries> {
  const cycles = (await listCyclesOfCounty(database, county)).filter(
    ({ state, publishedRevision }) => state !== 'archived' && publishedRevision !== null,
  );
  const tasks: Task[] = [];
  const adjustments: Adjustment[] = [];
  for (const cycle of cycles) {
    const [edited, own] = [
      await allTasksOfCycle(database, cycle, 'edited'),
      await adjustmentsOfCycle(database, cycle),
    ];
    const statusOf = new Map([...edited, ...own].map(({ id, status }) => [id, status]));
    tasks.push(
      ...(await allTasksOfCycle(database, cycle, 'published')).map((task) =>
        withStatus(task, statusOf.get(task.id)),
      ),
    );
    const published = new Map(
      (await adjustmentsOfCycle(database, cycle, 'published')).map((each) => [each.id, each]),
    );
    for (const each of own) {
      const known = published.get(each.id);
      // One that is not published yet counts for its status alone.
      adjustments.push({
        ...(known ?? { ...each, hidden: null, start: null, end: null }),
        status: each.status,
      });
    }
  }
  return { county, tasks, adjustments, units: await unitsOfCounty(database, county) };
}

/** A county's cycles as edited, drafts included: what reminders would be about if everything were published now. */
export async function readTasksAsEdited(database: Database, county: string): Promise<PublishedEntries> {
  const tasks: Task[] = [];
  const adjustments: Adjustment[] = [];
  for (const cycle of await listCyclesOfCounty(database, county)) {
    if (cycle.state === 'archived') continue;
    tasks.push(...(await allTasksOfCycle(database, cycle, 'edited')));
    adjustments.push(...(await adjustmentsOfCycle(database, cycle)));
  }
  return { county, tasks, adjustments, units: await unitsOfCounty(database, county) };
}

function withStatus(task: Task, status: Task['status'] | null | undefined): Task {
  return status && status !== 'cancelled' && task.status !== 'cancelled' ? { ...task, status } : task;
}
