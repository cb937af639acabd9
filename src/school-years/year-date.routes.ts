import { z } from 'zod';
import type { Instant } from '../calendar/iso-date.js';
import { type YEAR_DATE_FLAWS, yearDateFlaw } from '../calendar/year-date.js';
import type { Database } from '../database/database.js';
import type { Knowledge } from '../datafiles/knowledge.js';
import { daysOfYearDate } from '../datafiles/year-date-schema.js';
import { countyOrProblem } from '../framework/known-county.js';
import type { Language } from '../language/text.js';
import { RequestProblem } from '../routing/problem.js';
import { route } from '../routing/route.js';
import { type OwnYearDate, ownYearDateSchema } from './own-year-date.js';
import { type NewYearDate, ownYearDatesOf, writeYearDate } from './own-year-date.store.js';
import { countyQuery, labelIn, labelParams } from './school-year-requests.js';
import type { SchoolYears } from './school-years.js';
import { viewYearDates, type YearDateView, yearDateViewSchema } from './year-date-view.js';

const dateParams = labelParams.extend({
  template: z.string().meta({ description: 'The key of a template whose date is set each year' }),
});

/** Which field a flaw is of, and what it says. */
const FLAWS: Readonly<Record<(typeof YEAR_DATE_FLAWS)[number], string>> = {
  'outside-school-year': 'lies outside the school year',
  'ends-before-start': 'ends before it starts',
  'more-than-a-day': 'is a period, but a deadline has one day',
};

export interface YearDateContext {
  readonly database: Database;
  readonly knowledge: Knowledge;
  readonly schoolYears: SchoolYears;
  readonly now: () => Instant;
}

/**
 * The routes under /api/school-years/{label}/dates: the dates that are set anew each year, and how a county sets its own. No
 * date of a cycle moves before it is regenerated.
 */
export function yearDateRoutes({ database, knowledge, schoolYears, now }: YearDateContext) {
  const versionOf = ({ version }: { readonly version: number }) => version;
  type Place = Pick<OwnYearDate, 'county' | 'schoolYear'>;
  const asked = (params: { readonly label: string }, query: { readonly county: string }): Place => {
    countyOrProblem(knowledge.counties, query.county, '/query/county');
    return { county: query.county, schoolYear: labelIn(params.label) };
  };
  const inForce = async ({ county, schoolYear }: Place, language: Language): Promise<YearDateView[]> => {
    const own = await ownYearDatesOf(database, county, schoolYear);
    // What this instance goes by may be half a second old; what is shown is not.
    return viewYearDates(knowledge, schoolYears.withDates(county, schoolYear, own), own, language);
  };
  const dateOrProblem = async (place: Place, template: string, language: Language): Promise<YearDateView> => {
    const found = (await inForce(place, language)).find((each) => each.template === template);
    if (found) return found;
    throw new RequestProblem('not-found', `No template with the key ${template} is dated anew each year.`);
  };
  const write = async (date: Omit<NewYearDate, 'now'>, language: Language): Promise<YearDateView> => {
    const isWritten = await writeYearDate(database, { ...date, now: now() });
    const current = await dateOrProblem(date, date.template, language);
    if (!isWritten) {
      const detail = `The date has changed: its version is now ${current.version}.`;
      throw new RequestProblem('precondition-failed', detail, [], { current });
    }
    await schoolYears.refresh();
    return current;
  };
  return [
    route({
      method: 'get',
      path: '/api/school-years/{label}/dates',
      summary:
        'List the dates that are set anew each year, as far as they are known for a county and school year',
      params: labelParams,
      query: countyQuery,
      response: z.array(yearDateViewSchema),
      handle: ({ params, query, language }) => inForce(asked(params, query), language),
    }),
    route({
      method: 'patch',
      path: '/api/school-years/{label}/dates/{template}',
      summary: 'Set the date of a school year for a county, with its source',
      precondition: true,
      params: dateParams,
      query: countyQuery,
      body: ownYearDateSchema,
      response: yearDateViewSchema,
      versionOf,
      handle: async ({ params, query, body, ifMatch, caller, language }) => {
        const place = asked(params, query);
        const { kind } = await dateOrProblem(place, params.template, language);
        const flaw = yearDateFlaw(daysOfYearDate(body.date), place.schoolYear, kind === 'deadline');
        if (flaw)
          throw new RequestProblem('invalid-request', 'The date is not valid.', [
            { pointer: '/body/date', detail: FLAWS[flaw] },
          ]);
        const { template } = params;
        return write({ ...place, template, fields: body, from: ifMatch, by: caller }, language);
      },
    }),
    route({
      method: 'delete',
      path: '/api/school-years/{label}/dates/{template}',
      summary: 'Withdraw a date that the county has set: data/dates, or the rule, applies again',
      precondition: true,
      params: dateParams,
      query: countyQuery,
      response: yearDateViewSchema,
      versionOf,
      handle: async ({ params, query, ifMatch, caller, language }) => {
        const place = asked(params, query);
        const { origin } = await dateOrProblem(place, params.template, language);
        if (origin !== 'county') throw new RequestProblem('conflict', 'The county has not set this date.');
        const { template } = params;
        return write({ ...place, template, fields: null, from: ifMatch, by: caller }, language);
      },
    }),
  ] as const;
}
