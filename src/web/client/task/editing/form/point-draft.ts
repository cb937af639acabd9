import type { Anchor, Roll } from '../../../../../calendar/anchors-and-rolls.js';
import { countOf } from '../../../../../calendar/describe.js';
import type { Weekday } from '../../../../../calendar/iso-date.js';
import type { PointKind, PointRule, PointRuleOf } from '../../../../../calendar/point-rules.js';
import type { Offset } from '../../../../../calendar/rule-parts.js';
import type { Translate } from '../../../../../language/translate.js';

export type OffsetUnit = Offset['kind'];

/** The units of an offset in the order offered, each with the largest number that a rule may have. */
const MOST_STEPS: Readonly<Record<OffsetUnit, number>> = {
  days: 366,
  weeks: 52,
  schoolDays: 366,
  workingDays: 366,
};

export const OFFSET_UNITS = Object.keys(MOST_STEPS) as OffsetUnit[];

/** The draft of a one-day rule: values of other kinds are kept, and numbers may be half typed. */
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

export const BLANK_POINT: PointDraft = {
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

/** Anchors that last several days: their start differs from their end. */
export const LASTING: readonly Anchor[] = ['autumn-break', 'christmas-break', 'winter-break', 'easter-break'];

/** How a kind of rule is edited in the form: its fields are in `point-fields.tsx`. */
interface DraftKind<Rule extends PointRule> {
  /** The fields of a draft that hold a rule. */
  readonly draft: (rule: Rule) => Partial<PointDraft>;
  /** The rule of a draft; undefined while a part is missing or not a number. */
  readonly rule: (draft: PointDraft) => Rule | undefined;
  /** The day in words, such as "mandag i uke 48", without what it rolls to. */
  readonly words: (draft: PointDraft, t: Translate, titleOf: (key: string) => string) => string;
}

/** The kinds of one-day rules, in the order offered. */
const DRAFTS: { readonly [Kind in PointKind]: DraftKind<PointRuleOf<Kind>> } = {
  'fixed-day': {
    draft: ({ date }) => {
      const [month, day] = date.split('-').map(Number);
      return { month: String(month), dayOfMonth: String(day) };
    },
    rule: ({ month, dayOfMonth, roll }) => {
      const parts = [whole(month, 1, 12), whole(dayOfMonth, 1, 31)];
      if (parts.includes(undefined)) return undefined;
      return { kind: 'fixed-day', date: parts.map(twoDigits).join('-'), roll };
    },
    words: ({ dayOfMonth, month }, t) =>
      t('work.editing.words-fixed-day', { day: dayOfMonth, month: t(`month.${month}`) }),
  },
  'weekday-of-week': {
    draft: ({ week, day }) => ({ week: String(week), weekday: day }),
    rule: ({ week: text, weekday: day, roll }) => {
      const week = whole(text, 1, 53);
      return week === undefined ? undefined : { kind: 'weekday-of-week', week, day, roll };
    },
    words: ({ weekday, week }, t) =>
      t('work.editing.words-weekday-of-week', { day: t(`weekday.${weekday}`), week }),
  },
  'nth-weekday': {
    draft: ({ nth, day, month }) => ({ nth: String(nth), weekday: day, month: String(month) }),
    rule: ({ nth, weekday: day, month, roll }) => ({
      kind: 'nth-weekday',
      nth: Number(nth),
      day,
      month: Number(month),
      roll,
    }),
    words: ({ nth, weekday, month }, t) =>
      t('work.editing.words-nth-weekday', {
        nth: t(`nth.${nth}`),
        day: t(`weekday.${weekday}`),
        month: t(`month.${month}`),
      }),
  },
  anchor: {
    draft: ({ anchor, edge, plus }) => ({
      anchor,
      edge: LASTING.includes(anchor) ? edge : 'start',
      ...shiftOf(plus),
    }),
    rule: (draft) => {
      const plus = offsetOf(draft);
      const { anchor, edge, roll } = draft;
      return plus && { kind: 'anchor', anchor, edge, ...plus, roll };
    },
    words: (draft, t) => shiftedWords(draft, t(`anchor.${draft.anchor}.${draft.edge}`), t),
  },
  template: {
    draft: ({ template, edge, plus }) => ({ template, edge, ...shiftOf(plus) }),
    rule: (draft) => {
      const plus = offsetOf(draft);
      const { template, edge, roll } = draft;
      return template === '' ? undefined : plus && { kind: 'template', template, edge, ...plus, roll };
    },
    words: (draft, t, titleOf) => {
      const title = titleOf(draft.template);
      return shiftedWords(
        draft,
        t('work.editing.words-template', { edge: t(`edge.${draft.edge}`), title }),
        t,
      );
    },
  },
};

export const POINT_KINDS = Object.keys(DRAFTS) as PointKind[];

/** The draft of an existing one-day rule. */
export function pointDraftOf<Kind extends PointKind>(rule: PointRuleOf<Kind>): PointDraft {
  const { kind, roll } = rule;
  return { ...BLANK_POINT, kind, roll, ...DRAFTS[kind as Kind].draft(rule) };
}

/** The rule of a draft; undefined while a part is missing or not a number. */
export function pointOf(draft: PointDraft): PointRule | undefined {
  return DRAFTS[draft.kind].rule(draft);
}

/** A one-day rule in words, such as "2 uker etter: Første skoledag". */
export function pointWords(point: PointDraft, t: Translate, titleOf: (key: string) => string): string {
  const day = DRAFTS[point.kind].words(point, t, titleOf);
  const { roll } = point;
  return roll === 'none' ? day : `${day} (${t('work.editing.roll-to', { day: t(`roll.${roll}`) })})`;
}

function shiftedWords({ shift, unit, count }: PointDraft, day: string, t: Translate): string {
  return shift === 'none' ? day : `${t(`offset.${unit}.${shift}`, { count: Number(count) })}: ${day}`;
}

function shiftOf(offset: Offset | undefined): Pick<PointDraft, 'shift' | 'count' | 'unit'> {
  const steps = offset ? countOf(offset) : 0;
  const shift = steps === 0 ? 'none' : steps < 0 ? 'before' : 'after';
  return { shift, count: String(Math.abs(steps) || 1), unit: offset?.kind ?? 'weeks' };
}

/** The offset of a rule, none when the day is not shifted; undefined while the number is missing. */
function offsetOf({ shift, count, unit }: PointDraft): { readonly plus?: Offset } | undefined {
  if (shift === 'none') return {};
  const steps = whole(count, 0, MOST_STEPS[unit]);
  if (steps === undefined) return undefined;
  return { plus: { kind: unit, [unit]: shift === 'before' ? -steps : steps } as Offset };
}

const twoDigits = (value: number | undefined) => String(value).padStart(2, '0');

function whole(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}
