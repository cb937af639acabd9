import type { IsoDate } from '../../../../calendar/iso-date.js';
import type { SaidSkolerute } from '../../../../school-years/correction.js';
import type { LaidOut } from '../../../../school-years/school-year-view.js';

/** The breaks, in the order of the school year. */
export const BREAK_NAMES = ['autumn-break', 'christmas-break', 'winter-break', 'easter-break'] as const;

export type BreakName = (typeof BREAK_NAMES)[number];

/** What stands in the form; an empty date is left to custom. */
export interface SkoleruteValues {
  readonly status: 'official' | 'provisional';
  readonly page: string;
  readonly note: string;
  readonly first: string;
  readonly last: string;
  readonly breaks: Readonly<Record<BreakName, { readonly from: string; readonly to: string }>>;
  readonly daysOff: readonly string[];
  readonly planningDays: readonly string[];
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
  };
}

/** What is sent of a form: the parts that have a date. The publisher's own counts do not come along, for they are of what it published. */
export function saidOf(values: SkoleruteValues): SaidSkolerute {
  const { status, first, last, breaks, daysOff, planningDays } = values;
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
    daysOff: daysOff.map(date),
    planningDays: planningDays.map(date),
  };
}

/** The part of the form that a flaw is about: `winter-break` of `winter-break.from`. */
export function partOf(field: string): string {
  return field.split(/[.[]/)[0] ?? '';
}
