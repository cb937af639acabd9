import { z } from 'zod';
import { completeSkolerute, skoleruteOnRoute } from '../calendar/complete-skolerute.js';
import { type SchoolYear, schoolYearFrom } from '../calendar/school-year.js';
import type { SchoolYearLabel } from '../calendar/school-year-label.js';
import {
  type BreakCustom,
  breakCustomSchema,
  type CompleteSkolerute,
  type Skolerute,
  skoleruteSchema,
} from '../calendar/skolerute.js';
import { skoleruteFlawSentence, skoleruteFlaws } from '../calendar/skolerute-flaws.js';
import type { YearDate } from '../calendar/year-date.js';
import { yamlFilesIn } from './data-directory.js';
import type { FlawCollector } from './flaw-collector.js';
import { fieldPath, readYaml, type YamlFile } from './yaml-file.js';

const CUSTOMS = 'customs.yaml';

const customsFileSchema = z.strictObject({
  counties: z.record(z.string().regex(/^\d{2}$/), breakCustomSchema),
});

/** What is known of school years: published skoleruter, and the customs that the rest is derived from. */
export interface SchoolCalendars {
  readonly customs: ReadonlyMap<string, BreakCustom>;
  /** By county and school year: `39 2026/2027`. */
  readonly skoleruter: ReadonlyMap<string, Skolerute>;
}

const keyOf = (county: string, label: SchoolYearLabel) => `${county} ${label}`;

/** The file of a county's skolerute for a school year. */
export function skoleruteFileOf(data: string, county: string, label: SchoolYearLabel): string {
  return `${data}/school-years/${county}-${label.replace('/', '-')}.yaml`;
}

/** Reads data/school-years; each skolerute is laid out and its pupil days counted. */
export function readSchoolCalendars(
  data: string,
  counties: readonly string[],
  flaws: FlawCollector,
): SchoolCalendars | undefined {
  const folder = `${data}/school-years`;
  const customs = flaws.attempt(() => readYaml(`${folder}/${CUSTOMS}`, customsFileSchema));
  const names = (flaws.attempt(() => yamlFilesIn(folder)) ?? []).filter(
    (name) => !name.endsWith(`/${CUSTOMS}`),
  );
  const files = names.map((name) => flaws.attempt(() => readYaml(name, skoleruteSchema)));
  if (!customs) return undefined;
  for (const county of counties) {
    if (!customs.value.counties[county]) flaws.add(customs.flaw(['counties'], `county ${county} is missing`));
  }
  for (const county of Object.keys(customs.value.counties)) {
    if (!counties.includes(county)) flaws.add(customs.flaw(['counties', county], 'is not a county'));
  }
  const calendars: SchoolCalendars = {
    customs: new Map(Object.entries(customs.value.counties)),
    skoleruter: new Map(
      files
        .filter((file) => file !== undefined)
        .map(({ value }) => [keyOf(value.county, value.schoolYear), value]),
    ),
  };
  for (const file of files) if (file) reportSkoleruteFlaws(file, data, calendars, flaws);
  return calendars;
}

function reportSkoleruteFlaws(
  file: YamlFile<Skolerute>,
  data: string,
  calendars: SchoolCalendars,
  flaws: FlawCollector,
): void {
  const { county, schoolYear } = file.value;
  if (file.file !== skoleruteFileOf(data, county, schoolYear)) {
    flaws.add(file.flaw(['county'], `county ${county} and ${schoolYear} belong in another file`));
  }
  const complete = skoleruteOfCounty(calendars, county, schoolYear, file.value);
  if (!complete) {
    flaws.add(file.flaw(['county'], `${county} is not a county`));
    return;
  }
  for (const flaw of skoleruteFlaws(complete)) {
    flaws.add(file.flaw(fieldPath(flaw.field), skoleruteFlawSentence(flaw)));
  }
  for (const key of Object.keys(file.value.routes)) {
    const onRoute = skoleruteOfCounty(calendars, county, schoolYear, skoleruteOnRoute(file.value, key));
    for (const flaw of onRoute ? skoleruteFlaws(onRoute) : [])
      flaws.add(file.flaw(['routes', key, ...fieldPath(flaw.field)], skoleruteFlawSentence(flaw)));
  }
}

/** A county's whole skolerute of a school year: what the given one says, the rest by custom. Undefined for an unknown county. */
export function skoleruteOfCounty(
  { customs }: SchoolCalendars,
  county: string,
  label: SchoolYearLabel,
  given: Skolerute | undefined,
): CompleteSkolerute | undefined {
  const custom = customs.get(county);
  return custom && completeSkolerute(county, label, { custom, given });
}

/** The skolerute that a file gives for a county's school year. */
export function givenSkolerute(
  { skoleruter }: SchoolCalendars,
  county: string,
  label: SchoolYearLabel,
): Skolerute | undefined {
  return skoleruter.get(keyOf(county, label));
}

/** What is given of a school year, in place of what the files say. */
export interface GivenSchoolYear {
  readonly skolerute?: Skolerute | undefined;
  readonly yearDates?: ReadonlyMap<string, YearDate> | undefined;
}

/** A county's school year with the dates set for it: by its skolerute where one is known, else derived by custom. Undefined for an unknown county. */
export function schoolYearOfCounty(
  calendars: SchoolCalendars,
  county: string,
  label: SchoolYearLabel,
  { skolerute = givenSkolerute(calendars, county, label), yearDates }: GivenSchoolYear = {},
): SchoolYear | undefined {
  const complete = skoleruteOfCounty(calendars, county, label, skolerute);
  if (!complete) return undefined;
  const routes = Object.entries(skolerute?.routes ?? {}).flatMap(([key, { name }]) => {
    const onRoute = skolerute && skoleruteOnRoute(skolerute, key);
    const theirs = skoleruteOfCounty(calendars, county, label, onRoute);
    return theirs ? [[key, { name, schoolYear: schoolYearFrom(theirs, { yearDates }) }] as const] : [];
  });
  return schoolYearFrom(complete, { yearDates, routes: new Map(routes) });
}
