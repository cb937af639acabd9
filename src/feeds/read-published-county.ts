import type { Cycle } from '../cycle/cycle.js';
import { listCyclesOfCounty } from '../cycle/cycle.store.js';
import { adjustmentsOfCycle, allTasksOfCycle } from '../cycle/task.store.js';
import type { Database } from '../database/database.js';
import { unitsOfCounty } from '../units/unit.store.js';
import type { PublishedState, PublishedStates } from './published-county.js';

/**
 * Reads what a county shows its subscribers: the published state of its cycles that are not archived. Anyone may read those
 * that the county has made public.
 */
export async function readPublishedStates(database: Database, county: string): Promise<PublishedStates> {
  const cycles = (await listCyclesOfCounty(database, county)).filter(
    ({ state, publishedRevision }) => state !== 'archived' && publishedRevision !== null,
  );
  const units = await unitsOfCounty(database, county);
  const read = await Promise.all(
    cycles.map(async (cycle) => ({
      cycle,
      tasks: await allTasksOfCycle(database, cycle, 'published'),
      adjustments: await adjustmentsOfCycle(database, cycle, 'published'),
    })),
  );
  const stateOf = (isShown: (cycle: Cycle) => boolean): PublishedState => {
    const shown = read.filter(({ cycle }) => isShown(cycle));
    return {
      county,
      schoolYear: shown[0]?.cycle.schoolYear ?? null,
      isPublic: shown.every(({ cycle }) => cycle.public),
      tasks: shown.flatMap(({ tasks }) => tasks),
      adjustments: shown.flatMap(({ adjustments }) => adjustments),
      units,
    };
  };
  return { anyone: stateOf((cycle) => cycle.public), invited: stateOf(() => true) };
}
