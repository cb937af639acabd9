import { existsSync } from 'node:fs';
import { z } from 'zod';
import { isoDateSchema } from '../calendar/iso-date-schema.js';
import { type SchoolYearLabel, schoolYearLabelSchema } from '../calendar/school-year-label.js';
import { AUTHORITIES, type YEAR_DATE_FLAWS, type YearDate, yearDateFlaw } from '../calendar/year-date.js';
import { sourceSchema, type TaskTemplate } from '../task/template.js';
import { yamlFilesIn } from './data-directory.js';
import type { FlawCollector } from './flaw-collector.js';
import { type FieldPath, readYaml } from './yaml-file.js';
import { daysOfYearDate, yearDateSchema } from './year-date-schema.js';

/** What one source says of the dates of one school year, for the whole country or for one county. */
const yearDatesFileSchema = z.strictObject({
  schoolYear: schoolYearLabelSchema,
  county: z
    .string()
    .regex(/^\d{2}$/, 'is not a county number of two digits')
    .optional(),
  by: z.enum(AUTHORITIES),
  source: sourceSchema,
  readOn: isoDateSchema,
  /** By the key of the template that each dates. */
  dates: z.record(z.string(), yearDateSchema),
});

/** The dates that authorities have set, by school year, then by county (null for all), then by template. */
export type YearDates = ReadonlyMap<string, ReadonlyMap<string, YearDate>>;

const keyOf = (label: SchoolYearLabel, county: string | null) => `${label} ${county ?? 'all'}`;

const SENTENCES: Readonly<Record<(typeof YEAR_DATE_FLAWS)[number], string>> = {
  'outside-school-year': 'lies outside the school year',
  'ends-before-start': 'ends before it starts',
  'more-than-a-day': 'is a period, but the template is a deadline, which has one day',
};

/** Reads data/dates; a folder without it knows of no dates. The templates must have been read with the same collector. */
export function readYearDates(
  data: string,
  counties: readonly string[],
  templates: readonly TaskTemplate[],
  flaws: FlawCollector,
): YearDates {
  const folder = `${data}/dates`;
  const names = existsSync(folder) ? (flaws.attempt(() => yamlFilesIn(folder)) ?? []) : [];
  const byKey = new Map(templates.map((template) => [template.key, template]));
  const known = new Map<string, Map<string, YearDate>>();
  for (const name of names) {
    const file = flaws.attempt(() => readYaml(name, yearDatesFileSchema));
    if (!file) continue;
    const { schoolYear, county, by, source, readOn, dates } = file.value;
    if (county !== undefined && !counties.includes(county))
      flaws.add(file.flaw(['county'], `${county} is not a county`));
    const place = keyOf(schoolYear, county ?? null);
    const ofPlace = known.get(place) ?? new Map<string, YearDate>();
    known.set(place, ofPlace);
    for (const [key, written] of Object.entries(dates)) {
      const path: FieldPath = ['dates', key];
      const days = daysOfYearDate(written);
      flaws.declare('date of the year', `${place} ${key}`, file, path);
      const template = byKey.get(key);
      const flaw = template && yearDateFlaw(days, schoolYear, template.kind === 'deadline');
      if (!template) flaws.add(file.flaw(path, `${key} is not a known template`));
      else if (template.setEachYear === undefined)
        flaws.add(file.flaw(path, `${key} is not set anew each year: its template has no setEachYear`));
      else if (flaw) flaws.add(file.flaw(path, SENTENCES[flaw]));
      ofPlace.set(key, { ...days, status: written.status, by, source, readOn });
    }
  }
  return known;
}

/** The dates known for a county's school year: its own before those of the whole country. */
export function yearDatesOf(
  known: YearDates,
  county: string,
  label: SchoolYearLabel,
): ReadonlyMap<string, YearDate> {
  return new Map([...(known.get(keyOf(label, null)) ?? []), ...(known.get(keyOf(label, county)) ?? [])]);
}
