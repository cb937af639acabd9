import { z } from 'zod';
import { LANGUAGES, type Language } from '../language/text.js';
import type { Locale } from '../language/translator.js';
import type { FlawCollector } from './flaw-collector.js';
import { type FieldPath, readYaml, type YamlFile } from './yaml-file.js';

const localeSchema: z.ZodType<Locale> = z.record(
  z.string(),
  z.union([z.string().min(1), z.lazy(() => localeSchema)]),
);

/** Reads data/locales; a key or a `{{value}}` that one language has and another has not is a flaw. */
export function readLocales(
  data: string,
  flaws: FlawCollector,
): Readonly<Record<Language, Locale>> | undefined {
  const files = LANGUAGES.map((language) =>
    flaws.attempt(() => readYaml(`${data}/locales/${language}.yaml`, localeSchema)),
  );
  const [nb, nn, en] = files;
  if (!nb || !nn || !en) return undefined;
  for (const [one, other] of [
    [nb, nn],
    [nb, en],
    [nn, nb],
    [en, nb],
  ] as const) {
    reportMissing(one, other, flaws);
  }
  return { nb: nb.value, nn: nn.value, en: en.value };
}

function reportMissing(one: YamlFile<Locale>, other: YamlFile<Locale>, flaws: FlawCollector): void {
  const otherTexts = new Map(textsOf(other.value));
  for (const [name, text] of textsOf(one.value)) {
    const translated = otherTexts.get(name);
    const path: FieldPath = name.split('.');
    if (translated === undefined) flaws.add(other.flaw(path, `is missing; ${one.file} has it`));
    else if (valuesIn(text) !== valuesIn(translated)) {
      flaws.add(
        other.flaw(
          path,
          `has other {{values}} than ${one.file}: ${valuesIn(translated)}, not ${valuesIn(text)}`,
        ),
      );
    }
  }
}

const valuesIn = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort().join(' ');

function textsOf(locale: Locale, prefix = ''): [string, string][] {
  return Object.entries(locale).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : textsOf(value, `${prefix}${key}.`),
  );
}
