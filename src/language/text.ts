/** The languages of the user interface, feeds and mail; bokmål is the default. */
export const LANGUAGES = ['nb', 'nn', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** A text by language. What people write themselves may exist in one language only. */
export type Text = { readonly [language in Language]?: string };

const FALLBACK: Record<Language, readonly Language[]> = {
  nb: ['nb', 'nn', 'en'],
  nn: ['nn', 'nb', 'en'],
  en: ['en', 'nb', 'nn'],
};

/** The text in the language asked for, else in the nearest language that it has; empty when it has none. */
export function inLanguage(text: Text, language: Language): string {
  for (const candidate of FALLBACK[language]) {
    const found = text[candidate];
    if (found !== undefined) return found;
  }
  return '';
}
