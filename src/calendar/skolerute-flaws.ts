import { type IsoDate, isoDate, weekdayOf } from './iso-date.js';
import { type PublicHoliday, publicHolidays } from './public-holidays.js';
import { pupilDaysByMonth, schoolYearFrom } from './school-year.js';
import { startYearOf } from './school-year-label.js';
import { BREAKS, type Break, type CompleteSkolerute } from './skolerute.js';

/**
 * Pupil days of a school year: 38 weeks of five days (opplæringslova § 14-1). Publishers decide on a day more or less now and
 * then.
 */
export const PUPIL_DAYS = 190;

/** So many days more or fewer are the publisher's own choice, and said as a warning; more are a slip. */
const LEEWAY_IN_PUPIL_DAYS = 5;

/** Something wrong with a skolerute; `field` is the path of the entry in the file. */
export type SkoleruteFlaw =
  | { readonly code: 'outside-school-year'; readonly field: string; readonly date: IsoDate }
  | {
      readonly code: 'no-weekday';
      readonly field: string;
      readonly date: IsoDate;
      readonly weekday: 'sat' | 'sun';
    }
  | {
      readonly code: 'on-public-holiday';
      readonly field: string;
      readonly date: IsoDate;
      readonly holiday: PublicHoliday;
    }
  | {
      readonly code: 'ends-before-start';
      readonly field: string;
      readonly from: IsoDate;
      readonly to: IsoDate;
    }
  | { readonly code: 'overlapping-breaks'; readonly field: string; readonly other: Break }
  | { readonly code: 'break-outside-terms'; readonly field: string }
  | {
      readonly code: 'day-off-in-break';
      readonly field: string;
      readonly date: IsoDate;
      readonly break: Break;
    }
  | { readonly code: 'wrong-pupil-days'; readonly field: 'pupilDays'; readonly counted: number }
  | {
      readonly code: 'wrong-month';
      readonly field: string;
      readonly month: string;
      readonly published: number;
      readonly counted: number;
    };

function dayFlaws(field: string, date: IsoDate, mustBeSchoolDay: boolean): SkoleruteFlaw[] {
  const weekday = weekdayOf(date);
  if (weekday === 'sat' || weekday === 'sun') return [{ code: 'no-weekday', field, date, weekday }];
  const holiday = publicHolidays(Number(date.slice(0, 4))).get(date);
  return mustBeSchoolDay && holiday ? [{ code: 'on-public-holiday', field, date, holiday }] : [];
}

/** Everything that is wrong with a skolerute; empty when it can be laid out as a school year of about 190 pupil days. */
export function skoleruteFlaws(skolerute: CompleteSkolerute): SkoleruteFlaw[] {
  const startYear = startYearOf(skolerute.schoolYear);
  const [first, last] = [isoDate(`${startYear}-08-01`), isoDate(`${startYear + 1}-07-31`)];
  const singles: [string, IsoDate][] = [
    ['first-school-day', skolerute['first-school-day']],
    ['last-school-day', skolerute['last-school-day']],
    ...skolerute.daysOff.map((date, index): [string, IsoDate] => [`daysOff[${index}]`, date]),
    ...skolerute.planningDays.map((date, index): [string, IsoDate] => [`planningDays[${index}]`, date]),
  ];
  const edges = BREAKS.flatMap((name): [string, IsoDate][] => [
    [`${name}.from`, skolerute[name].from],
    [`${name}.to`, skolerute[name].to],
  ]);

  const flaws: SkoleruteFlaw[] = [...singles, ...edges]
    .filter(([, date]) => date < first || date > last)
    .map(([field, date]) => ({ code: 'outside-school-year', field, date }));
  if (skolerute['last-school-day'] <= skolerute['first-school-day']) {
    flaws.push({
      code: 'ends-before-start',
      field: 'last-school-day',
      from: skolerute['first-school-day'],
      to: skolerute['last-school-day'],
    });
  }
  for (const [field, date] of singles) flaws.push(...dayFlaws(field, date, field.endsWith('-school-day')));
  flaws.push(...breakFlaws(skolerute));
  return flaws.length > 0 ? flaws : countFlaws(skolerute);
}

/** A count of pupil days other than 190 that is the publisher's to decide. */
export interface SkoleruteWarning {
  readonly code: 'other-pupil-days';
  readonly field: 'pupilDays';
  readonly counted: number;
}

/** What is unusual in a skolerute that is free of flaws (see `skoleruteFlaws`). */
export function skoleruteWarnings(skolerute: CompleteSkolerute): SkoleruteWarning[] {
  const counted = schoolYearFrom(skolerute).schoolDays.length;
  return counted === PUPIL_DAYS ? [] : [{ code: 'other-pupil-days', field: 'pupilDays', counted }];
}

function breakFlaws(skolerute: CompleteSkolerute): SkoleruteFlaw[] {
  const flaws: SkoleruteFlaw[] = [];
  BREAKS.forEach((name, index) => {
    const { from, to } = skolerute[name];
    if (to < from) flaws.push({ code: 'ends-before-start', field: name, from, to });
    if (from <= skolerute['first-school-day'] || to >= skolerute['last-school-day']) {
      flaws.push({ code: 'break-outside-terms', field: name });
    }
    for (const other of BREAKS.slice(index + 1)) {
      if (from <= skolerute[other].to && skolerute[other].from <= to) {
        flaws.push({ code: 'overlapping-breaks', field: name, other });
      }
    }
    skolerute.daysOff.forEach((date, position) => {
      if (date >= from && date <= to) {
        flaws.push({ code: 'day-off-in-break', field: `daysOff[${position}]`, date, break: name });
      }
    });
  });
  return flaws;
}

function countFlaws(skolerute: CompleteSkolerute): SkoleruteFlaw[] {
  const schoolYear = schoolYearFrom(skolerute);
  const counted = pupilDaysByMonth(schoolYear);
  const flaws: SkoleruteFlaw[] = Object.entries(skolerute.pupilDays ?? {})
    .filter(([month, published]) => published !== (counted.get(month) ?? 0))
    .map(([month, published]) => ({
      code: 'wrong-month',
      field: `pupilDays.${month}`,
      month,
      published,
      counted: counted.get(month) ?? 0,
    }));
  const total = schoolYear.schoolDays.length;
  if (Math.abs(total - PUPIL_DAYS) > LEEWAY_IN_PUPIL_DAYS)
    flaws.push({ code: 'wrong-pupil-days', field: 'pupilDays', counted: total });
  return flaws;
}

/** The flaw or warning as an English sentence that follows the name of its field. */
export function skoleruteFlawSentence(flaw: SkoleruteFlaw | SkoleruteWarning): string {
  switch (flaw.code) {
    case 'outside-school-year':
      return `${flaw.date} is outside the school year (1 August to 31 July)`;
    case 'no-weekday':
      return `${flaw.date} is a ${flaw.weekday === 'sat' ? 'Saturday' : 'Sunday'}`;
    case 'on-public-holiday':
      return `${flaw.date} is a public holiday (${flaw.holiday})`;
    case 'ends-before-start':
      return `ends (${flaw.to}) before it starts (${flaw.from})`;
    case 'overlapping-breaks':
      return `overlaps ${flaw.other}`;
    case 'break-outside-terms':
      return 'is not between the first and the last school day';
    case 'day-off-in-break':
      return `${flaw.date} is already off: it lies in ${flaw.break}`;
    case 'wrong-pupil-days':
    case 'other-pupil-days':
      return `the dates give ${flaw.counted} pupil days; a school year has ${PUPIL_DAYS}`;
    case 'wrong-month':
      return `the publisher counts ${flaw.published} pupil days in ${flaw.month}; the dates give ${flaw.counted}`;
    default:
      return flaw satisfies never;
  }
}
