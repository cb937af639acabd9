import type { IsoDate } from '../calendar/iso-date.js';
import type { NoDateReason } from '../calendar/reason.js';

/** What is wrong with a change; `field` is the name of the offending field. */
export type EditFlaw =
  | { readonly code: 'date-and-rule'; readonly field: 'rule' }
  | { readonly code: 'no-date'; readonly field: 'start' }
  | { readonly code: 'outside-school-year'; readonly field: 'start' | 'end'; readonly date: IsoDate }
  | {
      readonly code: 'end-before-start';
      readonly field: 'end';
      readonly start: IsoDate;
      readonly end: IsoDate;
    }
  | { readonly code: 'end-time-before-start'; readonly field: 'endTime' }
  | { readonly code: 'end-time-without-start'; readonly field: 'endTime' }
  | { readonly code: 'skipped-time'; readonly field: 'startTime' | 'endTime'; readonly date: IsoDate }
  | { readonly code: 'unknown-unit'; readonly field: 'unitId' | 'layer'; readonly id: string }
  | { readonly code: 'rule-repeats'; readonly field: 'rule' }
  | { readonly code: 'rule-of-itself'; readonly field: 'rule' }
  | { readonly code: 'rule-without-date'; readonly field: 'rule'; readonly reason: NoDateReason }
  | { readonly code: 'unknown-partner'; readonly field: 'partners'; readonly id: string }
  | { readonly code: 'unknown-measure'; readonly field: 'measures'; readonly id: string }
  | { readonly code: 'cooperation-without-partner'; readonly field: 'partners' };

/** The flaw in English, as a phrase that follows the name of its field. */
export function editFlawSentence(flaw: EditFlaw): string {
  switch (flaw.code) {
    case 'date-and-rule':
      return 'cannot be given together with a date';
    case 'no-date':
      return 'is missing: give a start or a rule';
    case 'outside-school-year':
      return `${flaw.date} is outside the school year of the cycle`;
    case 'end-before-start':
      return `${flaw.end} is before the start, ${flaw.start}`;
    case 'end-time-before-start':
      return 'is not after the start';
    case 'end-time-without-start':
      return 'requires a startTime';
    case 'skipped-time':
      return `is left out on ${flaw.date}, when summer time begins`;
    case 'unknown-unit':
      return `${flaw.id} is not a unit of the county`;
    case 'rule-repeats':
      return 'repeats, but a task has only one date';
    case 'rule-of-itself':
      return 'refers to the task that it dates';
    case 'rule-without-date':
      return `gives no date in this school year: ${flaw.reason.kind}`;
    case 'unknown-partner':
      return `${flaw.id} is not a partner in the framework`;
    case 'unknown-measure':
      return `${flaw.id} is not a focus area, responsibility or county measure`;
    case 'cooperation-without-partner':
      return 'is empty: a cooperation task needs a partner';
    default:
      return flaw satisfies never;
  }
}
