import { z } from 'zod';
import { languageSchema } from '../language/text.js';
import { type Route, route } from '../routing/route.js';
import { feedsOfCounty } from './feed.store.js';
import { type FeedContext, feedUrl } from './feed-service.js';

const feedSchema = z
  .object({
    id: z.string(),
    county: z.string(),
    name: z.string(),
    language: languageSchema,
    url: z.string().meta({ description: 'The secret address to subscribe to' }),
    createdAt: z.string().meta({ format: 'date-time' }),
    revokedAt: z.string().nullable().meta({ format: 'date-time' }),
  })
  .meta({ id: 'Feed' });

/** The routes under /api/feeds. */
export function feedRoutes(context: FeedContext): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/feeds',
      summary: 'The feeds of all counties, with their secret addresses',
      access: 'county-coordinator',
      response: z.array(feedSchema),
      handle: async () => {
        const feeds = await Promise.all(
          context.counties.map(({ number }) => feedsOfCounty(context.database, number)),
        );
        return feeds.flat().map((feed) => ({
          id: feed.id,
          county: feed.county,
          name: feed.name,
          language: feed.language,
          url: feedUrl(context, feed),
          createdAt: feed.createdAt,
          revokedAt: feed.revokedAt,
        }));
      },
    }),
  ];
}
