import { readFileSync } from 'node:fs';
import { createAuth } from '../access/sign-in/auth.js';
import { coordinatorLink, firstLink } from '../access/sign-in/first-coordinator.js';
import type { Instant } from '../calendar/iso-date.js';
import { type Database, openDatabase } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { DATA_DIRECTORY } from '../datafiles/data-directory.js';
import { type Knowledge, loadKnowledge } from '../datafiles/knowledge.js';
import { tableFromCsv } from '../exchange/table.js';
import { planUnits } from '../exchange/unit-table.js';
import { addUnits, ensureCountyUnits, unitsOfCounty } from '../units/unit.store.js';
import { baseUrlOf, type Config } from './config.js';
import { configuredCounty } from './configured-county.js';
import { secretKeyFor } from './secret-key.js';

/** Makes a one-time link for a coordinator of the configured county, without serving anything. */
export function makeSignInLink(
  config: Config,
  now: () => Instant,
  person: { readonly address: string; readonly name: string } | undefined,
): Promise<string> {
  return onDatabase(config, now, async (database, _knowledge, county) => {
    const baseUrl = baseUrlOf(config);
    const auth = createAuth({
      database,
      secretKey: secretKeyFor(config),
      baseUrl,
      provider: undefined,
      onSession: async () => undefined,
      onWarning: () => undefined,
    });
    return person === undefined
      ? firstLink(auth, baseUrl, county)
      : coordinatorLink({ database, auth, baseUrl }, county, person, now());
  });
}

/** Adds the made-up units of data/examples to the configured county; returns how many were added. */
export function addExampleUnits(config: Config, now: () => Instant): Promise<number> {
  return onDatabase(config, now, async (database, { framework }, county) => {
    const table = tableFromCsv(readFileSync(`${DATA_DIRECTORY}/examples/units.csv`));
    const partners = framework.partners.map(({ id }) => id);
    const rows = planUnits(table, county, partners, await unitsOfCounty(database, county));
    const added = rows.flatMap(({ unit }) => unit ?? []);
    await addUnits(database, added, now());
    return added.length;
  });
}

async function onDatabase<T>(
  config: Config,
  now: () => Instant,
  work: (database: Database, knowledge: Knowledge, county: string) => Promise<T>,
): Promise<T> {
  const knowledge = loadKnowledge();
  const { number, name } = configuredCounty(config, knowledge);
  const database = openDatabase(config.DATABASE_URL);
  try {
    await migrate(database);
    await ensureCountyUnits(database, [{ number, name: name.nb ?? number }], now());
    return await work(database, knowledge, number);
  } finally {
    await database.destroy();
  }
}
