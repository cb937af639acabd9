import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeSkolerute, skoleruteOnRoute } from '../../src/calendar/complete-skolerute.js';
import { datesOnRoutes, resolve } from '../../src/calendar/resolve.js';
import { schoolYearFrom } from '../../src/calendar/school-year.js';
import { skoleruteSchema } from '../../src/calendar/skolerute.js';
import { anyRule, anySchoolYear, derivedSchoolYear } from './samples.js';

const NAME = { nb: 'en annen', nn: 'ei anna', en: 'another' };

describe('the dates of a rule on the routes of a school year', () => {
  it('are those of the rule in the school year of the route, and are listed only where they differ', () => {
    const anyYears = fc
      .tuple(anySchoolYear, fc.integer({ min: 39, max: 42 }), fc.integer({ min: 7, max: 10 }))
      .map(([own, autumnWeek, winterWeek]) => {
        const other = derivedSchoolYear(own.startYear, autumnWeek, winterWeek);
        return { own: { ...own, routes: new Map([['other', { name: NAME, schoolYear: other }]]) }, other };
      });
    fc.assert(
      fc.property(anyRule, anyYears, (rule, { own, other }) => {
        const [here, there] = [resolve(rule, own), resolve(rule, other)];
        fc.pre(here.kind === 'dated');
        if (here.kind !== 'dated') return;
        for (const occurrence of here.occurrences) {
          const dates = datesOnRoutes(occurrence, own, (schoolYear) => resolve(rule, schoolYear));
          const like =
            there.kind === 'dated'
              ? there.occurrences.find(({ slot }) => slot === occurrence.slot)
              : undefined;
          const differs = like && (like.start !== occurrence.start || like.end !== occurrence.end);
          expect(dates).toEqual(
            differs ? [{ route: 'other', name: NAME, start: like.start, end: like.end }] : [],
          );
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a skolerute on a route', () => {
  const given = skoleruteSchema.parse({
    county: '46',
    schoolYear: '2026/2027',
    status: 'official',
    revised: '2026-11-28',
    source: { page: 'lovdata.no' },
    open: ['winter-break', 'last-school-day'],
    'winter-break': { from: '2027-02-22', to: '2027-02-26' },
    daysOff: ['2026-11-06'],
    pupilDays: { '2027-03': 17 },
    routes: { nine: { name: NAME, 'winter-break': { from: '2027-03-01', to: '2027-03-05' } } },
  });

  it('has what the route says and the rest as the county has it', () => {
    const onRoute = skoleruteOnRoute(given, 'nine');
    expect(onRoute['winter-break']).toEqual({ from: '2027-03-01', to: '2027-03-05' });
    expect(onRoute.daysOff).toEqual(['2026-11-06']);
    // What the route says is decided, and the county's counts are not of it.
    expect(onRoute.open).toEqual(['last-school-day']);
    expect(onRoute.pupilDays).toBeUndefined();
    expect(skoleruteOnRoute(given, 'nothing')).toBe(given);
  });

  it('is laid out as any other', () => {
    const custom = {
      revised: given.revised,
      autumnWeek: 41,
      winterWeek: 8,
      autumnFrom: 'mon',
      winterFrom: 'mon',
      basis: 'customary',
      source: 'custom',
    } as const;
    const complete = completeSkolerute('46', given.schoolYear, {
      custom,
      given: skoleruteOnRoute(given, 'nine'),
    });
    expect(schoolYearFrom(complete).schoolDays).not.toContain('2027-03-03');
  });

  it('is refused when its key or a part is none', () => {
    const withRoute = (key: string, route: object) =>
      skoleruteSchema.safeParse({ ...given, routes: { [key]: { name: NAME, ...route } } }).success;
    expect(withRoute('nine', { 'winter-break': { from: '2027-03-01', to: '2027-03-05' } })).toBe(true);
    expect(withRoute('Uke 9', {})).toBe(false);
    expect(withRoute('nine', { vinterferie: '2027-03-01' })).toBe(false);
    expect(withRoute('nine', { 'winter-break': { from: '2027-03-01' } })).toBe(false);
  });
});
