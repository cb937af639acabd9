import type { Instant } from '../../calendar/iso-date.js';
import type { Database, Transaction } from '../../database/database.js';
import type { Cycle } from '../cycle.js';
import { type EntryChange, isSameToReaders } from '../history.js';
import { entryOf } from '../stored-entry.js';

/** A publication with a message that its county's people have not been mailed yet. */
export interface Announcement {
  readonly cycleId: string;
  readonly revision: number;
  /** The revision that subscribers saw before; null when this is the first. */
  readonly since: number | null;
  readonly at: Instant;
}

/** Keeps that a publication is to be mailed. The cycle's revision is the publication's, what it says of publishing the one before. */
export async function announce(
  transaction: Transaction,
  { county, id, revision, publishedRevision }: Cycle,
  at: Instant,
): Promise<void> {
  const row = { county, cycle_id: id, revision, since: publishedRevision, at };
  await transaction.insertInto('announcements').values(row).execute();
}

/** Whether anything of a county is to be mailed. Index: primary key. */
export async function hasAnnouncements(database: Database, county: string): Promise<boolean> {
  const row = await database
    .selectFrom('announcements')
    .select('revision')
    .where('county', '=', county)
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes what is to be mailed; whoever takes it mails it in the same transaction. Index: primary key. */
export async function takeAnnouncements(transaction: Transaction, county: string): Promise<Announcement[]> {
  const rows = await transaction
    .deleteFrom('announcements')
    .where('county', '=', county)
    .returningAll()
    .execute();
  return rows.map(({ cycle_id, revision, since, at }) => ({
    cycleId: cycle_id,
    revision,
    since,
    at: at as Instant,
  }));
}

/** What somebody has said with a publication; empty when nothing is known of it. Index: primary key. */
export async function messageOf(
  transaction: Transaction,
  county: string,
  { cycleId, revision }: Announcement,
): Promise<string> {
  const row = await transaction
    .selectFrom('history')
    .select('detail')
    .where('county', '=', county)
    .where('cycle_id', '=', cycleId)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return row?.detail ?? '';
}

/**
 * What a publication has changed for those who had read the one before: of each entry the state before and after; nothing
 * for the first publication, of which all is new. Index: primary key.
 */
export async function announcedChanges(
  transaction: Transaction,
  county: string,
  { cycleId, revision, since }: Announcement,
): Promise<EntryChange[]> {
  if (since === null) return [];
  const rows = await transaction
    .selectFrom('history')
    .select(['before_body', 'after_body'])
    .where('county', '=', county)
    .where('cycle_id', '=', cycleId)
    .where('revision', '>', since)
    .where('revision', '<=', revision)
    .orderBy('revision')
    .orderBy('position')
    .execute();
  const changes = new Map<string, EntryChange>();
  for (const { before_body, after_body } of rows) {
    if (after_body === null) continue;
    const after = entryOf(after_body);
    const known = changes.get(after.id);
    const before = before_body === null ? null : entryOf(before_body);
    changes.set(after.id, { before: known ? known.before : before, after });
  }
  return [...changes.values()].filter(({ before, after }) => !isSameToReaders(before, after));
}
