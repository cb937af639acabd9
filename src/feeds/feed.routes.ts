import { z } from 'zod';
import { recordAudit } from '../access/audit/audit.store.js';
import type { Instant } from '../calendar/iso-date.js';
import type { Database } from '../database/database.js';
import type { County } from '../framework/county.js';
import type { Framework } from '../framework/framework.js';
import { countyOrProblem } from '../framework/known-county.js';
import { inLanguage, type Language } from '../language/text.js';
import { languageSchema } from '../language/text-schema.js';
import { hasRole } from '../routing/caller.js';
import { changesNothing } from '../routing/changes-nothing.js';
import { RequestProblem } from '../routing/problem.js';
import { type Caller, type RouteRequest, route } from '../routing/route.js';
import { filterInWords } from '../task/filter/filter-in-words.js';
import { checkFilterUnits } from '../task/filter/filter-units.js';
import { type TaskFilter, taskFilterSchema } from '../task/filter/task-filter.js';
import type { TaskWording } from '../task/wording.js';
import { unitsOfCounty } from '../units/unit.store.js';
import { contentFilter } from './entries/content-filter.js';
import { type Feed, FORMS, feedPatchSchema, newFeedSchema } from './feed.js';
import { changeFeed, feedsOfCounty, findFeed, revokeFeed } from './feed.store.js';
import type { FeedIndex } from './feed-index.js';
import { createFeed, type FeedAddresses, feedUrl, giveNewAddress, subscribeUrl } from './feed-service.js';
import { subscribeLinks } from './subscribe-links.js';

const feedSchema = z
  .object({
    id: z.string(),
    county: z.string(),
    name: z.string(),
    language: languageSchema,
    filter: taskFilterSchema,
    shows: z.array(z.string()).meta({
      description: 'What the filter selects, in the reader’s language: a phrase for each part of it',
    }),
    form: z.enum(FORMS),
    alarms: z.boolean(),
    phases: z.boolean(),
    bars: z.boolean(),
    cancelled: z.boolean(),
    owner: z.string(),
    url: z.string().meta({ description: 'The secret address to subscribe to' }),
    subscribePage: z.string().meta({ description: 'The page that explains how to subscribe' }),
    links: z
      .record(z.string(), z.string())
      .meta({ description: 'One-click links of Outlook, Google and Apple, and the webcal address' }),
    version: z.int(),
    createdAt: z.string().meta({ format: 'date-time' }),
    revokedAt: z.string().nullable().meta({ format: 'date-time' }),
    lastFetchedAt: z.string().nullable().meta({ format: 'date-time' }),
    lastFetchedBy: z.string().nullable().meta({ description: 'The client that last fetched it' }),
  })
  .meta({ id: 'Feed' });

export interface FeedRouteContext extends FeedAddresses {
  readonly database: Database;
  readonly counties: readonly County[];
  readonly framework: Framework;
  readonly wordingIn: (language: Language) => TaskWording;
  readonly index: FeedIndex;
  readonly now: () => Instant;
}

/** Records a change of a feed in the audit log. */
export function recordFeed(
  { database, now }: Pick<FeedRouteContext, 'database' | 'now'>,
  by: Caller,
  event: 'feed-created' | 'feed-rotated' | 'feed-revoked',
  { county, id, name }: Feed,
): Promise<void> {
  return recordAudit(database, { county, event, by, about: id, detail: { name } }, now());
}

const isAutomation = ({ proof }: Caller) => proof.kind === 'admin-token';

/** The routes under /api/feeds. */
export function feedRoutes(context: FeedRouteContext) {
  const { database, counties, framework, wordingIn, secretKey, index, now } = context;
  const params = z.object({ id: z.string() });
  const versionOf = ({ version }: { version: number }) => version;
  /** Shows feeds of a county in a language. */
  const viewerOf = async (county: string, language: Language) => {
    const units = await unitsOfCounty(database, county);
    const unitName = (id: string) => units.find((unit) => unit.id === id)?.name ?? id;
    const names = { wording: wordingIn(language), framework, unitName };
    return (feed: Feed) => {
      const { tokenGeneration: _generation, ownerId: _owner, sequence: _sequence, ...shown } = feed;
      const url = feedUrl(context, feed);
      const fetched = index.readings.unwrittenFetch(feed.id);
      const { unit } = feed.filter;
      return {
        ...shown,
        shows: [
          ...(unit === undefined ? [] : [unitName(unit)]),
          ...filterInWords(contentFilter(feed.filter), names),
        ],
        lastFetchedAt: fetched?.fetchedAt ?? feed.lastFetchedAt,
        lastFetchedBy: fetched?.fetchedBy ?? feed.lastFetchedBy,
        url,
        subscribePage: subscribeUrl(context, feed),
        links: { ...subscribeLinks(url, feed.name) },
      };
    };
  };
  const view = async (feed: Feed, language: Language) => (await viewerOf(feed.county, language))(feed);
  const isOf = (caller: Caller, { county, filter, owner, ownerId }: Feed) =>
    hasRole(caller, 'county-coordinator', county) ||
    (hasRole(caller, 'unit-coordinator', county) && filter.unit === caller.unit) ||
    (caller.personId === null ? isAutomation(caller) && owner === caller.name : ownerId === caller.personId);
  const feedOrProblem = async (id: string, caller: Caller): Promise<Feed> => {
    const feed = await findFeed(database, id.slice(0, 2), id);
    if (!feed || !isOf(caller, feed)) throw new RequestProblem('not-found', `No feed has the id ${id}.`);
    return feed;
  };
  /** Carries out a change of a feed at a version, and serves what it changed from the next fetch on. */
  const changing = async (
    id: string,
    {
      caller,
      ifMatch,
      language,
    }: Pick<RouteRequest<unknown, unknown, unknown>, 'caller' | 'ifMatch' | 'language'>,
    change: (feed: Feed) => Promise<Feed | undefined>,
  ) => {
    const feed = await feedOrProblem(id, caller);
    if (feed.revokedAt !== null) throw new RequestProblem('conflict', `The feed ${id} has been revoked.`);
    const changed = feed.version === ifMatch ? await change(feed) : undefined;
    if (!changed) {
      const current = await view(await feedOrProblem(id, caller), language);
      throw new RequestProblem(
        'precondition-failed',
        `The feed has changed: its version is now ${current.version}.`,
        [],
        {
          current,
        },
      );
    }
    await index.readStamps();
    return view(changed, language);
  };
  const checkFilter = async (county: string, filter: TaskFilter, caller: Caller) => {
    checkFilterUnits(filter, await unitsOfCounty(database, county));
    const others = [filter.unit, ...(filter.layers ?? [])].filter(
      (unit) => unit !== caller.unit && unit !== county,
    );
    if (caller.role !== 'county-coordinator' && others.some((unit) => unit !== undefined)) {
      throw new RequestProblem(
        'forbidden',
        'A unit coordinator can create feeds only of the county and of their own unit.',
        [{ pointer: '/body/filter', detail: 'names another unit' }],
      );
    }
  };
  return [
    route({
      method: 'get',
      path: '/api/feeds',
      summary: 'List the feeds that the caller manages, with their secret addresses',
      query: z.object({ county: z.string().optional() }),
      response: z.array(feedSchema),
      handle: async ({ query, caller, language }) => {
        const asked = counties.filter(
          ({ number }) =>
            (query.county === undefined || number === query.county) &&
            hasRole(caller, 'unit-coordinator', number),
        );
        const feeds = await Promise.all(
          asked.map(async ({ number }) => {
            const ofCounty = await feedsOfCounty(database, number);
            return ofCounty.filter((feed) => isOf(caller, feed)).map(await viewerOf(number, language));
          }),
        );
        return feeds.flat();
      },
    }),
    route({
      method: 'post',
      path: '/api/feeds',
      summary: 'Create a feed from a filter',
      body: newFeedSchema,
      response: feedSchema,
      status: 201,
      versionOf,
      handle: async ({ body, caller, language }) => {
        const county = countyOrProblem(counties, body.county, '/body/county');
        await checkFilter(body.county, body.filter, caller);
        const unit = (await unitsOfCounty(database, body.county)).find(({ id }) => id === body.filter.unit);
        const place = unit?.name ?? inLanguage(county.name, body.language);
        const name = body.name ?? wordingIn(body.language).t('feed.name', { place });
        const owner = { owner: caller.name, ownerId: caller.personId };
        const feed = await createFeed(database, secretKey, { ...body, name, ...owner }, now());
        await recordFeed(context, caller, 'feed-created', feed);
        // It may be of a unit that has just been added.
        await index.readStamps();
        return view(feed, language);
      },
    }),
    route({
      method: 'get',
      path: '/api/feeds/{id}',
      summary: 'Get a feed',
      params,
      response: feedSchema,
      versionOf,
      handle: async ({ params: { id }, caller, language }) => view(await feedOrProblem(id, caller), language),
    }),
    route({
      method: 'patch',
      path: '/api/feeds/{id}',
      summary: 'Rename a feed, or change what it shows and how; its address stays',
      precondition: true,
      params,
      body: feedPatchSchema,
      response: feedSchema,
      versionOf,
      handle: ({ params: { id }, body, ...request }) =>
        changing(id, request, async (feed) => {
          const { caller } = request;
          if (body.filter) await checkFilter(feed.county, body.filter, caller);
          return changesNothing(feed, body) ? feed : changeFeed(database, feed, body);
        }),
    }),
    route({
      method: 'post',
      path: '/api/feeds/{id}/rotate',
      summary: 'Give a feed a new address; the old one returns 410',
      precondition: true,
      params,
      response: feedSchema,
      versionOf,
      handle: ({ params: { id }, ...request }) =>
        changing(id, request, async (feed) => {
          const rotated = await giveNewAddress(database, secretKey, feed);
          if (rotated) await recordFeed(context, request.caller, 'feed-rotated', rotated);
          return rotated;
        }),
    }),
    route({
      method: 'delete',
      path: '/api/feeds/{id}',
      summary: 'Revoke a feed permanently; its address returns 410',
      precondition: true,
      params,
      response: feedSchema,
      handle: ({ params: { id }, ...request }) =>
        changing(id, request, async (feed) => {
          const revoked = await revokeFeed(database, feed, now());
          if (revoked) await recordFeed(context, request.caller, 'feed-revoked', revoked);
          return revoked;
        }),
    }),
  ] as const;
}
