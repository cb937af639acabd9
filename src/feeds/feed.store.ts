import type { Selectable } from 'kysely';
import type { Instant } from '../calendar/iso-date.js';
import type { Database, Transaction } from '../database/database.js';
import { raisePublishedStamp } from '../database/published-stamp.js';
import type { FeedReadingsTable, FeedsTable } from '../database/tables.js';
import type { TaskFilter } from '../task/filter/task-filter.js';
import { type Feed, type FeedPatch, raisedSequence } from './feed.js';

/** A feed's row with when and how it was last read; null when it has not been fetched. */
type FeedRow = Selectable<FeedsTable> & {
  readonly [column in keyof Pick<
    FeedReadingsTable,
    'fetched_at' | 'fetched_by' | 'content_etag' | 'content_modified'
  >]: string | null;
};

function feedOf(row: FeedRow): Feed {
  return {
    id: row.id,
    county: row.county,
    name: row.name,
    language: row.language,
    filter: JSON.parse(row.filter) as TaskFilter,
    form: row.form,
    alarms: row.alarms === 1,
    phases: row.phases === 1,
    bars: row.bars === 1,
    cancelled: row.cancelled === 1,
    sequence: row.sequence,
    owner: row.owner,
    ownerId: row.owner_id,
    tokenGeneration: row.token_generation,
    version: row.version,
    createdAt: row.created_at as Instant,
    revokedAt: row.revoked_at as Instant | null,
    lastFetchedAt: row.fetched_at as Instant | null,
    lastFetchedBy: row.fetched_by,
  };
}

/** Stores a feed with the hash of its token; an existing feed with its id is left as it is. */
export async function insertFeed(database: Database, feed: Feed, hash: string): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const inserted = await transaction
      .insertInto('feeds')
      .values({
        county: feed.county,
        id: feed.id,
        name: feed.name,
        language: feed.language,
        token_generation: feed.tokenGeneration,
        created_at: feed.createdAt,
        revoked_at: feed.revokedAt,
        owner: feed.owner,
        owner_id: feed.ownerId,
        version: feed.version,
        filter: JSON.stringify(feed.filter),
        form: feed.form,
        alarms: feed.alarms ? 1 : 0,
        phases: feed.phases ? 1 : 0,
        bars: feed.bars ? 1 : 0,
        cancelled: feed.cancelled ? 1 : 0,
        sequence: feed.sequence,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    if (inserted.length > 0) await insertToken(transaction, feed, hash);
  });
}

async function insertToken(
  transaction: Transaction,
  { county, id, tokenGeneration }: Feed,
  hash: string,
): Promise<void> {
  await transaction
    .insertInto('feed_tokens')
    .values({ county, token_hash: hash, feed_id: id, generation: tokenGeneration })
    .execute();
}

function withReadings(database: Database | Transaction) {
  return database
    .selectFrom('feeds')
    .leftJoin('feed_readings as reading', (join) =>
      join.onRef('reading.county', '=', 'feeds.county').onRef('reading.feed_id', '=', 'feeds.id'),
    )
    .selectAll('feeds')
    .select(['reading.fetched_at', 'reading.fetched_by', 'reading.content_etag', 'reading.content_modified']);
}

/** The feed found by the hash of its token. */
export interface FoundFeed {
  readonly feed: Feed;
  /** Whether the token is one that the feed had before it was rotated. */
  readonly isOld: boolean;
  /** The ETag served last, and since when. */
  readonly contentEtag: string | null;
  readonly contentModified: string | null;
}

/** The feed of a token's hash, revoked ones too. Index: feed_tokens_by_hash. */
export async function feedByTokenHash(database: Database, hash: string): Promise<FoundFeed | undefined> {
  const row = await withReadings(database)
    .innerJoin('feed_tokens', (join) =>
      join.onRef('feed_tokens.county', '=', 'feeds.county').onRef('feed_tokens.feed_id', '=', 'feeds.id'),
    )
    .select('feed_tokens.generation')
    .where('feed_tokens.token_hash', '=', hash)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    feed: feedOf(row),
    isOld: row.generation !== row.token_generation,
    contentEtag: row.content_etag,
    contentModified: row.content_modified,
  };
}

/** The feeds of a county, oldest first. Index: primary key. */
export async function feedsOfCounty(database: Database, county: string): Promise<Feed[]> {
  const rows = await withReadings(database)
    .where('feeds.county', '=', county)
    .orderBy('feeds.created_at')
    .orderBy('feeds.id')
    .execute();
  return rows.map(feedOf);
}

/** Index: primary key, by the county of the id. */
export async function findFeed(
  database: Database | Transaction,
  county: string,
  id: string,
): Promise<Feed | undefined> {
  const row = await withReadings(database)
    .where('feeds.county', '=', county)
    .where('feeds.id', '=', id)
    .executeTakeFirst();
  return row && feedOf(row);
}

/**
 * Changes the presentation of a feed that is still at the given version; undefined when it is not. SEQUENCE grows over a
 * change of what it shows, so that each entry that it changes counts as an update.
 */
export async function changeFeed(
  database: Database,
  feed: Feed,
  { name, filter, ...look }: FeedPatch,
): Promise<Feed | undefined> {
  const { language, form, alarms, phases, bars, cancelled } = look;
  const latest = await latestAdjustment(database, feed.county);
  return update(database, feed, {
    ...(name !== undefined && { name }),
    ...(language !== undefined && { language }),
    ...(filter !== undefined && { filter: JSON.stringify(filter) }),
    ...(form !== undefined && { form }),
    ...(alarms !== undefined && { alarms: alarms ? 1 : 0 }),
    ...(phases !== undefined && { phases: phases ? 1 : 0 }),
    ...(bars !== undefined && { bars: bars ? 1 : 0 }),
    ...(cancelled !== undefined && { cancelled: cancelled ? 1 : 0 }),
    sequence: raisedSequence(feed, { filter, ...look }, latest),
  });
}

/** The highest version of any unit's adjustment in a county. Index: primary key. */
async function latestAdjustment(database: Database, county: string): Promise<number> {
  const { version } = await database
    .selectFrom('tasks')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('county', '=', county)
    .where('adjusts', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(version ?? 0);
}

/** Revokes a feed permanently. */
export async function revokeFeed(database: Database, feed: Feed, now: Instant): Promise<Feed | undefined> {
  return update(database, feed, { revoked_at: now });
}

/** Gives a feed its next token, by its hash; the old one is answered as revoked from then on. */
export async function rotateFeed(
  database: Database,
  feed: Feed,
  hashOf: (next: Feed) => string,
): Promise<Feed | undefined> {
  const next = { ...feed, tokenGeneration: feed.tokenGeneration + 1 };
  return update(database, feed, { token_generation: next.tokenGeneration }, (transaction) =>
    insertToken(transaction, next, hashOf(next)),
  );
}

async function update(
  database: Database,
  { county, id, version }: Feed,
  change: Partial<FeedsTable>,
  further?: (transaction: Transaction) => Promise<void>,
): Promise<Feed | undefined> {
  return database.transaction().execute(async (transaction) => {
    const row = await transaction
      .updateTable('feeds')
      .set({ ...change, version: version + 1 })
      .where('county', '=', county)
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .executeTakeFirst();
    if (!row) return undefined;
    await further?.(transaction);
    await raisePublishedStamp(transaction, county);
    return findFeed(transaction, county, id);
  });
}

/** How a feed has been read since its readings were last written. */
export interface FeedReading {
  readonly county: string;
  readonly id: string;
  readonly fetchedAt: Instant | null;
  readonly fetchedBy: string | null;
  readonly contentEtag: string;
  readonly contentModified: Instant;
}

/** Writes down when feeds were fetched and what they served, in one statement. */
export async function writeReadings(database: Database, readings: readonly FeedReading[]): Promise<void> {
  const rows = readings.map(({ county, id, fetchedAt, fetchedBy, contentEtag, contentModified }) => ({
    county,
    feed_id: id,
    fetched_at: fetchedAt,
    fetched_by: fetchedBy,
    content_etag: contentEtag,
    content_modified: contentModified,
  }));
  await database
    .insertInto('feed_readings')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['county', 'feed_id']).doUpdateSet((eb) => ({
        fetched_at: eb.fn.coalesce('excluded.fetched_at', 'feed_readings.fetched_at'),
        fetched_by: eb.fn.coalesce('excluded.fetched_by', 'feed_readings.fetched_by'),
        content_etag: eb.ref('excluded.content_etag'),
        content_modified: eb.ref('excluded.content_modified'),
      })),
    )
    .execute();
}
