import type { KyselyPlugin } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { instant } from '../../src/calendar/iso-date.js';
import { createCycle } from '../../src/cycle/cycle.store.js';
import { changeTask } from '../../src/cycle/edit/edit-tasks.use-case.js';
import { publishCycle } from '../../src/cycle/lifecycle/cycle-state.use-case.js';
import { type Database, openDatabase } from '../../src/database/database.js';
import { migrate } from '../../src/database/migrate.js';
import { type Feed, newFeedSchema } from '../../src/feeds/feed.js';
import { revokeFeed } from '../../src/feeds/feed.store.js';
import { FeedIndex } from '../../src/feeds/feed-index.js';
import { createFeed } from '../../src/feeds/feed-service.js';
import { feedToken } from '../../src/feeds/feed-token.js';
import { ANYONE } from '../../src/routing/caller.js';
import { isPhaseBar } from '../../src/task/phase-bar.js';
import { ensureCountyUnits } from '../../src/units/unit.store.js';
import { knowledge, vestfold2026 } from '../calendar/samples.js';
import { vestfoldCycle, wordingIn } from '../cycle/samples.js';
import { onDatabase, onEachDatabase, type TestDatabase } from '../database/databases.js';

const SECRET_KEY = 'a-key-only-for-this-test-0123456789';
const now = instant('2026-11-24T10:00:00Z');

/** Holds the results of queries that `holds` picks until it is released. */
function gate(holds: (row: Record<string, unknown>) => boolean) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let reach = () => {};
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (result.rows.some((row) => holds(row))) {
        reach();
        await released;
      }
      return result;
    },
  };
  return { plugin, reached, release };
}

/** What both blocks of tests stand on. */
function indexSetup(createDatabase: () => Promise<TestDatabase>) {
  let address: TestDatabase;
  let database: Database;
  let indexes: FeedIndex[];

  beforeEach(async () => {
    address = await createDatabase();
    database = openDatabase(address.address);
    indexes = [];
    await migrate(database);
    await ensureCountyUnits(database, [{ number: '39', name: 'Vestfold' }], now);
    const entries = vestfoldCycle.tasks.map((task) => ({ entry: task, generated: task }));
    await createCycle(database, { ...vestfoldCycle, state: 'published', public: true, entries }, 'test', now);
  });
  afterEach(async () => {
    for (const index of indexes) await index.stop();
    await database.destroy();
    await address.drop();
  });

  const indexOn = (over: Database): FeedIndex => {
    const onError = (error: unknown) => expect(error).toBeUndefined();
    const { counties } = knowledge;
    const index = new FeedIndex({
      database: over,
      counties,
      wordingIn,
      baseUrl: 'https://a.example',
      now: () => now,
      onError,
    });
    indexes.push(index);
    return index;
  };
  const newFeed = (name: string): Promise<Feed> =>
    createFeed(database, SECRET_KEY, { ...newFeedSchema.parse({ county: '39' }), name, owner: 'test' }, now);
  const tokenOf = ({ id }: Feed) => feedToken(SECRET_KEY, id, 1);
  const retitle = async (title: string) => {
    const task = vestfoldCycle.tasks.find((each) => !isPhaseBar(each) && each.level !== 'complete');
    if (!task) throw new Error('an empty cycle');
    const editing = {
      database,
      framework: knowledge.framework,
      schoolYearOf: () => vestfold2026,
      generate: () => vestfoldCycle,
      caller: { ...ANYONE, name: 'test', role: 'county-coordinator' } as const,
      now,
      language: 'nb' as const,
    };
    await changeTask(
      editing,
      { taskId: task.id, patch: { title }, ifMatch: 1, onStale: 'refuse' },
      () => null,
    );
    await publishCycle(editing, vestfoldCycle.id, 2, null);
  };

  return { database: () => database, indexOn, newFeed, tokenOf, retitle };
}

// A single embedded connection answers one question after the other: only a server can be this late.
onDatabase('PostgreSQL', 'what is known of feeds, while answers are late', (createDatabase) => {
  const { database, indexOn, newFeed, tokenOf } = indexSetup(createDatabase);

  it('a feed that is revoked while it is being looked up is gone at the next fetch', async () => {
    const feed = await newFeed('a');
    const held = gate((row) => 'token_generation' in row);
    const index = indexOn(database().withPlugin(held.plugin));
    await index.readStamps();
    const looking = index.find(tokenOf(feed));
    await held.reached;
    await revokeFeed(database(), feed, now);
    await index.readStamps();
    held.release();
    await looking;
    expect(await index.find(tokenOf(feed))).toEqual({ kind: 'revoked' });
  });

  it('what is being read is waited for when it stops: the database is closed next', async () => {
    const held = gate((row) => 'stamp' in row);
    const index = indexOn(database().withPlugin(held.plugin));
    await held.reached;
    let isStopped = false;
    const stopping = index.stop().then(() => {
      isStopped = true;
    });
    await database().selectFrom('feeds').select('id').execute();
    expect(isStopped).toBe(false);
    held.release();
    await stopping;
  });

  it('stamps that arrive late do not bring back what was before', async () => {
    const feed = await newFeed('a');
    let isHeld = false;
    const held = gate((row) => {
      const holds = 'stamp' in row && isHeld;
      isHeld &&= !holds;
      return holds;
    });
    const index = indexOn(database().withPlugin(held.plugin));
    await index.readStamps();
    await index.find(tokenOf(feed));
    isHeld = true;
    const late = index.readStamps();
    await held.reached;
    await revokeFeed(database(), feed, now);
    await index.readStamps();
    held.release();
    await late;
    expect(index.current(tokenOf(feed))).toBeUndefined();
    expect(await index.find(tokenOf(feed))).toEqual({ kind: 'revoked' });
  });
});

onEachDatabase('what is known of feeds, while something changes', (createDatabase) => {
  const { database, indexOn, newFeed, tokenOf, retitle } = indexSetup(createDatabase);

  it('bytes go by the name of the content that they are of, also when it is published over in between', async () => {
    const [one, other] = [await newFeed('a'), await newFeed('a')];
    const index = indexOn(database());
    await index.readStamps();
    const before = await index.find(tokenOf(one));
    if (before.kind !== 'found') throw new Error('not found');
    const stale = { ...before.entry };
    await retitle('Noe helt annet');
    await index.readStamps();
    const after = await index.find(tokenOf(other));
    if (after.kind !== 'found') throw new Error('not found');
    const { content, bytes } = await index.bytes(stale, 'identity');
    expect(bytes.toString().includes('Noe helt annet')).toBe(content.etag === after.entry.content.etag);
    expect(content.etag).not.toBe(stale.content.etag);
  });
});
