import { referencesOf } from '../calendar/date-rule.js';
import { type TaskTemplate, templatesFileSchema } from '../task/template.js';
import { yamlFilesIn } from './data-directory.js';
import type { FlawCollector } from './flaw-collector.js';
import { PARTNER, SERVABLE } from './framework-files.js';
import { type FieldPath, readYaml, type YamlFile } from './yaml-file.js';

interface Placed {
  readonly template: TaskTemplate;
  readonly file: YamlFile<unknown>;
  readonly path: FieldPath;
}

/** Reads data/cycle; the framework must have been read with the same collector, so that references can be judged. */
export function readTemplates(
  data: string,
  counties: readonly string[],
  flaws: FlawCollector,
): readonly TaskTemplate[] | undefined {
  const names = flaws.attempt(() => yamlFilesIn(`${data}/cycle`)) ?? [];
  const files = names.map((name) => flaws.attempt(() => readYaml(name, templatesFileSchema)));
  const readable = files.filter((file) => file !== undefined);
  const placed: Placed[] = readable.flatMap((file) =>
    file.value.templates.map((template, i) => ({
      template: { ...template, phase: file.value.phase, revised: file.value.revised },
      file,
      path: ['templates', i],
    })),
  );
  for (const { template, file, path } of placed)
    flaws.declare('template', template.key, file, [...path, 'key']);
  if (readable.length < files.length) return undefined;

  for (const { template, file, path } of placed) {
    template.serves.forEach((id, i) => {
      flaws.refer(SERVABLE, id, file, [...path, 'serves', i]);
    });
    template.partners.forEach((id, i) => {
      flaws.refer(PARTNER, id, file, [...path, 'partners', i]);
      // Schools do work with other schools; a county has one school owner and one follow-up service.
      if (id === template.actor && id !== 'school')
        flaws.add(file.flaw([...path, 'partners', i], `${id} is the actor itself`));
    });
    for (const county of Object.keys(template.counties ?? {}))
      if (!counties.includes(county))
        flaws.add(file.flaw([...path, 'counties', county], `${county} is not a county`));
    for (const reference of referencesIn(template))
      flaws.refer(['template'], reference.key, file, [...path, ...reference.path]);
  }
  reportCircles(placed, flaws);
  return placed.map(({ template }) => template);
}

/** The templates that the rule and those of counties refer to, each with its path within the template. */
function referencesIn({
  rule,
  counties = {},
}: TaskTemplate): { readonly key: string; readonly path: FieldPath }[] {
  const rules = [
    { rule, at: ['rule'] },
    ...Object.entries(counties).map(([county, own]) => ({
      rule: own.rule,
      at: ['counties', county, 'rule'],
    })),
  ];
  return rules.flatMap(({ rule: each, at }) =>
    referencesOf(each).map(({ key, path }) => ({ key, path: [...at, ...path] })),
  );
}

/** A rule that refers to itself, at once or through others, is reported once, at the first template of the circle. */
function reportCircles(placed: readonly Placed[], flaws: FlawCollector): void {
  const byKey = new Map(placed.map((entry) => [entry.template.key, entry]));
  const done = new Set<string>();
  const visit = (entry: Placed, trail: readonly string[]): void => {
    const { key } = entry.template;
    for (const reference of referencesIn(entry.template)) {
      const seen = [...trail, key];
      const start = seen.indexOf(reference.key);
      const next = byKey.get(reference.key);
      if (start >= 0) {
        const circle = [...seen.slice(start), reference.key].join(' → ');
        flaws.add(entry.file.flaw([...entry.path, ...reference.path], `refers to itself: ${circle}`));
      } else if (next && !done.has(reference.key)) {
        visit(next, seen);
      }
    }
    done.add(key);
  };
  for (const entry of placed) if (!done.has(entry.template.key)) visit(entry, []);
}
