import { type DateRule, referencesOf, skoleruteDependenciesOf } from '../../calendar/date-rule.js';
import type { Reason } from '../../calendar/reason.js';
import type { SchoolYear } from '../../calendar/school-year.js';
import { type TaskTemplate, yearDateOf } from '../../task/template.js';

/** Returns why the date of a template is uncertain; nothing when it is not, or is set or expected for the year. */
export type Uncertainty = (template: TaskTemplate) => readonly Reason[];

/**
 * Why dates may still change in a school year: when the skolerute is decided, for a rule that counts from a provisional part of
 * it, or counts or rolls by school days in a year with such parts; and when an authority sets the date of the year, for the
 * template itself or one that its rule refers to. A date that is set for the year is certain.
 */
export function uncertaintyIn(templates: readonly TaskTemplate[], schoolYear: SchoolYear): Uncertainty {
  const byKey = new Map(templates.map((template) => [template.key, template]));
  const known = new Map<string, readonly Reason[]>();
  const reasonsOf = (template: TaskTemplate): readonly Reason[] => {
    const reasons = known.get(template.key) ?? found(template);
    known.set(template.key, reasons);
    return reasons;
  };
  const found = (template: TaskTemplate): readonly Reason[] => {
    const { rule, setEachYear: by } = template;
    if (yearDateOf(template, schoolYear)?.status === 'set') return [];
    if (by !== undefined) return [{ kind: 'estimate', template: null, by }];
    const ofOthers = referencesOf(rule).flatMap((reference) => {
      const other = byKey.get(reference.key);
      return other ? reasonsOf(other).map((reason) => seenFrom(reason, reference.key)) : [];
    });
    return dependsOnSkolerute(rule, schoolYear) ? [...ofOthers, provisionalIn(schoolYear)] : ofOthers;
  };
  return (template) => {
    // Of a date that is expected, its own reason says so.
    if (yearDateOf(template, schoolYear)) return [];
    const reasons = reasonsOf(template);
    const skolerute = reasons.some(({ kind }) => kind === 'provisional') ? [provisionalIn(schoolYear)] : [];
    return [...reasons.filter(({ kind }) => kind === 'estimate').slice(0, 1), ...skolerute];
  };
}

/** The reason of a template that a rule refers to, as that rule's reason. */
function seenFrom(reason: Reason, key: string): Reason {
  return reason.kind === 'estimate' ? { ...reason, template: reason.template ?? key } : reason;
}

const provisionalIn = ({ provisional }: SchoolYear): Reason => ({ kind: 'provisional', parts: provisional });

function dependsOnSkolerute(rule: DateRule, { provisional }: SchoolYear): boolean {
  if (provisional.length === 0) return false;
  const rests = skoleruteDependenciesOf(rule);
  return rests.has('school-days') || provisional.some((part) => rests.has(part));
}
