import { z } from 'zod';
import { ROLLS } from './anchors-and-rolls.js';
import { WEEKDAYS } from './iso-date.js';

export const rollSchema = z.enum(ROLLS);

export const weekdaySchema = z.enum(WEEKDAYS);

/** Which of the weekdays of a month, from its end when negative. */
export const nthSchema = z.union([z.int().min(1).max(5), z.int().min(-5).max(-1)]);

export const monthSchema = z.int().min(1).max(12);

/** Of what lasts, the first or the last day. */
export const edgeSchema = z.enum(['start', 'end']).default('start');

export const templateKeySchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'is not a key: lower case letters, digits and hyphens, starting with a letter',
  );

const step = z.int().min(-366).max(366);

/** How far after a day, before it when negative. */
export const offsetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('days'), days: step }),
  z.strictObject({ kind: z.literal('weeks'), weeks: z.int().min(-52).max(52) }),
  z.strictObject({ kind: z.literal('schoolDays'), schoolDays: step }),
  z.strictObject({ kind: z.literal('workingDays'), workingDays: step }),
]);

export type Offset = z.infer<typeof offsetSchema>;

/** How often a day recurs. */
export const repeatSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('weeks'), weeks: z.int().min(1).max(26), on: weekdaySchema }),
  z.strictObject({
    kind: z.literal('months'),
    months: z.int().min(1).max(6),
    nth: nthSchema,
    on: weekdaySchema,
  }),
]);

export type Repeat = z.infer<typeof repeatSchema>;
