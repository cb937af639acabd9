import { createHash } from 'node:crypto';
import { z } from 'zod';
import { CreationLimit } from '../access/creation-limit.js';
import { cycleParams } from '../cycle/cycle-requests.routes.js';
import { publishedCycleOrProblem } from '../cycle/view/cycle-view.routes.js';
import { inLanguage } from '../language/text.js';
import { RequestProblem } from '../routing/problem.js';
import { route } from '../routing/route.js';
import { filterInWords } from '../task/filter/filter-in-words.js';
import { checkFilterUnits } from '../task/filter/filter-units.js';
import { unitsOfCounty } from '../units/unit.store.js';
import { EVERYBODY } from './audience.js';
import { type NewFeed, newFeedSchema } from './feed.js';
import { type FeedRouteContext, recordFeed } from './feed.routes.js';
import { findFeed } from './feed.store.js';
import { createFeed, feedUrl, subscribeUrl } from './feed-service.js';
import { subscribeLinks } from './subscribe-links.js';

const LONGEST_NAME = 100;

/** The most shared feeds that one client address may create in 15 minutes. */
const MOST_FEEDS = 60;

/** The route by which anyone who may see a published cycle subscribes to the tasks shown. */
export function sharedFeedRoutes(context: FeedRouteContext) {
  const { database, framework, counties, wordingIn, secretKey, index, now } = context;
  const limit = new CreationLimit(MOST_FEEDS);
  return [
    route({
      method: 'post',
      path: '/api/cycles/{id}/feeds',
      summary:
        'Get the feed for a filter of a published cycle, shared by everyone who chooses the same filter',
      params: cycleParams,
      // Enough for a filter with hundreds of measures.
      bodyLimit: 32 * 1024,
      body: newFeedSchema.pick({ language: true, filter: true, phases: true, bars: true, cancelled: true }),
      response: z.object({
        name: z.string(),
        url: z.string().meta({ description: 'The address to subscribe to' }),
        subscribePage: z.string().meta({ description: 'The page that explains how to subscribe' }),
        links: z.record(z.string(), z.string()),
      }),
      handle: async ({ params, body: look, caller, transport }) => {
        const { language, filter } = look;
        const { county } = await publishedCycleOrProblem(database, params.id, caller);
        const units = await unitsOfCounty(database, county);
        checkFilterUnits(filter, units);
        const id = sharedFeedId(county, look);
        const known = await findFeed(database, county, id);
        if (known?.revokedAt) throw new RequestProblem('conflict', 'The county has withdrawn this feed.');
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
        const wanted = { ...look, county, name: shortened(name), form: 'events', alarms: false } as const;
        const made = () => createFeed(database, secretKey, { ...wanted, id, owner: EVERYBODY }, now());
        if (!known) await limit.admit(transport.address);
        const feed = known ?? (await made());
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
  ] as const;
}

/** What the makers of a shared feed choose. */
type SharedLook = Pick<NewFeed, 'language' | 'filter' | 'phases' | 'bars' | 'cancelled'>;

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
