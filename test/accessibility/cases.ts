import { LANGUAGES } from '../../src/language/text.js';

/** Every page of a list, in every language, in light and dark. */
export function casesOf(pages: Readonly<Record<string, string>>) {
  return Object.entries(pages).flatMap(([name, path]) =>
    LANGUAGES.flatMap((language) =>
      (['light', 'dark'] as const).map((scheme) => ({ name, path, language, scheme })),
    ),
  );
}
