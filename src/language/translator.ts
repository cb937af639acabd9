import { createInstance } from 'i18next';
import { memoized } from './memoized.js';
import type { Language } from './text.js';
import type { Translate } from './translate.js';

/** A tree of texts by key, as data/locales holds them. */
export interface Locale {
  readonly [key: string]: string | Locale;
}

/** Makes one translator per language. Values are not HTML-escaped: that is done where HTML is written. */
export function translators(
  locales: Readonly<Record<Language, Locale>>,
): Readonly<Record<Language, Translate>> {
  const i18n = createInstance();
  void i18n.init({
    initAsync: false,
    fallbackLng: false,
    supportedLngs: Object.keys(locales),
    resources: Object.fromEntries(
      Object.entries(locales).map(([language, translation]) => [language, { translation }]),
    ),
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const translate = (language: Language): Translate => {
    const t = i18n.getFixedT(language);
    return (key, values) => {
      if (!i18n.exists(key, { lng: language, ...values }))
        throw new RangeError(`no ${language} text for ${key}`);
      return t(key, { ...values });
    };
  };
  return {
    nb: memoized(translate('nb')),
    nn: memoized(translate('nn')),
    en: memoized(translate('en')),
  };
}
