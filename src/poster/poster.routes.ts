import { createHash } from 'node:crypto';
import { z } from 'zod';
import { CreationLimit } from '../access/creation-limit.js';
import { schoolYearOnRoute } from '../calendar/school-year.js';
import type { Cycle } from '../cycle/cycle.js';
import { type CycleContext, cycleParams } from '../cycle/cycle-requests.routes.js';
import { entryTextsOfCycle } from '../cycle/task.store.js';
import { publishedCycleOrProblem } from '../cycle/view/cycle-view.routes.js';
import { checkedUnit } from '../cycle/view/seen-tasks.use-case.js';
import { type TaskQuery, taskQuerySchema } from '../cycle/view/task-query.js';
import type { Database } from '../database/database.js';
import { publishedStamp } from '../database/published-stamp.js';
import { FORMATS, POSTER_FORMATS } from '../exchange/formats.js';
import type { County } from '../framework/county.js';
import { inLanguage, type Language } from '../language/text.js';
import { type CacheableFile, cacheableFileSchema, route } from '../routing/route.js';
import { USUAL_LEVEL } from '../task/level.js';
import { levelSchema } from '../task/level-schema.js';
import { unitsOfCounty } from '../units/unit.store.js';
import { GROUPINGS } from '../wheel/wheel-of-tasks.js';
import { KeptOnce } from './kept-once.js';
import { PAPERS } from './paper.js';
import type { PosterSource, PosterView } from './poster-data.js';
import { POSTER_CONTENTS, POSTER_THEMES, type PosterOrder, UNNAMED } from './poster-order.js';

/**
 * Draws a poster in another thread; its source is read once there is a thread for it. Throws RequestProblem `busy` when too
 * many wait.
 */
export type DrawPoster = (
  order: PosterOrder,
  view: PosterView,
  sourceOf: () => Promise<PosterSource>,
) => Promise<string | Buffer>;

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

/** The budgets of bytes for the posters that are kept, and for the sources that they are drawn from. */
const POSTER_BYTES = 2 ** 25;
const SOURCE_BYTES = 2 ** 25;

const FILE_NAMES = { wheel: 'årshjul', list: 'årshjul-liste' } as const;

const posterQuerySchema = taskQuerySchema.extend({
  level: levelSchema.default(USUAL_LEVEL).meta({
    description:
      'Tasks of this level and of those before it, and what the unit is to do or takes part in; `complete` shows all',
  }),
  rings: z.enum(GROUPINGS).default('phase').meta({ description: 'What the rings of the wheel represent' }),
  paper: z.enum(PAPERS).default('a3'),
  unnamed: z.enum(UNNAMED).default('counted').meta({
    description: 'Whether the tasks that the wheel has no room to name are counted only, or listed under it',
  }),
  theme: z.enum(POSTER_THEMES).default('light'),
});

/**
 * The routes that give a published cycle away as posters. A poster is named by what decides it and by the stamp of what its
 * county has published, so that a copy that is still valid, and a poster that cannot be drawn now, cost a few short queries.
 */
export function posterRoutes(context: PosterContext) {
  const { database } = context;
  const posters = new KeptOnce<string | Buffer>(POSTER_BYTES, Buffer.byteLength);
  const sources = new KeptOnce(SOURCE_BYTES, bytesOf);
  const limit = new CreationLimit(MOST_POSTERS);
  return POSTER_CONTENTS.map((content) =>
    route({
      method: 'get',
      path: `/cycles/{id}/${content}.{format}`,
      // Even when kept: every request of it has queries and may be one more that waits to be drawn.
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
        const { rings, paper, theme, unnamed, ...selection } = query;
        const order: PosterOrder = { content, format, rings, paper, theme, unnamed };
        const viewer =
          selection.unit === undefined
            ? undefined
            : await checkedUnit(database, selection.unit, cycle.county);
        // Read before what it stands for: what is published meanwhile has a newer stamp, which is asked for next time.
        const stamp = await publishedStamp(database, cycle.county);
        const view = viewOf(context, cycle, { query: selection, language, route: viewer?.route ?? null });
        const etag = etagOf(context.version, order, view, stamp);
        const sourceOf = () => sources.get(`${stamp} ${id}`, () => readSource(database, cycle));
        return {
          contentType: FORMATS[format].mediaType,
          fileName: `${FILE_NAMES[content]}-${id}.${format}`,
          disposition: 'inline',
          etag,
          isPublic: cycle.public,
          content: async () => {
            if (!posters.has(etag)) await limit.admit(transport.address);
            return posters.get(etag, () => context.drawPoster(order, view, sourceOf));
          },
        };
      },
    }),
  );
}

/** What is asked to be drawn of a cycle. */
interface PosterSelection {
  readonly query: TaskQuery;
  readonly language: Language;
  /** The route of whoever it is drawn for. */
  readonly route: string | null;
}

/** What decides a poster beside what its county has published. */
function viewOf(
  { counties, schoolYearFor, baseUrl }: PosterContext,
  { id, county: number, schoolYear, provisional, publishedAt, updatedAt }: Cycle,
  { query, language, route: ofUnit }: PosterSelection,
): PosterView {
  const county = counties.find((each) => each.number === number);
  return {
    cycle: id,
    county: number,
    countyName: county ? inLanguage(county.name, language) : number,
    skolerute: schoolYearOnRoute(schoolYearFor(number, schoolYear), ofUnit).skolerute,
    provisional,
    query,
    language,
    baseUrl,
    publishedAt,
    changedAt: publishedAt ?? updatedAt,
  };
}

async function readSource(database: Database, cycle: Cycle): Promise<PosterSource> {
  const units = await unitsOfCounty(database, cycle.county);
  return {
    entries: await entryTextsOfCycle(database, cycle, 'published'),
    units: units.map(({ id, kind, name, partner, route }) => ({ id, kind, name, partner, route })),
  };
}

/** The most bytes that a source takes in memory; what its units take beside its entries is little. */
function bytesOf({ entries: { tasks, adjustments } }: PosterSource): number {
  return 2 * (tasks.length + adjustments.length);
}

/** Names a poster by everything that decides it, so that nothing of its content has to be read to know it. */
function etagOf(...decisive: readonly (string | number | PosterOrder | PosterView)[]): string {
  return createHash('sha256').update(JSON.stringify(decisive)).digest('base64url').slice(0, 22);
}
