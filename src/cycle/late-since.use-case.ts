import type { IsoDate } from '../calendar/iso-date.js';
import type { Database, Transaction } from '../database/database.js';
import { lateSince } from '../task/late.js';
import { joinedMoments } from '../units/joined.store.js';
import { listCyclesOfCounty } from './cycle.store.js';

/** The first day on which a deadline of a cycle can become late for a unit; null when nothing can be late for it. */
export type LateSince = (cycleId: string, unitId: string) => IsoDate | null;

/**
 * From which day each unit of a county can be late with each cycle, for isLate of src/task/late.ts. For the county's own
 * unit, as long as it has neither people nor an address, from the first publication: somebody has published.
 */
export async function lateSinceOfUnits(database: Database | Transaction, county: string): Promise<LateSince> {
  const cycles = await listCyclesOfCounty(database, county);
  const joined = await joinedMoments(database, county);
  const published = new Map(cycles.map(({ id, firstPublishedAt }) => [id, firstPublishedAt]));
  return (cycleId, unitId) => {
    const publishedAt = published.get(cycleId) ?? null;
    return lateSince(joined.get(unitId) ?? (unitId === county ? publishedAt : null), publishedAt);
  };
}
