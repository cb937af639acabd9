import type { Database, Transaction } from '../../database/database.js';

/** Two texts that change whenever the input of the reminders may have changed. */
export interface Stamps {
  /** Covers published cycles, the status of their tasks, and the units. */
  readonly tasks: string;
  /** Covers people, units, and the state and choices of their addresses. */
  readonly recipients: string;
}

/** The stamps of a county: three small queries. Indexes: primary keys. */
export async function readStamps(database: Database | Transaction, county: string): Promise<Stamps> {
  const published = await database
    .selectFrom('published_stamps')
    .select('stamp')
    .where('county', '=', county)
    .executeTakeFirst();
  const recipients = await database
    .selectFrom('recipient_stamps')
    .select('stamp')
    .where('county', '=', county)
    .executeTakeFirst();
  const cycles = await database
    .selectFrom('cycles')
    .select(['id', 'revision'])
    .where('county', '=', county)
    .orderBy('id')
    .execute();
  const ofPublished = String(published?.stamp ?? 0);
  return {
    tasks: [ofPublished, ...cycles.map(({ id, revision }) => `${id}:${revision}`)].join(' '),
    recipients: `${ofPublished} ${recipients?.stamp ?? 0}`,
  };
}
