import { LANGUAGES, type Language } from '../../src/language/text.js';
import type { Translate } from '../../src/language/translate.js';
import type { Locale } from '../../src/language/translator.js';

/** A text that was asked for, and the names of the values that were given to it. */
export interface AskedText {
  readonly key: string;
  readonly values: readonly string[];
}

/** The texts that something asks for when it is given a translator. */
export function askedTexts(say: (t: Translate) => unknown): AskedText[] {
  const asked: AskedText[] = [];
  say((key, values = {}) => {
    asked.push({ key, values: Object.keys(values) });
    return `⟨${key}⟩`;
  });
  return asked;
}

/**
 * What is wrong with the texts that were asked for, a sentence each: a language that has none, or has a text with a
 * value in it that is not given. One that is given `count` has a text for one and for several.
 */
export function textFlaws(
  asked: readonly AskedText[],
  locales: Readonly<Record<Language, Locale>>,
): string[] {
  const flaws = asked.flatMap(({ key, values }) =>
    LANGUAGES.flatMap((language) =>
      formsOf(key, values, locales[language]).flatMap((form) => {
        const text = textOf(locales[language], form);
        if (text === undefined) return [`${language}: ${form} is missing`];
        const named = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name as string);
        return named
          .filter((name) => !values.includes(name))
          .map((name) => `${language}: ${form} is not given {{${name}}}`);
      }),
    ),
  );
  return [...new Set(flaws)];
}

/** The keys under which a text lies: one for each number where it counts something. */
function formsOf(key: string, values: readonly string[], locale: Locale): string[] {
  const counts = values.includes('count') && textOf(locale, key) === undefined;
  return counts ? [`${key}_one`, `${key}_other`] : [key];
}

function textOf(locale: Locale, key: string): string | undefined {
  const found = key
    .split('.')
    .reduce<string | Locale | undefined>(
      (part, step) => (typeof part === 'object' && Object.hasOwn(part, step) ? part[step] : undefined),
      locale,
    );
  return typeof found === 'string' ? found : undefined;
}
