import { z } from 'zod';
import { dateAt, type Instant } from '../calendar/iso-date.js';
import type { SchoolYearLabel } from '../calendar/school-year-label.js';
import type { Skolerute } from '../calendar/skolerute.js';
import { ZONE } from '../calendar/zone.js';
import type { Database } from '../database/database.js';
import type { Knowledge } from '../datafiles/knowledge.js';
import { givenSkolerute, skoleruteOfCounty } from '../datafiles/school-year-files.js';
import { countyOrProblem } from '../framework/known-county.js';
import { RequestProblem } from '../routing/problem.js';
import { FILE_BODY_LIMIT, route } from '../routing/route.js';
import { correctedSkoleruteSchema } from './correction.js';
import { findCorrection, type NewCorrection, writeCorrection } from './correction.store.js';
import { countyQuery, labelIn, labelParams } from './school-year-requests.js';
import {
  layOut,
  type SchoolYearView,
  type SkoleruteFlawView,
  schoolYearViewSchema,
  viewSchoolYear,
} from './school-year-view.js';
import type { SchoolYears } from './school-years.js';
import { type ReadSkoleruteFile, readUploadSchema, uploadSchema } from './uploaded-skolerute.js';

export interface SchoolYearContext {
  readonly database: Database;
  readonly knowledge: Knowledge;
  readonly schoolYears: SchoolYears;
  readonly readSkolerute: ReadSkoleruteFile;
  readonly now: () => Instant;
}

/**
 * The routes under /api/school-years: the skolerute in force, and how a county corrects it. No date of a cycle moves before
 * it is regenerated.
 */
export function schoolYearRoutes({
  database,
  knowledge,
  schoolYears,
  readSkolerute,
  now,
}: SchoolYearContext) {
  const { calendars, counties } = knowledge;
  const versionOf = ({ version }: { readonly version: number }) => version;
  const asked = (params: { readonly label: string }, query: { readonly county: string }) => {
    countyOrProblem(counties, query.county, '/query/county');
    return { county: query.county, schoolYear: labelIn(params.label) };
  };
  const completed = (county: string, label: SchoolYearLabel, given: Skolerute | undefined) => {
    const complete = skoleruteOfCounty(calendars, county, label, given);
    if (!complete) throw new Error(`county ${county} has no entry in data/school-years/customs.yaml`);
    return complete;
  };
  const inForce = async (county: string, label: SchoolYearLabel): Promise<SchoolYearView> => {
    const file = givenSkolerute(calendars, county, label);
    const correction = await findCorrection(database, county, label);
    const given = correction?.skolerute ?? file;
    return viewSchoolYear(completed(county, label, given), given, file, correction);
  };
  const write = async (correction: Omit<NewCorrection, 'now'>): Promise<SchoolYearView> => {
    const isWritten = await writeCorrection(database, { ...correction, now: now() });
    const current = await inForce(correction.county, correction.schoolYear);
    if (!isWritten) {
      const detail = `The skolerute has changed: its version is now ${current.version}.`;
      throw new RequestProblem('precondition-failed', detail, [], { current });
    }
    await schoolYears.refresh();
    return current;
  };
  return [
    route({
      method: 'get',
      path: '/api/school-years/{label}',
      summary: 'Get the skolerute in force for a county and school year, with its pupil days counted',
      params: labelParams,
      query: countyQuery,
      response: schoolYearViewSchema,
      versionOf,
      handle: ({ params, query }) => {
        const { county, schoolYear } = asked(params, query);
        return inForce(county, schoolYear);
      },
    }),
    route({
      method: 'patch',
      path: '/api/school-years/{label}',
      summary:
        'Replace the whole skolerute of a county and school year; what is left out is filled in by custom',
      precondition: true,
      params: labelParams,
      query: countyQuery.extend({
        preview: z
          .enum(['true', 'false'])
          .default('false')
          .meta({ description: 'true: only lay it out and show what is wrong with it' }),
      }),
      body: correctedSkoleruteSchema,
      response: schoolYearViewSchema,
      versionOf,
      handle: async ({ params, query, body, ifMatch, caller }) => {
        const { county, schoolYear } = asked(params, query);
        const skolerute = { ...body, county, schoolYear, revised: dateAt(now(), ZONE) };
        const laidOut = layOut(completed(county, schoolYear, skolerute), skolerute);
        if (query.preview === 'true') return { ...(await inForce(county, schoolYear)), ...laidOut };
        if (laidOut.flaws.length > 0)
          throw new RequestProblem(
            'invalid-request',
            'The skolerute is not valid.',
            laidOut.flaws.map(({ field, what }) => ({ pointer: pointerOf(field), detail: what })),
          );
        return write({ county, schoolYear, skolerute, from: ifMatch, by: caller });
      },
    }),
    route({
      method: 'delete',
      path: '/api/school-years/{label}',
      summary: 'Withdraw a correction: data/school-years, or custom, applies again',
      precondition: true,
      params: labelParams,
      query: countyQuery,
      response: schoolYearViewSchema,
      versionOf,
      handle: async ({ params, query, ifMatch, caller }) => {
        const { county, schoolYear } = asked(params, query);
        if ((await inForce(county, schoolYear)).origin !== 'correction')
          throw new RequestProblem('conflict', 'The skolerute has not been corrected.');
        return write({ county, schoolYear, skolerute: null, from: ifMatch, by: caller });
      },
    }),
    route({
      method: 'post',
      path: '/api/school-years/import',
      summary:
        'Read a skolerute from YAML, CSV, iCalendar or a text; returns its contents, to be set with PATCH, and what is wrong or doubtful on which line',
      body: uploadSchema,
      bodyLimit: FILE_BODY_LIMIT,
      response: readUploadSchema,
      handle: async ({ body }) => {
        countyOrProblem(counties, body.county, '/body/county');
        const { content, ...said } = body;
        return readSkolerute({ ...said, bytes: Buffer.from(content, 'base64'), today: dateAt(now(), ZONE) });
      },
    }),
  ] as const;
}

/** `/body/daysOff/0` of `daysOff[0]`. */
function pointerOf(field: SkoleruteFlawView['field']): string {
  return `/body/${field
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .join('/')}`;
}
