import { listCyclesOfCounty } from '../cycle/cycle.store.js';
import { adjustmentsOfCycle, allTasksOfCycle } from '../cycle/task.store.js';
import type { Database } from '../database/database.js';
import { unitsOfCounty } from '../units/unit.store.js';
import type { PublishedState } from './published-county.js';

/** Reads what a county shows its subscribers: the published state of its cycles that are not archived. */
export async function readPublishedState(database: Database, county: string): Promise<PublishedState> {
  const cycles = (await listCyclesOfCounty(database, county)).filter(
    ({ state, publishedRevision }) => state !== 'archived' && publishedRevision !== null,
  );
  const tasks = await Promise.all(cycles.map((cycle) => allTasksOfCycle(database, cycle, 'published')));
  const adjustments = await Promise.all(
    cycles.map((cycle) => adjustmentsOfCycle(database, cycle, 'published')),
  );
  return {
    county,
    schoolYear: cycles[0]?.schoolYear ?? null,
    isPublic: cycles.every((cycle) => cycle.public),
    tasks: tasks.flat(),
    adjustments: adjustments.flat(),
    units: await unitsOfCounty(database, county),
  };
}
