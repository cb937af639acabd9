import type { Anchor, Roll } from '../../../../../calendar/anchors-and-rolls.js';
import type { DateRule, Offset, PointRule } from '../../../../../calendar/date-rule.js';
import type { Weekday } from '../../../../../calendar/iso-date.js';

/** The ways to name a day without naming a year, in the order in which they are offered. */
export const POINT_KINDS = ['fixed-day', 'weekday-of-week', 'nth-weekday', 'anchor', 'template'] as const;

export type PointKind = (typeof POINT_KINDS)[number];

export const OFFSET_UNITS = ['days', 'weeks', 'schoolDays'] as const;

export type OffsetUnit = (typeof OFFSET_UNITS)[number];

/** A rule of one day as it is being written: what belongs to another kind is kept, numbers may be half typed. */
export interface PointDraft {
  readonly kind: PointKind;
  readonly dayOfMonth: string;
  readonly month: string;
  readonly week: string;
  readonly weekday: Weekday;
  readonly nth: string;
  readonly anchor: Anchor;
  readonly template: string;
  /** Of an anchor or template. */
  readonly edge: 'start' | 'end';
  readonly shift: 'none' | 'before' | 'after';
  readonly count: string;
  readonly unit: OffsetUnit;
  readonly roll: Roll;
}

/** A rule as it is being written: of one day, or from one to another. */
export interface RuleDraft {
  readonly span: 'day' | 'period';
  readonly from: PointDraft;
  readonly to: PointDraft;
}

const BLANK: PointDraft = {
  kind: 'fixed-day',
  dayOfMonth: '',
  month: '8',
  week: '',
  weekday: 'mon',
  nth: '1',
  anchor: 'school-start',
  template: '',
  edge: 'start',
  shift: 'none',
  count: '1',
  unit: 'weeks',
  roll: 'next-school-day',
};

/** Places of the school year that last: their start is another day than their end. */
export const LASTING: readonly Anchor[] = ['autumn-break', 'christmas-break', 'winter-break', 'easter-break'];

/** A rule to begin with: that of a fixed day, `YYYY-MM-DD`, where there is one. */
export function newRule(date: string): RuleDraft {
  const from: PointDraft =
    date === ''
      ? BLANK
      : { ...BLANK, dayOfMonth: String(Number(date.slice(8))), month: String(Number(date.slice(5, 7))) };
  return { span: 'day', from, to: from };
}

/** A rule to be changed; undefined for one that repeats, which no single task has to itself. */
export function draftOf(rule: DateRule): RuleDraft | undefined {
  if ('repeat' in rule) return undefined;
  if ('from' in rule) return { span: 'period', from: pointDraftOf(rule.from), to: pointDraftOf(rule.to) };
  const from = pointDraftOf(rule);
  return { span: 'day', from, to: from };
}

function pointDraftOf(rule: PointRule): PointDraft {
  const draft = { ...BLANK, roll: rule.roll };
  if ('date' in rule) {
    const [month, day] = rule.date.split('-').map(Number);
    return { ...draft, kind: 'fixed-day', month: String(month), dayOfMonth: String(day) };
  }
  if ('week' in rule)
    return { ...draft, kind: 'weekday-of-week', week: String(rule.week), weekday: rule.day };
  if ('nth' in rule) {
    const { nth, day, month } = rule;
    return { ...draft, kind: 'nth-weekday', nth: String(nth), weekday: day, month: String(month) };
  }
  const shifted = { ...draft, ...shiftOf(rule.plus), edge: rule.edge };
  if ('template' in rule) return { ...shifted, kind: 'template', template: rule.template };
  const edge = LASTING.includes(rule.anchor) ? rule.edge : 'start';
  return { ...shifted, kind: 'anchor', anchor: rule.anchor, edge };
}

function shiftOf(offset: Offset | undefined): Pick<PointDraft, 'shift' | 'count' | 'unit'> {
  const [unit, steps] = Object.entries(offset ?? { weeks: 0 })[0] as [OffsetUnit, number];
  const shift = steps === 0 ? 'none' : steps < 0 ? 'before' : 'after';
  return { shift, count: String(Math.abs(steps) || 1), unit };
}

/** The rule that a draft says; undefined while a part of it is missing or no number. */
export function ruleOf({ span, from, to }: RuleDraft): DateRule | undefined {
  const first = pointOf(from);
  if (span === 'day' || !first) return first;
  const last = pointOf(to);
  return last && { from: first, to: last };
}

function pointOf(draft: PointDraft): PointRule | undefined {
  const { kind, roll, weekday: day, edge } = draft;
  switch (kind) {
    case 'fixed-day': {
      const [month, dayOfMonth] = [whole(draft.month, 1, 12), whole(draft.dayOfMonth, 1, 31)];
      if (month === undefined || dayOfMonth === undefined) return undefined;
      return { date: `${twoDigits(month)}-${twoDigits(dayOfMonth)}`, roll };
    }
    case 'weekday-of-week': {
      const week = whole(draft.week, 1, 53);
      return week === undefined ? undefined : { week, day, roll };
    }
    case 'nth-weekday':
      return { nth: Number(draft.nth), day, month: Number(draft.month), roll };
    case 'anchor':
    case 'template': {
      const plus = offsetOf(draft);
      if (plus === undefined || (kind === 'template' && draft.template === '')) return undefined;
      const rest = { edge, ...(plus !== null && { plus }), roll };
      return kind === 'anchor' ? { anchor: draft.anchor, ...rest } : { template: draft.template, ...rest };
    }
    default:
      return kind satisfies never;
  }
}

/** Null for none, undefined while the number is missing. */
function offsetOf({ shift, count, unit }: PointDraft): Offset | null | undefined {
  if (shift === 'none') return null;
  const most = unit === 'weeks' ? 52 : 366;
  const steps = whole(count, 0, most);
  if (steps === undefined) return undefined;
  const signed = shift === 'before' ? -steps : steps;
  return { [unit]: signed } as Offset;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

function whole(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}
