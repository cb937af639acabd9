import type { Selectable } from 'kysely';
import type { Instant } from '../calendar/iso-date.js';
import type { Database } from '../database/database.js';
import type { FeedsTable } from '../database/tables.js';
import type { Language } from '../language/text.js';

/** A subscription: a secret address that serves a county's published cycles. */
export interface Feed {
  readonly id: string;
  readonly county: string;
  readonly name: string;
  readonly language: Language;
  readonly tokenGeneration: number;
  readonly createdAt: Instant;
  readonly revokedAt: Instant | null;
}

function feedOf(row: Selectable<FeedsTable>): Feed {
  return {
    id: row.id,
    county: row.county,
    name: row.name,
    language: row.language,
    tokenGeneration: row.token_generation,
    createdAt: row.created_at as Instant,
    revokedAt: row.revoked_at as Instant | null,
  };
}

export async function insertFeed(database: Database, feed: Feed, hash: string): Promise<void> {
  await database
    .insertInto('feeds')
    .values({
      county: feed.county,
      id: feed.id,
      name: feed.name,
      language: feed.language,
      token_hash: hash,
      token_generation: feed.tokenGeneration,
      created_at: feed.createdAt,
      revoked_at: feed.revokedAt,
    })
    .execute();
}

/** The feed of a token's hash, revoked ones too. Index: feeds_by_token. */
export async function feedByTokenHash(database: Database, hash: string): Promise<Feed | undefined> {
  const row = await database
    .selectFrom('feeds')
    .selectAll()
    .where('token_hash', '=', hash)
    .executeTakeFirst();
  return row && feedOf(row);
}

/** The feeds of a county, oldest first. Index: primary key. */
export async function feedsOfCounty(database: Database, county: string): Promise<Feed[]> {
  const rows = await database
    .selectFrom('feeds')
    .selectAll()
    .where('county', '=', county)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(feedOf);
}
