import type { IsoDate } from '../../../../calendar/iso-date.js';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import type { Translate } from '../../../../language/translate.js';

/** Days on which the schools are closed to pupils, under one name. */
export interface DaysOff {
  readonly kind: 'break' | 'holiday' | 'planning';
  readonly name: string;
  readonly from: IsoDate;
  /** The last day, included. */
  readonly to: IsoDate;
}

/** Breaks, public holidays and planning days of a school year, by date. */
export function daysOffOf(
  { breaks, holidays, planningDays }: Pick<CycleView['schoolYear'], 'breaks' | 'holidays' | 'planningDays'>,
  t: Translate,
): DaysOff[] {
  return [
    ...breaks.map(({ name, from, to }) => ({ kind: 'break', name, from, to }) as const),
    ...holidays.map(({ name, date }) => ({ kind: 'holiday', name, from: date, to: date }) as const),
    ...planningDays.map(
      (date) => ({ kind: 'planning', name: t('day.planning-day'), from: date, to: date }) as const,
    ),
  ].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** What kind of day it is; a public holiday takes precedence over the break around it. */
export function dayOffOn(daysOff: readonly DaysOff[], date: IsoDate): DaysOff | undefined {
  const those = daysOff.filter(({ from, to }) => from <= date && date <= to);
  return those.find(({ kind }) => kind === 'holiday') ?? those[0];
}

/** The days off that overlap the period. */
export function daysOffWithin(daysOff: readonly DaysOff[], from: IsoDate, to: IsoDate): DaysOff[] {
  return daysOff.filter((each) => each.from <= to && each.to >= from);
}
