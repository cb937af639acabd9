import { addDays, type IsoDate } from '../calendar/iso-date.js';
import { labelOf, type SchoolYearLabel, schoolYearOf, startYearOf } from '../calendar/school-year-label.js';
import { type YearlyDate, yearlyDatesOf } from '../cycle/lifecycle/yearly-dates.js';
import { LEVELS } from '../task/level.js';
import { BASES } from '../task/template.js';
import { type Knowledge, schoolYearFor } from './knowledge.js';
import { givenSkolerute } from './school-year-files.js';

/** A table of texts, the first column being the name of the row. */
export interface ReportTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A source that has not been read for longer is worth reading again. */
const OLD_AFTER_DAYS = 365;

/**
 * What data/ knows and what it does not, on a day: which skoleruter there are, which dates of the present and the next school
 * year are known in each county, which are still estimates, what the templates rest on, and what has not been read for a year.
 */
export function dataReport(knowledge: Knowledge, today: IsoDate): ReportTable[] {
  const present = startYearOf(schoolYearOf(today));
  const years = [labelOf(present), labelOf(present + 1)] as const;
  return [
    skoleruter(knowledge),
    knownDates(knowledge, years),
    ...years.map((label) => estimates(knowledge, label)),
    templates(knowledge),
    oldSources(knowledge, today),
  ];
}

function skoleruter({ counties, calendars }: Knowledge): ReportTable {
  const years = [...new Set([...calendars.skoleruter.values()].map(({ schoolYear }) => schoolYear))].sort();
  return {
    title: 'skoleruter, by county and school year (custom: derived, because none is known)',
    columns: years,
    rows: counties.map(({ number, name }) => [
      `${number} ${name.nb}`,
      ...years.map((label) => {
        const skolerute = givenSkolerute(calendars, number, label);
        if (!skolerute) return 'custom';
        return skolerute.open.length > 0 ? `${skolerute.status}, parts open` : skolerute.status;
      }),
    ]),
  };
}

type Status = 'set' | 'expected' | 'estimate';

const statusOf = ({ yearDate }: YearlyDate): Status => yearDate?.status ?? 'estimate';

const datesOf = (knowledge: Knowledge, county: string, label: SchoolYearLabel) =>
  yearlyDatesOf(knowledge.templates, schoolYearFor(knowledge, county, label));

function knownDates(knowledge: Knowledge, years: readonly SchoolYearLabel[]): ReportTable {
  const STATUSES: readonly Status[] = ['set', 'expected', 'estimate'];
  return {
    title: 'dates that are set each year, by county',
    columns: years.flatMap((label) => STATUSES.map((status) => `${label} ${status}`)),
    rows: knowledge.counties.map(({ number, name }) => [
      `${number} ${name.nb}`,
      ...years.flatMap((label) => {
        const statuses = datesOf(knowledge, number, label).map(statusOf);
        return STATUSES.map((status) => String(statuses.filter((each) => each === status).length));
      }),
    ]),
  };
}

function estimates(knowledge: Knowledge, label: SchoolYearLabel): ReportTable {
  const counties = new Map<string, string[]>();
  for (const { number } of knowledge.counties) {
    for (const date of datesOf(knowledge, number, label)) {
      if (statusOf(date) === 'estimate')
        counties.set(date.template.key, [...(counties.get(date.template.key) ?? []), number]);
    }
  }
  const isAll = (numbers: readonly string[]) => numbers.length === knowledge.counties.length;
  return {
    title: `estimates for ${label}`,
    columns: ['counties'],
    rows: [...counties]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, numbers]) => [key, isAll(numbers) ? 'all' : numbers.join(' ')]),
  };
}

function templates({ templates: all }: Knowledge): ReportTable {
  return {
    title: 'task templates, by basis and level',
    columns: LEVELS,
    rows: BASES.map((basis) => [
      basis,
      ...LEVELS.map((level) =>
        String(all.filter((template) => template.basis === basis && template.level.is === level).length),
      ),
    ]),
  };
}

function oldSources({ calendars, yearDates, templates: all }: Knowledge, today: IsoDate): ReportTable {
  const known = [
    ...[...calendars.skoleruter].map(([key, { revised }]) => [`skolerute ${key}`, revised] as const),
    ...[...calendars.customs].map(([county, { revised }]) => [`customary weeks ${county}`, revised] as const),
    ...[...yearDates].flatMap(([place, dates]) =>
      [...dates].map(([key, { readOn }]) => [`date ${place} ${key}`, readOn] as const),
    ),
    ...[...new Map(all.map(({ phase, revised }) => [`templates ${phase}`, revised]))],
  ];
  return {
    title: 'not read or revised for a year',
    columns: ['since'],
    rows: known.filter(([, since]) => since < addDays(today, -OLD_AFTER_DAYS)).map((row) => [...row]),
  };
}
