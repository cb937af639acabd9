import { rmSync } from 'node:fs';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import { loadKnowledge } from '../../src/datafiles/knowledge.js';
import { onEachDatabase, type TestDatabase } from '../database/databases.js';
import { startTestService } from '../http/test-service.js';
import { BASE_URL, CYCLE, type Mailing } from '../reminders/mailing.js';
import { automation } from './api.js';
import { asChanged, entriesIn, uidIn, withoutDefaultShows } from './changed-feeds.js';
import { differences, differentLine, type Json, tableDifferences } from './differences.js';
import { dataOfBefore, readDatabase, readObserved } from './fixtures.js';
import { withoutLinks } from './links.js';
import { jsonWithoutMoved, textWithoutMoved, withoutOfferedMeetings } from './moved-meetings.js';
import { withoutDecision19 } from './my-tasks.js';
import {
  answerOf,
  type Exchange,
  GENERATED,
  helpOfAll,
  namedIn,
  OPENED_AT,
  onCopy,
  openCopy,
  operationsOf,
  printedBy,
  type SentMail,
  type ServedFeed,
  sentMails,
  servedAt,
} from './observed.js';
import { withoutProblemWords } from './problem-words.js';
import { readsOf } from './questions.js';
import { SHARED_FEEDS } from './story.js';

const database = readDatabase();
const before = readObserved();
const data = dataOfBefore();
const knowledge = loadKnowledge(data);
afterAll(() => rmSync(data, { recursive: true }));

/** So many differences are told at once. */
const MOST_TOLD = 20;

/** Fails with the first of what differs, one a line. */
function expectSame(found: readonly string[]): void {
  const more = found.length > MOST_TOLD ? [`and ${found.length - MOST_TOLD} more`] : [];
  expect([...found.slice(0, MOST_TOLD), ...more].join('\n')).toBe('');
}

/** Every shape of what was observed is JSON: it was read from a file of it. */
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value ?? null)) as Json;

function nameOf({ who, method, path, body }: Exchange): string {
  const by = typeof who === 'string' ? who : who.unit;
  return `${method.toUpperCase()} ${path}${body ? ` ${JSON.stringify(body)}` : ''} as ${by}:`;
}

/** What of the answers to the same questions, asked in the same order, is not as it was; problems may be worded differently. */
async function differingAnswers(
  mailing: Parameters<typeof answerOf>[0],
  exchanges: readonly Exchange[],
): Promise<string[]> {
  const found: string[] = [];
  for (const exchange of exchanges) {
    const isPreview = exchange.path.includes('?preview');
    const comparable = (body: Json) => {
      const alike = withoutDecision19(withoutProblemWords(body), exchange.path);
      return withoutOfferedMeetings(isPreview ? withoutLinks(alike) : alike, exchange.path);
    };
    const { etag, ...was } = exchange.answer;
    const answer = await answerOf(mailing, before.told, exchange);
    // A weak ETag is the sum of a body, which may have more properties by now.
    const wasAnswered = etag?.startsWith('W/') ? was : exchange.answer;
    const [{ body: wasBody, ...wasHead }, { body, ...head }] = [wasAnswered, answer];
    const name = nameOf(exchange);
    if (exchange.path.includes('format=csv'))
      found.push(
        ...differences(asJson(wasHead), asJson(head), name),
        ...tableDifferences(String(wasBody), String(body), name),
      );
    else
      found.push(
        ...differences(
          asJson({
            ...wasAnswered,
            body: withoutDefaultShows(comparable(wasBody)),
          }),
          asJson({ ...answer, body: comparable(body) }),
          name,
        ),
      );
  }
  return found;
}

/** Feeds whose filter names nothing but a unit at most: they show less since decision 17. */
const FOLLOWING_THE_DEFAULT: readonly string[] = [
  'county nb',
  'county nn',
  'county en',
  'county as a task list',
  'a school nb',
  'a school nn',
  'made by a school',
  'a new address',
  'shared nb',
  'shared nn',
  'shared en',
  'shared of a school',
];

/** What of a feed is not as decision 17 changes it; it may show no other tasks than `mayShow` says. */
function differentFeed(
  was: ServedFeed,
  is: ServedFeed,
  name: string,
  mayShow = (_uid: string): boolean => true,
): string[] {
  const { body: wasBody, etag: wasTag, ...wasHead } = was;
  const { body, etag: tag, ...head } = is;
  const shown = new Set(entriesIn(body).map(uidIn));
  const isShown = (uid: string) => mayShow(uid) && (!FOLLOWING_THE_DEFAULT.includes(name) || shown.has(uid));
  return [
    ...differentLine(asChanged(wasBody, isShown), body.replaceAll('\r\n ', ''), `the feed ${name}`),
    ...differences(asJson(wasHead), asJson(head), `the feed ${name}:`),
    ...(wasTag !== null && (tag === null || tag === wasTag) ? [`the feed ${name} has not a new ETag`] : []),
  ];
}

/** What is late stands under this heading, up to the next heading or the end. */
const LATE = /\n\n(?:OVER FRISTEN|OVERDUE)\n\n[\s\S]*?(?=\n\n(?:[^\n\p{Ll}]+\n\n|-- \n))/gu;

/** That a step of a rule left the day where it was, which mails no longer tell: the page of the task folds it away. */
const NOT_MOVED = / \p{Lu}\p{L}+ (?:er|is) [^.:\n]+: (?:ikke flyttet|ikkje flytta|not moved)\./gu;

/**
 * Mails without what is late, which is told of by other rules now, and without those that tell of nothing else; nor with
 * their subjects, which name what stands first in them, nor with the files, which hold what is late too: decision 18.
 */
function withoutLate(mails: readonly SentMail[]) {
  return mails.flatMap(({ job, id, from, to, text = '' }) => {
    const rest = text.replace(LATE, '').replaceAll(NOT_MOVED, '');
    const isEmpty = rest !== text && !/https:\S+\/tasks\//.test(rest);
    return isEmpty ? [] : [{ name: `${job} ${to.join(', ')}`, id, from, text: rest }];
  });
}

describe('on the database of the version before', () => {
  let reading: Mailing;
  beforeAll(async () => {
    reading = await openCopy(database, knowledge);
  });
  afterAll(() => reading.stop());

  it('every read is answered as it was, with at most more properties', async () => {
    // Whoever had chosen nothing is reminded by the week now, so that a year has fewer mails: decision 18.
    const reads = before.reads.filter(({ path }) => !path.startsWith('/api/reminders/simulation'));
    expectSame(await differingAnswers(reading, reads));
  });

  it('every feed is at its address, changed as decision 17 says and in nothing else, under a new ETag', async () => {
    const feeds = Object.entries(before.feeds);
    const served = await Promise.all(feeds.map(([, { path }]) => servedAt(reading, path)));
    expectSame(feeds.flatMap(([name, was], index) => differentFeed(was, served[index] as ServedFeed, name)));
  });

  it('a client that knows a feed is sent the change once, and told afterwards that it has not changed', async () => {
    const { path, etag: known } = before.feeds['county nb'] as ServedFeed;
    await onCopy(
      database,
      async ({ service }) => {
        const fetched = (tag: string | null) =>
          request(service.url)
            .get(path)
            .set({ 'Accept-Encoding': 'identity', 'If-None-Match': tag ?? '' });
        const { status, headers } = await fetched(known);
        expect(status).toBe(200);
        expect((await fetched(headers.etag ?? null)).status).toBe(304);
      },
      knowledge,
    );
  });

  it('old revisions are undone as they were', async () => {
    expectSame(await onCopy(database, (mailing) => differingAnswers(mailing, before.undos), knowledge));
  });

  it('the same reminders are owed to the same people, and nothing is sent twice', async () => {
    // Each task for itself, as everybody was reminded before it was a choice: decision 18.
    const sent = await onCopy(
      database,
      async (mailing) => {
        await mailing.store.updateTable('people').set({ reminders: 'each-task' }).execute();
        await mailing.store.updateTable('units').set({ reminders: 'each-task' }).execute();
        return sentMails(mailing);
      },
      knowledge,
    );
    const ids = sent.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // A municipality that nobody has named the partner of hears of cooperation, as its feeds and My tasks have had it.
    const known = new Set(before.mails.map(({ id }) => id));
    const added = sent.filter(({ id, to }) => to.includes('siv@x.example') && !known.has(id));
    expect(added).toHaveLength(2);
    const was = withoutLate(before.mails);
    const is = withoutLate(sent.filter((mail) => !added.includes(mail)));
    expect(is.map(({ name }) => name)).toEqual(was.map(({ name }) => name));
    expectSame(was.flatMap(({ name, ...mail }, index) => differences(asJson(mail), asJson(is[index]), name)));
  });

  // write-fixtures.ts refuses to leave one out; by the time that it is run, nobody would remember which was added when.
  it('every read that there is by now has its questions, for the fixtures of this version', async () => {
    await expect(readsOf(reading, await operationsOf(reading), before.told)).resolves.not.toEqual([]);
  });

  it('every operation is there, takes what it took and asks for nothing more', async () => {
    const now = await operationsOf(reading);
    const isRequired = (sent: string) => sent.endsWith('(required)');
    const found = Object.entries(before.operations).flatMap(([name, took]) => {
      const takes = now[name];
      if (!takes) return [`${name} is missing`];
      const bare = (sent: string) => sent.replace(' (required)', '');
      const names = takes.map(bare);
      return [
        ...took
          .filter((sent) => !names.includes(bare(sent)))
          .map((sent) => `${name} no longer takes ${sent}`),
        ...takes
          .filter((sent) => isRequired(sent) && !took.includes(sent))
          .map((sent) => `${name} newly asks for ${sent}`),
      ];
    });
    expectSame(found);
  });
});

/** The JSON that was printed, without what was said on stderr after it. */
const jsonIn = (printed: string) => JSON.parse(printed.slice(0, printed.indexOf('\n}\n') + 2)) as Json;

describe('the command line of the version before', () => {
  it('has every command, argument and option', async () => {
    const now = await helpOfAll();
    const found = Object.entries(before.help).flatMap(([command, help]) => {
      // What had to be given may be left out by now.
      const optional = (name: string) => name.replaceAll(/<([\w-]+)>/g, '[$1]');
      const names = namedIn(now[command] ?? '').map(optional);
      return namedIn(help)
        .filter((name) => !names.includes(optional(name)))
        .map((name) => `arshjul ${command} no longer has ${name}`);
    });
    expectSame(found);
  });

  it.each(Object.entries(GENERATED))('generates %s as it did', async (name, args) => {
    const [was = '', is] = [before.generated[name], await printedBy([...args, '--data', data])];
    if (name.startsWith('json'))
      expectSame(
        differences(
          jsonWithoutMoved(withoutLinks(jsonIn(was))),
          jsonWithoutMoved(withoutLinks(jsonIn(is))),
          name,
        ),
      );
    else if (name.startsWith('csv'))
      expectSame(tableDifferences(textWithoutMoved(was), textWithoutMoved(is), name));
    else expectSame(differentLine(textWithoutMoved(was), textWithoutMoved(is), name));
  });
});

onEachDatabase('documents of the version before', (createDatabase) => {
  const documents = before.reads.filter(({ path }) => path.endsWith('/document'));
  let empty: TestDatabase;
  let service: Service;

  beforeAll(async () => {
    empty = await createDatabase();
    const settings = { FIRST_CYCLE: 'none', BASE_URL };
    service = await startTestService(empty.address, { settings, now: () => OPENED_AT, knowledge });
    for (const { answer } of documents)
      await request(service.url)
        .post('/api/cycles/documents')
        .set(automation())
        .send(answer.body as object)
        .expect(201);
  });
  afterAll(async () => {
    await service.stop();
    await empty.drop();
  });

  it('are given out again as they were', async () => {
    expect(documents).toHaveLength(2);
    expectSame(await differingAnswers({ service }, documents));
  });

  it('give the same feeds at the same addresses', async () => {
    const different: string[] = [];
    for (const [name, look] of Object.entries(SHARED_FEEDS)) {
      const was = before.feeds[name] as ServedFeed;
      const { body } = await request(service.url).post(`/api/cycles/${CYCLE}/feeds`).send(look).expect(200);
      // Feeds that are made from now on show no phases unless that is chosen.
      const isNoPhase = (uid: string) => !uid.includes('-fase-');
      const is = await servedAt({ service }, new URL(body.url).pathname);
      different.push(...differentFeed(was, is, name, isNoPhase));
    }
    expectSame(different);
  });
});
