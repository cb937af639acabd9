import { dateAt, type Instant } from '../calendar/iso-date.js';
import { schoolYearOf } from '../calendar/school-year-label.js';
import { ZONE } from '../calendar/zone.js';
import { createCycle, findCycle } from '../cycle/cycle.store.js';
import { cycleIdOf } from '../cycle/cycle-id.js';
import type { Generate } from '../cycle/generated-cycle.js';
import type { Database } from '../database/database.js';
import { type Feed, newFeedSchema } from '../feeds/feed.js';
import { feedsOfCounty } from '../feeds/feed.store.js';
import { createFeed } from '../feeds/feed-service.js';
import { unitsOfCounty } from '../units/unit.store.js';
import type { Config } from './config.js';

/**
 * Generates the cycle of the configured county and school year when the database has none and one is wanted. It is a
 * complete one, which shows all there is: nobody has been asked yet how large it shall be, and taking away is one step.
 */
export async function ensureCycle(
  database: Database,
  generated: Generate,
  config: Config,
  now: Instant,
): Promise<void> {
  if (config.FIRST_CYCLE === 'none') return;
  const label = config.SCHOOL_YEAR ?? schoolYearOf(dateAt(now, ZONE));
  if (await findCycle(database, cycleIdOf(config.COUNTY, label))) return;
  const units = await unitsOfCounty(database, config.COUNTY);
  const cycle = generated(config.COUNTY, label, units, 'complete');
  const entries = cycle.tasks.map((task) => ({ entry: task, generated: task }));
  await createCycle(database, { ...cycle, state: 'published', public: true, entries }, 'service', now);
}

/** Which feed a county has first. */
export interface FirstFeed {
  readonly county: string;
  /** Of the feed that is made when the county has none; null when none is to be made. */
  readonly name: string | null;
  /** What its address is derived from. */
  readonly secretKey: string;
}

/** The county's first feed. When it has none, one with the given name is created; without a name, undefined. */
export async function firstFeed(
  database: Database,
  { county, name, secretKey }: FirstFeed,
  now: Instant,
): Promise<Feed | undefined> {
  const [first] = await feedsOfCounty(database, county);
  if (first || name === null) return first;
  const wanted = newFeedSchema.required({ name: true }).parse({ county, name });
  return createFeed(database, secretKey, { ...wanted, id: `${county}-all`, owner: 'service' }, now);
}
