import { type Resolution, resolve } from '../../calendar/resolve.js';
import type { SchoolYear } from '../../calendar/school-year.js';
import { type TaskTemplate, yearDateOf } from '../../task/template.js';

/**
 * The dates of every template in a school year, by its key; each is resolved once, those that others refer to first. The
 * templates must be free of circles (checked on load).
 */
export function resolveAll(
  templates: readonly TaskTemplate[],
  schoolYear: SchoolYear,
): Map<string, Resolution> {
  const byKey = new Map(templates.map((template) => [template.key, template]));
  const resolved = new Map<string, Resolution>();
  const resolveKey = (key: string): Resolution | undefined => {
    const known = resolved.get(key);
    if (known) return known;
    const template = byKey.get(key);
    if (!template) return undefined;
    const resolution = resolve(template.rule, schoolYear, resolveKey, yearDateOf(template, schoolYear));
    resolved.set(key, resolution);
    return resolution;
  };
  for (const { key } of templates) resolveKey(key);
  return resolved;
}
