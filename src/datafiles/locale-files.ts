import { existsSync, readdirSync } from 'node:fs';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../language/text.js';
import type { Locale } from '../language/translator.js';
import type { FlawCollector } from './flaw-collector.js';
import { type FieldPath, readYaml, type YamlFile } from './yaml-file.js';

const localeSchema: z.ZodType<Locale> = z.record(
  z.string(),
  z.union([z.string().min(1), z.lazy(() => localeSchema)]),
);

type Texts = Readonly<Record<Language, Locale>>;

/**
 * Reads data/locales: the texts for everybody, and those for people who work with cycles, one file for each section and
 * language in data/locales/workbench, under the keys `work.<section>.…`. A key or a `{{value}}` that some language lacks is a
 * flaw.
 */
export function readLocales(data: string, flaws: FlawCollector): Texts | undefined {
  const everybody = readTexts(`${data}/locales`, '', flaws);
  const sections = sectionsIn(`${data}/locales/workbench`).map(
    (section) => [section, readTexts(`${data}/locales/workbench`, `${section}.`, flaws)] as const,
  );
  if (!everybody) return undefined;
  const whole = (language: Language): Locale => ({
    ...everybody[language],
    work: Object.fromEntries(
      sections.flatMap(([section, texts]) => (texts ? [[section, texts[language]]] : [])),
    ),
  });
  return { nb: whole('nb'), nn: whole('nn'), en: whole('en') };
}

/** The sections of a folder, each named by the file of its bokmål texts. */
function sectionsIn(folder: string): string[] {
  const ending = '.nb.yaml';
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
}

/** The same texts in each language, from the files of a folder that begin alike. */
function readTexts(folder: string, beginning: string, flaws: FlawCollector): Texts | undefined {
  const files = LANGUAGES.map((language) =>
    flaws.attempt(() => readYaml(`${folder}/${beginning}${language}.yaml`, localeSchema)),
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
    if (translated === undefined) flaws.add(other.flaw(path, `is missing here but present in ${one.file}`));
    else if (valuesIn(text) !== valuesIn(translated)) {
      flaws.add(
        other.flaw(
          path,
          `has {{values}} that differ from ${one.file}: ${valuesIn(translated)}, not ${valuesIn(text)}`,
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
