import { z } from 'zod';
import { ANCHORS, ROLLS } from './anchors-and-rolls.js';
import { WEEKDAYS } from './iso-date.js';

const roll = z.enum(ROLLS);
const weekday = z.enum(WEEKDAYS);
const step = z.int().min(-366).max(366);
const nth = z.union([z.int().min(1).max(5), z.int().min(-5).max(-1)]);
const edge = z.enum(['start', 'end']).default('start');

export const offsetSchema = z.union([
  z.strictObject({ days: step }),
  z.strictObject({ weeks: z.int().min(-52).max(52) }),
  z.strictObject({ schoolDays: step }),
]);

export type Offset = z.infer<typeof offsetSchema>;

export const templateKeySchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'is not a key: lower case letters, digits and hyphens, starting with a letter',
  );

const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isMonthDay(text: string): boolean {
  const match = /^(\d{2})-(\d{2})$/.exec(text);
  const lastDay = DAYS_OF_MONTH[Number(match?.[1]) - 1];
  const day = Number(match?.[2]);
  return lastDay !== undefined && day >= 1 && day <= lastDay;
}

const monthDay = z.string().refine(isMonthDay, { error: 'is not a day of the year; write it as MM-DD' });

/** A fixed day of the year, `MM-DD`. */
const fixedDayRule = z.strictObject({ date: monthDay, roll });
/** A weekday of an ISO week; weeks that the school year has twice mean the first. */
const weekdayRule = z.strictObject({ week: z.int().min(1).max(53), day: weekday, roll });
/** The nth weekday of a month, counted from its end when negative. */
const nthWeekdayRule = z.strictObject({ nth, day: weekday, month: z.int().min(1).max(12), roll });
/** A place of the school year, plus an offset. */
const anchorRule = z.strictObject({ anchor: z.enum(ANCHORS), edge, plus: offsetSchema.optional(), roll });
/** The start or end of another template's date, plus an offset. */
const templateRule = z.strictObject({
  template: templateKeySchema,
  edge,
  plus: offsetSchema.optional(),
  roll,
});

export const pointRuleSchema = z.union([fixedDayRule, weekdayRule, nthWeekdayRule, anchorRule, templateRule]);

export type PointRule = z.infer<typeof pointRuleSchema>;

/** From the day of one rule to the day of another, both included. */
const periodRule = z.strictObject({ from: pointRuleSchema, to: pointRuleSchema });

export const repeatSchema = z.union([
  z.strictObject({ weeks: z.int().min(1).max(26), on: weekday }),
  z.strictObject({ months: z.int().min(1).max(6), nth, on: weekday }),
]);

export type Repeat = z.infer<typeof repeatSchema>;

/** A day that comes back between two rules; days that are no school days are left out. */
const recurrenceRule = z.strictObject({ repeat: repeatSchema, from: pointRuleSchema, to: pointRuleSchema });

/** Says when, without naming a year. */
export const dateRuleSchema = z.union([...pointRuleSchema.options, periodRule, recurrenceRule]);

export type DateRule = z.infer<typeof dateRuleSchema>;
export type RecurrenceRule = z.infer<typeof recurrenceRule>;

/** The point rules that a rule is made of. */
export function pointsOf(rule: DateRule): PointRule[] {
  return 'from' in rule ? [rule.from, rule.to] : [rule];
}

/** The keys of the templates that a rule refers to. */
export function referencesOf(rule: DateRule): string[] {
  return pointsOf(rule).flatMap((point) => ('template' in point ? [point.template] : []));
}
