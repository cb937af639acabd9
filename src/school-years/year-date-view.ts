import { z } from 'zod';
import { isoDateSchema } from '../calendar/iso-date-schema.js';
import type { SchoolYear } from '../calendar/school-year.js';
import { AUTHORITIES } from '../calendar/year-date.js';
import { yearlyDatesOf } from '../cycle/lifecycle/yearly-dates.js';
import type { Knowledge } from '../datafiles/knowledge.js';
import { inLanguage, type Language } from '../language/text.js';
import { kindSchema } from '../task/template.js';
import type { OwnYearDate } from './own-year-date.js';

/** A date that is set anew each year, as it applies to a county and school year. */
export const yearDateViewSchema = z
  .object({
    template: z.string().meta({ description: 'The key of the template that it dates' }),
    title: z.string(),
    kind: kindSchema,
    by: z.enum(AUTHORITIES).meta({ description: 'Who sets it each year' }),
    start: isoDateSchema.nullable().meta({ description: 'Null when not even the rule gives a date' }),
    end: isoDateSchema.nullable(),
    status: z
      .enum(['set', 'expected', 'estimate'])
      .meta({ description: 'estimate: not known for this year, and given by the rule' }),
    origin: z
      .enum(['county', 'data', 'rule'])
      .meta({ description: 'Whether the county has set it here, it is in data/dates, or the rule gives it' }),
    source: z
      .object({ page: z.string(), note: z.string().optional() })
      .nullable()
      .meta({ description: 'Where it was read; null for an estimate' }),
    changed: z
      .object({ who: z.string(), at: z.string().meta({ format: 'date-time' }) })
      .nullable()
      .meta({ description: 'Who of the county last set it or took it back, and when' }),
    version: z.int().min(0).meta({ description: 'How often the county has set it or taken it back' }),
  })
  .meta({ id: 'DateOfYear' });

export type YearDateView = z.infer<typeof yearDateViewSchema>;

/** The dates of a county's school year that are set each year, in order of day, in a language. */
export function viewYearDates(
  { templates }: Pick<Knowledge, 'templates'>,
  schoolYear: SchoolYear,
  own: readonly OwnYearDate[],
  language: Language,
): YearDateView[] {
  const byTemplate = new Map(own.map((each) => [each.template, each]));
  return yearlyDatesOf(templates, schoolYear).map(({ template, yearDate, days }) => {
    const ofCounty = byTemplate.get(template.key);
    return {
      template: template.key,
      title: inLanguage(template.title, language),
      kind: template.kind,
      by: template.setEachYear,
      start: days?.start ?? null,
      end: days?.end ?? null,
      status: yearDate?.status ?? 'estimate',
      origin: yearDate === null ? 'rule' : ofCounty?.yearDate ? 'county' : 'data',
      source: yearDate?.source ?? null,
      changed: ofCounty ? { who: ofCounty.who, at: ofCounty.at } : null,
      version: ofCounty?.version ?? 0,
    };
  });
}
