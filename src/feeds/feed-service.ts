import type { Instant } from '../calendar/iso-date.js';
import { listCycles } from '../cycle/cycle.store.js';
import { tasksOfCycle } from '../cycle/task.store.js';
import type { TaskWording } from '../cycle/wording.js';
import type { Database } from '../database/database.js';
import type { County } from '../framework/county.js';
import { inLanguage, type Language } from '../language/text.js';
import { type Feed, feedByTokenHash, insertFeed } from './feed.store.js';
import { FeedBodies, type PublishedTasks } from './feed-body.js';
import type { FindFeed } from './feed-handler.js';
import { feedToken, tokenHash } from './feed-token.js';

export interface FeedContext {
  readonly database: Database;
  readonly counties: readonly County[];
  readonly wordingIn: (language: Language) => TaskWording;
  readonly secretKey: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
}

/** Makes a feed of a county and stores it. */
export async function createFeed(
  { database, secretKey }: Pick<FeedContext, 'database' | 'secretKey'>,
  wanted: Pick<Feed, 'id' | 'county' | 'name' | 'language'>,
  now: Instant,
): Promise<Feed> {
  const feed: Feed = { ...wanted, tokenGeneration: 1, createdAt: now, revokedAt: null };
  await insertFeed(database, feed, tokenHash(feedToken(secretKey, feed.id, feed.tokenGeneration)));
  return feed;
}

/** The address that a feed is subscribed to by. */
export function feedUrl(
  { secretKey, baseUrl }: Pick<FeedContext, 'secretKey' | 'baseUrl'>,
  feed: Feed,
): string {
  return `${baseUrl}/feeds/${feedToken(secretKey, feed.id, feed.tokenGeneration)}.ics`;
}

/** Finds what a token serves: token → feed → published state → kept body. */
export function feedFinder({ database, counties, wordingIn, baseUrl }: FeedContext): FindFeed {
  const bodies = new FeedBodies(baseUrl);
  return async (token) => {
    const feed = await feedByTokenHash(database, tokenHash(token));
    if (!feed) return { kind: 'unknown' };
    if (feed.revokedAt !== null) return { kind: 'revoked' };
    const county = counties.find(({ number }) => number === feed.county);
    if (!county)
      throw new Error(`feed ${feed.id} is of county ${feed.county}, which data/counties.yaml has not`);
    const published = await publishedTasks(database, county, feed.language);
    if (!published) return { kind: 'unknown' };
    const fileName = `årshjul-${county.name.nb.toLowerCase().replaceAll(' ', '-')}.ics`;
    return { kind: 'found', body: await bodies.bodyOf(published, wordingIn(feed.language)), fileName };
  };
}

/** The tasks of a county's published cycles; undefined when it has none. */
async function publishedTasks(
  database: Database,
  { number, name }: County,
  language: Language,
): Promise<PublishedTasks | undefined> {
  const cycles = (await listCycles(database)).filter(
    ({ county, state, publishedRevision }) =>
      county === number && state !== 'archived' && publishedRevision !== null,
  );
  const [newest] = cycles;
  if (!newest) return undefined;
  return {
    county: number,
    countyName: inLanguage(name, language),
    schoolYear: newest.schoolYear,
    loadTasks: async () =>
      (await Promise.all(cycles.map((cycle) => tasksOfCycle(database, cycle, 'published')))).flat(),
    state: `${number}:${cycles.map(({ id, publishedRevision }) => `${id}@${publishedRevision}`).join(',')}`,
  };
}
