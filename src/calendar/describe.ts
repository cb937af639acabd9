import { inLanguage, type Language } from '../language/text.js';
import type { Translate } from '../language/translate.js';
import { type IsoDate, monthOf, weekdayOf } from './iso-date.js';
import type { Every, NoDateReason, Reason } from './reason.js';
import type { Offset, Repeat } from './rule-parts.js';
import type { DayKind } from './school-year.js';

/** Wording of dates and reasons in one language. */
export interface Wording {
  readonly t: Translate;
  /** The title of a template in the same language. */
  readonly templateTitle: (key: string) => string;
}

/** The same with the language by its name, for what is written in several. */
export interface ReasonWording extends Wording {
  readonly language: Language;
}

/** "mandag 1. mars 2027". The names are the project's own, so that no machine's locale data changes a byte. */
export function longDate(date: IsoDate, t: Translate): string {
  return t('date.long', {
    weekday: t(`weekday.${weekdayOf(date)}`),
    day: Number(date.slice(8)),
    month: t(`month.${monthOf(date)}`),
    year: date.slice(0, 4),
  });
}

/** "1. mars 2027". */
export function shortDate(date: IsoDate, t: Translate): string {
  return t('date.short', {
    day: Number(date.slice(8)),
    month: t(`month.${monthOf(date)}`),
    year: date.slice(0, 4),
  });
}

/** "mandag 16. november 2026", or with the last day of a period after it. */
function describePeriod(
  { start, end }: { readonly start: IsoDate; readonly end: IsoDate },
  t: Translate,
): string {
  return start === end
    ? longDate(start, t)
    : t('date.period', { from: longDate(start, t), to: longDate(end, t) });
}

/** What kind of day it is, as a phrase that follows "it is": "en lørdag", "Kristi himmelfartsdag", "vinterferie". */
export function describeDay(date: IsoDate, is: DayKind, t: Translate): string {
  switch (is.kind) {
    case 'public-holiday':
      return t(`holiday.${is.holiday}`);
    case 'break':
      return t(`break.${is.break}`);
    case 'weekend':
      return t('day.weekend', { weekday: t(`weekday.${weekdayOf(date)}`) });
    case 'school-day':
    case 'planning-day':
    case 'day-off':
    case 'summer':
      return t(`day.${is.kind}`);
    default:
      return is satisfies never;
  }
}

function describeOffset(offset: Offset, t: Translate): string {
  const count = countOf(offset);
  return t(`offset.${offset.kind}.${count < 0 ? 'before' : 'after'}`, { count: Math.abs(count) });
}

/** How many steps of its kind an offset takes; negative for those before. */
export function countOf(offset: Offset): number {
  switch (offset.kind) {
    case 'days':
      return offset.days;
    case 'weeks':
      return offset.weeks;
    case 'schoolDays':
      return offset.schoolDays;
    case 'workingDays':
      return offset.workingDays;
    default:
      return offset satisfies never;
  }
}

function describeEvery(repeats: Every<Repeat>, t: Translate): string {
  const day = t(`weekday.${repeats.on}`);
  return repeats.every === 'weeks'
    ? t('repeat.weeks', { count: repeats.weeks, day })
    : t('repeat.months', { count: repeats.months, nth: t(`nth.${repeats.nth}`), day });
}

/** One reason as a sentence. */
export function describeReason(reason: Reason, wording: ReasonWording): string {
  const sentence = reasonText(reason, wording);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function reasonText(reason: Reason, { t, templateTitle, language }: ReasonWording): string {
  const on = (date: IsoDate) => longDate(date, t);
  switch (reason.kind) {
    case 'fixed-day':
      return t('reason.fixed-day', { date: on(reason.date) });
    case 'weekday-of-week':
      return t('reason.weekday-of-week', {
        week: reason.week,
        day: t(`weekday.${reason.day}`),
        date: shortDate(reason.date, t),
      });
    case 'nth-weekday':
      return t('reason.nth-weekday', {
        nth: t(`nth.${reason.nth}`),
        day: t(`weekday.${reason.day}`),
        month: t(`month.${reason.month}`),
        date: shortDate(reason.date, t),
      });
    case 'anchor':
      return t('reason.anchor', {
        anchor: t(`anchor.${reason.anchor}.${reason.edge}`),
        date: on(reason.date),
      });
    case 'template':
      return t('reason.template', {
        edge: t(`edge.${reason.edge}`),
        title: templateTitle(reason.template),
        date: on(reason.date),
      });
    case 'offset':
      return t('reason.offset', { offset: describeOffset(reason.offset, t), date: on(reason.date) });
    case 'rolled':
      return t('reason.rolled', {
        from: shortDate(reason.from, t),
        is: describeDay(reason.from, reason.because, t),
        roll: t(`roll.${reason.roll}`),
        date: on(reason.date),
      });
    case 'not-moved':
      return t('reason.not-moved', {
        weekday: t(`weekday.${weekdayOf(reason.date)}`),
        is: t(reason.is.kind === 'school-day' ? 'day.school-day' : 'day.working-day'),
      });
    case 'repeats':
      return t('reason.repeats', {
        every: describeEvery(reason, t),
        from: shortDate(reason.from, t),
        to: shortDate(reason.to, t),
      });
    case 'left-out':
      return t('reason.left-out', { date: on(reason.date), is: describeDay(reason.date, reason.because, t) });
    case 'moved-to-school-day':
      return t('reason.moved-to-school-day', {
        from: shortDate(reason.from, t),
        is: describeDay(reason.from, reason.because, t),
        date: on(reason.date),
      });
    case 'moved-by-hand':
      return t('reason.moved-by-hand', { from: shortDate(reason.from, t), date: on(reason.date) });
    case 'imported':
      return t('reason.imported', { date: on(reason.date) });
    case 'own-date':
      return t('reason.own-date', { from: shortDate(reason.from, t), date: on(reason.date) });
    case 'own-route':
      return t('reason.own-route', {
        route: inLanguage(reason.name, language),
        from: shortDate(reason.from, t),
        date: on(reason.date),
      });
    case 'same-place':
      return t('reason.same-place', { from: shortDate(reason.from, t), date: on(reason.date) });
    case 'set-by-hand':
      return t('reason.set-by-hand', { date: on(reason.date) });
    case 'year-date':
      return t(`reason.year-date.${reason.status}`, {
        by: t(`authority.${reason.by}`),
        schoolYear: reason.schoolYear,
        dates: describePeriod(reason, t),
      });
    case 'estimate':
      return reason.template === null
        ? t('reason.estimate', { by: t(`authority.${reason.by}`) })
        : t('reason.estimate-of', {
            by: t(`authority.${reason.by}`),
            title: templateTitle(reason.template),
          });
    case 'provisional':
      return t('reason.provisional');
    default:
      return reason satisfies never;
  }
}

/** Why a rule has no date, as a sentence. */
export function describeNoDate(reason: NoDateReason, { t, templateTitle }: Wording): string {
  switch (reason.kind) {
    case 'no-such-day':
      return t('no-date.no-such-day', {
        day: Number(reason.date.slice(3)),
        month: t(`month.${Number(reason.date.slice(0, 2))}`),
        year: reason.year,
      });
    case 'no-such-week':
      return t('no-date.no-such-week', { week: reason.week, day: t(`weekday.${reason.day}`) });
    case 'no-such-nth-weekday':
      return t('no-date.no-such-nth-weekday', {
        nth: t(`nth.${reason.nth}`),
        day: t(`weekday.${reason.day}`),
        month: t(`month.${reason.month}`),
      });
    case 'outside-school-year':
      return t('no-date.outside-school-year', {
        offset: describeOffset(reason.offset, t),
        date: shortDate(reason.after, t),
      });
    case 'nothing-to-roll-to':
      return t('no-date.nothing-to-roll-to', {
        roll: t(`roll.${reason.roll}`),
        date: shortDate(reason.date, t),
      });
    case 'reference-has-no-date':
      return t('no-date.reference-has-no-date', { title: templateTitle(reason.template) });
    case 'ends-before-start':
      return t('no-date.ends-before-start', { from: shortDate(reason.from, t), to: shortDate(reason.to, t) });
    case 'never-repeats':
      return t('no-date.never-repeats', { from: shortDate(reason.from, t), to: shortDate(reason.to, t) });
    default:
      return reason satisfies never;
  }
}
