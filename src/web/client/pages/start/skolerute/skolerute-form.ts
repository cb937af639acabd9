import { type IsoDate, isIsoDate } from '../../../../../calendar/iso-date.js';
import type { SkolerutePart } from '../../../../../calendar/skolerute.js';
import type { CorrectedSkolerute } from '../../../../../school-years/correction.js';
import type { LaidOut, SchoolYearView } from '../../../../../school-years/school-year-view.js';
import { sameJson } from '../../../../../task/same-json.js';

/** The breaks, in the order of the school year. */
export const BREAK_NAMES = ['autumn-break', 'christmas-break', 'winter-break', 'easter-break'] as const;

export type BreakName = (typeof BREAK_NAMES)[number];

/** The parts that a county may leave to each school. */
export const PARTS = [
  'first-school-day',
  ...BREAK_NAMES,
  'last-school-day',
] as const satisfies readonly SkolerutePart[];

/** The lists of single days. */
export const DAY_LISTS = ['daysOff', 'planningDays'] as const;

export type DayListName = (typeof DAY_LISTS)[number];

/** The content of the form; an empty date is derived from custom. */
export interface SkoleruteValues {
  readonly status: 'official' | 'provisional';
  readonly page: string;
  readonly note: string;
  readonly first: string;
  readonly last: string;
  readonly breaks: Readonly<Record<BreakName, { readonly from: string; readonly to: string }>>;
  readonly daysOff: readonly string[];
  readonly planningDays: readonly string[];
  /** What each school sets for itself. */
  readonly open: readonly SkolerutePart[];
  /** The other routes in the county, which the form leaves as they are. */
  readonly routes: LaidOut['routes'];
  /** The day being typed for each list. */
  readonly next: Readonly<Record<DayListName, string>>;
}

/** A form with the skolerute that it began with. */
export interface SkoleruteDraft {
  readonly version: number;
  readonly before: SkoleruteValues;
  readonly values: SkoleruteValues;
}

/** The name under which a draft is kept. */
export function draftName({ county, schoolYear }: Pick<SchoolYearView, 'county' | 'schoolYear'>): string {
  return `draft of skolerute ${county} ${schoolYear}`;
}

/** A draft in which nothing has been typed. */
export function draftOf(schoolYear: SchoolYearView): SkoleruteDraft {
  const values = valuesOf(schoolYear);
  return { version: schoolYear.version, before: values, values };
}

/** The form of a skolerute as it is. */
export function valuesOf(laidOut: LaidOut): SkoleruteValues {
  const { said, source } = laidOut;
  return {
    status: said,
    page: source.page === 'customary' ? '' : source.page,
    note: source.note ?? '',
    first: laidOut['first-school-day'],
    last: laidOut['last-school-day'],
    breaks: {
      'autumn-break': laidOut['autumn-break'],
      'christmas-break': laidOut['christmas-break'],
      'winter-break': laidOut['winter-break'],
      'easter-break': laidOut['easter-break'],
    },
    daysOff: laidOut.daysOff,
    planningDays: laidOut.planningDays,
    open: laidOut.open,
    routes: laidOut.routes,
    next: { daysOff: '', planningDays: '' },
  };
}

/** What is sent of a form: the parts that have a date. The publisher's own counts do not come along, for they are of what it published. */
export function saidOf(values: SkoleruteValues): CorrectedSkolerute {
  const { status, first, last, breaks } = values;
  const note = values.note.trim();
  const date = (text: string) => text as IsoDate;
  return {
    status,
    source: { page: values.page.trim(), ...(note !== '' && { note }) },
    ...(first !== '' && { 'first-school-day': date(first) }),
    ...Object.fromEntries(
      BREAK_NAMES.filter((name) => breaks[name].from !== '' && breaks[name].to !== '').map((name) => [
        name,
        breaks[name],
      ]),
    ),
    ...(last !== '' && { 'last-school-day': date(last) }),
    daysOff: withNext(values, 'daysOff').map(date),
    planningDays: withNext(values, 'planningDays').map(date),
    open: [...values.open],
    routes: values.routes,
  };
}

/** The days of a list in order, with the one that has been typed. */
export function withNext(values: SkoleruteValues, name: DayListName): readonly string[] {
  const next = values.next[name];
  return isIsoDate(next) ? [...new Set([...values[name], next])].sort() : values[name];
}

/** The breaks of which only one end is given. */
export function halfBreaks({ breaks }: SkoleruteValues): BreakName[] {
  return BREAK_NAMES.filter((name) => (breaks[name].from === '') !== (breaks[name].to === ''));
}

/** A draft after somebody else's correction: what was typed stays, what was not touched is as it is now. */
export function rebased({ before, values }: SkoleruteDraft, current: SchoolYearView): SkoleruteDraft {
  const now = valuesOf(current);
  const breaks = untouchedFrom(values.breaks, before.breaks, now.breaks);
  const merged = { ...untouchedFrom(values, before, now), breaks };
  return { version: current.version, before: now, values: merged };
}

function untouchedFrom<T extends object>(typed: T, before: T, now: T): T {
  const names = Object.keys(now) as (keyof T)[];
  const untouched = names.filter((name) => sameJson(typed[name], before[name]));
  return { ...typed, ...Object.fromEntries(untouched.map((name) => [name, now[name]])) };
}

/** The part of the form that a flaw is about: `winter-break` of `winter-break.from`. */
export function partOf(field: string): string {
  return field.split(/[.[]/)[0] ?? '';
}
