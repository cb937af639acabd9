import { createHash } from 'node:crypto';
import { z } from 'zod';
import { CreationLimit } from '../access/creation-limit.js';
import { cycleParams } from '../cycle/cycle-requests.routes.js';
import { publishedCycleOrProblem } from '../cycle/view/cycle-view.routes.js';
import { inLanguage } from '../language/text.js';
import { RequestProblem } from '../routing/problem.js';
import { type Caller, route } from '../routing/route.js';
import { filterInWords } from '../task/filter/filter-in-words.js';
import { checkFilterUnits } from '../task/filter/filter-units.js';
import { unitsOfCounty } from '../units/unit.store.js';
import { EVERYBODY } from './audience.js';
import { shownDaySchema } from './entries/shown-day.js';
import { newFeedSchema } from './feed.js';
import { type FeedRouteContext, recordFeed } from './feed.routes.js';
import { findFeed } from './feed.store.js';
import { createFeed, FIRST_SEQUENCE, feedUrl, subscribeUrl } from './feed-service.js';
import { presentationOf } from './published-county.js';
import { subscribeLinks } from './subscribe-links.js';

const LONGEST_NAME = 100;

/** Enough for a filter with hundreds of measures, in bytes. */
const FILTER_BODY_LIMIT = 32 * 1024;

/** The most shared feeds that one client address may create in 15 minutes. */
const MOST_FEEDS = 60;

const sharedLookSchema = newFeedSchema.pick({
  language: true,
  filter: true,
  phases: true,
  bars: true,
  cancelled: true,
});

/** The routes by which anyone who may see a published cycle subscribes to tasks of it, and first sees what that gives. */
export function sharedFeedRoutes(context: FeedRouteContext) {
  const { database, framework, counties, wordingIn, secretKey, index, now } = context;
  const limit = new CreationLimit(MOST_FEEDS);
  /** The feed that choices mean in a cycle that the caller may see. */
  const wantedFeed = async (cycleId: string, look: SharedLook, caller: Caller) => {
    const { language, filter } = look;
    const { county } = await publishedCycleOrProblem(database, cycleId, caller);
    const units = await unitsOfCounty(database, county);
    checkFilterUnits(filter, units);
    const wording = wordingIn(language);
    const ofCounty = counties.find(({ number }) => number === county);
    const unitName = (id: string) => units.find((unit) => unit.id === id)?.name ?? id;
    const place =
      filter.unit !== undefined
        ? unitName(filter.unit)
        : ofCounty
          ? inLanguage(ofCounty.name, language)
          : county;
    const words = filterInWords(filter, { wording, framework, unitName }).join(', ');
    const name = `${wording.t('feed.name', { place })}${words === '' ? '' : `: ${words}`}`;
    const shown = { ...look, county, name: shortened(name), form: 'events', alarms: false } as const;
    return { ...shown, id: sharedFeedId(county, look), owner: EVERYBODY };
  };
  return [
    route({
      method: 'post',
      path: '/api/cycles/{id}/feeds',
      summary:
        'Get the feed for a filter of a published cycle, shared by everyone who chooses the same filter',
      params: cycleParams,
      bodyLimit: FILTER_BODY_LIMIT,
      body: sharedLookSchema,
      response: z.object({
        name: z.string(),
        url: z.string().meta({ description: 'The address to subscribe to' }),
        subscribePage: z.string().meta({ description: 'The page that explains how to subscribe' }),
        links: z.record(z.string(), z.string()),
      }),
      handle: async ({ params, body, caller, transport }) => {
        const wanted = await wantedFeed(params.id, body, caller);
        const known = await findFeed(database, wanted.county, wanted.id);
        if (known?.revokedAt) throw new RequestProblem('conflict', 'The county has withdrawn this feed.');
        if (!known) await limit.admit(transport.address);
        const feed = known ?? (await createFeed(database, secretKey, wanted, now()));
        if (!known) {
          await recordFeed(context, caller, 'feed-created', feed);
          await index.readStamps();
        }
        const url = feedUrl(context, feed);
        return {
          name: feed.name,
          url,
          subscribePage: subscribeUrl(context, feed),
          links: { ...subscribeLinks(url, feed.name) },
        };
      },
    }),
    route({
      method: 'post',
      path: '/api/cycles/{id}/feeds/preview',
      summary: 'Preview what the feed for a filter would show in the next two weeks; nothing is created',
      isDear: true,
      params: cycleParams,
      bodyLimit: FILTER_BODY_LIMIT,
      body: sharedLookSchema,
      response: z.object({ name: z.string(), coming: z.array(shownDaySchema) }),
      handle: async ({ params, body, caller }) => {
        const wanted = await wantedFeed(params.id, body, caller);
        const presentation = presentationOf({ ...wanted, sequence: FIRST_SEQUENCE });
        return {
          name: wanted.name,
          coming: await index.comingDays({ county: wanted.county, presentation }),
        };
      },
    }),
  ] as const;
}

/** What the makers of a shared feed choose. */
type SharedLook = z.infer<typeof sharedLookSchema>;

/** Equal for equal choices, in whatever order they were made. Choices that came later count only where they are not the default. */
function sharedFeedId(county: string, { language, filter, phases, bars, cancelled }: SharedLook): string {
  const parts = Object.entries(filter)
    .map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  const chosen = Object.entries({ phases, bars, 'not-cancelled': !cancelled }).flatMap(([name, is]) =>
    is ? [name] : [],
  );
  const digest = createHash('sha256')
    .update(JSON.stringify([language, parts, ...(chosen.length > 0 ? [chosen] : [])]))
    .digest('base64url');
  return `${county}-shared-${digest.slice(0, 22)}`;
}

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}
