import type { IsoDate } from '../../calendar/iso-date.js';
import type { SchoolYear } from '../../calendar/school-year.js';
import type { YearDate } from '../../calendar/year-date.js';
import { inCounty, type TaskTemplate, yearDateOf } from '../../task/template.js';
import { resolveAll } from './resolve-all.js';

/** The date in a school year of a template whose date is set anew each year. */
export interface YearlyDate {
  readonly template: TaskTemplate & { readonly setEachYear: NonNullable<TaskTemplate['setEachYear']> };
  /** What has been set or is expected for the year; null where the rule gives an estimate. */
  readonly yearDate: YearDate | null;
  /** The days that apply; null where the rule gives none. */
  readonly days: { readonly start: IsoDate; readonly end: IsoDate } | null;
}

/** The dates of a school year that are set each year, known or estimated, in order of day. */
export function yearlyDatesOf(all: readonly TaskTemplate[], schoolYear: SchoolYear): YearlyDate[] {
  const templates = all.map((template) => inCounty(template, schoolYear.county));
  const resolved = resolveAll(templates, schoolYear);
  const dates = templates.filter(isSetEachYear).map((template): YearlyDate => {
    const resolution = resolved.get(template.key);
    const days = resolution?.kind === 'dated' ? resolution.occurrences[0] : null;
    return {
      template,
      yearDate: yearDateOf(template, schoolYear) ?? null,
      days: days && { start: days.start, end: days.end },
    };
  });
  const order = ({ days, template }: YearlyDate) => `${days?.start ?? '9999'} ${template.key}`;
  return dates.sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

const isSetEachYear = (template: TaskTemplate): template is YearlyDate['template'] =>
  template.setEachYear !== undefined;
