import type { Instant } from '../../calendar/iso-date.js';
import type { Database, Transaction } from '../../database/database.js';
import type { Cycle } from '../cycle.js';
import { type EntryChange, isSameToReaders } from '../history.js';
import { entryOf } from '../stored-entry.js';

/** A publication whose message has not been mailed to the county's people yet. */
export interface Announcement {
  readonly cycleId: string;
  readonly revision: number;
  /** The revision that subscribers saw before; null when this is the first. */
  readonly since: number | null;
  readonly at: Instant;
}

/** Queues the announcement of a publication. `cycle.revision` is that of the publication, its published revision the one before. */
export async function announce(
  transaction: Transaction,
  { county, id, revision, publishedRevision }: Cycle,
  at: Instant,
): Promise<void> {
  const row = { county, cycle_id: id, revision, since: publishedRevision, at };
  await transaction.insertInto('announcements').values(row).execute();
}

/** Whether a county has announcements to mail. Index: primary key. */
export async function hasAnnouncements(database: Database, county: string): Promise<boolean> {
  const row = await database
    .selectFrom('announcements')
    .select('revision')
    .where('county', '=', county)
    .executeTakeFirst();
  return row !== undefined;
}

/** Removes and returns the announcements of a county; the caller writes their mails in the same transaction. Index: primary key. */
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

/** The message with a publication; empty when the history has none. Index: primary key. */
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
 * What a publication changed since the one before: the state of each entry before and after. Empty for the first
 * publication, in which everything is new. Index: primary key.
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
