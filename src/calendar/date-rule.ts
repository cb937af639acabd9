import { z } from 'zod';
import { withRuleKind } from './inferred-kind.js';
import {
  kindOfPoint,
  POINT_SCHEMAS,
  type PointRule,
  type Reference,
  type SkoleruteDependency,
} from './point-rules.js';
import { repeatSchema } from './rule-parts.js';

const pointRuleSchema = z.discriminatedUnion('kind', POINT_SCHEMAS);

/** From the day of one rule to the day of another, both included. */
const periodRule = z.strictObject({ kind: z.literal('period'), from: pointRuleSchema, to: pointRuleSchema });

/** A day that recurs between two rules; days that are not school days are left out. */
const recurrenceRule = z.strictObject({
  kind: z.literal('recurrence'),
  repeat: repeatSchema,
  from: pointRuleSchema,
  to: pointRuleSchema,
});

/** Says when, without naming a year. A rule without a kind, as the version before wrote them, is given its kind. */
export const dateRuleSchema = z
  .preprocess(withRuleKind, z.discriminatedUnion('kind', [...POINT_SCHEMAS, periodRule, recurrenceRule]))
  .meta({ description: 'In a request `kind` may be left out: it is then inferred from the other keys' });

export type DateRule = z.infer<typeof dateRuleSchema>;
export type RuleKind = DateRule['kind'];
export type RecurrenceRule = z.infer<typeof recurrenceRule>;

/** The point rules that a rule consists of, each with the field that holds it; null for the rule itself. */
function pointsOf(rule: DateRule): { readonly point: PointRule; readonly field: 'from' | 'to' | null }[] {
  if (rule.kind !== 'period' && rule.kind !== 'recurrence') return [{ point: rule, field: null }];
  return [
    { point: rule.from, field: 'from' },
    { point: rule.to, field: 'to' },
  ];
}

/** The templates that a rule refers to, each with the path of the reference within the rule. */
export function referencesOf(
  rule: DateRule,
): { readonly key: Reference['key']; readonly path: readonly string[] }[] {
  return pointsOf(rule).flatMap(({ point, field }) =>
    kindOfPoint(point)
      .refersTo(point)
      .map((reference) => ({
        key: reference.key,
        path: field === null ? [reference.field] : [field, reference.field],
      })),
  );
}

/** The parts of a skolerute on which the days of a rule depend, apart from other templates that it refers to. */
export function skoleruteDependenciesOf(rule: DateRule): ReadonlySet<SkoleruteDependency> {
  const rests = pointsOf(rule).flatMap(({ point }): readonly SkoleruteDependency[] => [
    ...kindOfPoint(point).restsOn(point),
    ...(point.roll.endsWith('school-day') ? (['school-days'] as const) : []),
  ]);
  return new Set(rule.kind === 'recurrence' ? [...rests, 'school-days'] : rests);
}
