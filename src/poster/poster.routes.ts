import { createHash } from 'node:crypto';
import { z } from 'zod';
import { CreationLimit } from '../access/creation-limit.js';
import type { Cycle } from '../cycle/cycle.js';
import { type CycleContext, cycleParams } from '../cycle/cycle-requests.routes.js';
import { publishedCycleOrProblem } from '../cycle/view/cycle-view.routes.js';
import { readSeenTasks, type TaskQuery, taskQuerySchema } from '../cycle/view/seen-tasks.use-case.js';
import { FORMATS, POSTER_FORMATS } from '../exchange/formats.js';
import type { County } from '../framework/county.js';
import { inLanguage, type Language } from '../language/text.js';
import { type CacheableFile, cacheableFileSchema, route } from '../routing/route.js';
import { unitsOfCounty } from '../units/unit.store.js';
import { GROUPINGS } from '../wheel/wheel-of-tasks.js';
import { listAsJson } from '../workers/list-as-json.js';
import { PAPERS } from './paper.js';
import { PosterCache } from './poster-cache.js';
import type { PosterData } from './poster-data.js';
import { POSTER_CONTENTS, POSTER_THEMES, type PosterOrder } from './poster-order.js';
import { selectionWords } from './selection-words.js';

/** Draws a poster in another thread. Throws RequestProblem `busy` when too many wait. */
export type DrawPoster = (order: PosterOrder, data: PosterData) => Promise<string | Buffer>;

export interface PosterContext extends CycleContext {
  readonly drawPoster: DrawPoster;
  readonly counties: readonly County[];
  readonly baseUrl: string;
  /** Of the program: another one may draw the same tasks otherwise. */
  readonly version: string;
}

const SUMMARIES = {
  wheel:
    'Get the published tasks of a cycle as a poster with a wheel, with the same filters as the list of tasks',
  list: 'Get the published tasks of a cycle as a poster with a list by month, with the same filters as the list of tasks',
} as const;

/** The most posters that one client address may have drawn in 15 minutes. */
const MOST_POSTERS = 60;

const FILE_NAMES = { wheel: 'årshjul', list: 'årshjul-liste' } as const;

const posterQuerySchema = taskQuerySchema.extend({
  rings: z.enum(GROUPINGS).default('phase').meta({ description: 'What the rings of the wheel represent' }),
  paper: z.enum(PAPERS).default('a3'),
  theme: z.enum(POSTER_THEMES).default('light'),
});

/** The routes that give a published cycle away as posters. */
export function posterRoutes(context: PosterContext) {
  const { database } = context;
  const kept = new PosterCache();
  const limit = new CreationLimit(MOST_POSTERS);
  return POSTER_CONTENTS.map((content) =>
    route({
      method: 'get',
      path: `/cycles/{id}/${content}.{format}`,
      // Even when cached: everything it shows has to be read to know whether it is still valid.
      isDear: true,
      summary: SUMMARIES[content],
      params: cycleParams.extend({ format: z.enum(POSTER_FORMATS) }),
      query: posterQuerySchema,
      response: cacheableFileSchema,
      produces: POSTER_FORMATS.map((format) => FORMATS[format].mediaType),
      handle: async ({
        params: { id, format },
        query,
        language,
        caller,
        transport,
      }): Promise<CacheableFile> => {
        const cycle = await publishedCycleOrProblem(database, id, caller);
        const { rings, paper, theme, ...selection } = query;
        const order: PosterOrder = { content, format, rings, paper, theme };
        const data = await dataOf(context, cycle, selection, language);
        const etag = etagOf(context.version, order, data);
        return {
          contentType: FORMATS[format].mediaType,
          fileName: `${FILE_NAMES[content]}-${id}.${format}`,
          disposition: 'inline',
          etag,
          isPublic: cycle.public,
          content: async () => {
            if (!kept.has(etag)) await limit.admit(transport.address);
            return kept.poster(etag, () => context.drawPoster(order, data));
          },
        };
      },
    }),
  );
}

async function dataOf(
  { database, framework, wordingIn, counties, schoolYearFor, baseUrl }: PosterContext,
  cycle: Cycle,
  query: TaskQuery,
  language: Language,
): Promise<PosterData> {
  const wording = wordingIn(language);
  const county = counties.find(({ number }) => number === cycle.county);
  const units = await unitsOfCounty(database, cycle.county);
  const unitName = (id: string) => units.find((unit) => unit.id === id)?.name ?? id;
  const seen = await readSeenTasks(database, cycle, query, { language, state: 'published' });
  return {
    county: cycle.county,
    countyName: county ? inLanguage(county.name, language) : cycle.county,
    skolerute: schoolYearFor(cycle.county, cycle.schoolYear).skolerute,
    provisional: cycle.provisional,
    tasks: await listAsJson(seen.map(({ task }) => task)),
    selection: selectionWords(query, { wording, framework, unitName }),
    units: units.map(({ id, kind, name, partner }) => ({ id, kind, name, partner })),
    language,
    baseUrl,
    publishedAt: cycle.publishedAt,
    changedAt: cycle.publishedAt ?? cycle.updatedAt,
  };
}

/** Names a poster by everything that it is made from. */
function etagOf(version: string, order: PosterOrder, data: PosterData): string {
  const { countyName, skolerute, provisional, tasks, selection, units, language, publishedAt } = data;
  const made = [version, order, countyName, skolerute, provisional].map((part) => JSON.stringify(part));
  const shown = [selection, units, language, publishedAt].map((part) => JSON.stringify(part));
  return createHash('sha256')
    .update(`[${[...made, tasks, ...shown].join(',')}]`)
    .digest('base64url')
    .slice(0, 22);
}
