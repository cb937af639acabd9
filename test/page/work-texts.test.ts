import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/language/text.js';
import { WORK_PARTS } from '../../vite.config.js';

const CLIENT = 'src/web/client';
const LANGUAGE = '../../src/web/client/data/language';

type Texts = { readonly default: Readonly<Record<string, unknown>> };

/** The sections that a module of texts holds. */
const sectionsOf = (texts: Texts) =>
  Object.keys(texts.default).map((path) => path.replace(/.*\//, '').replace(/\..*/, ''));

/** The files that are fetched with a file, itself with them. */
function fetchedWith(file: string): ReadonlySet<string> {
  const files = new Set([file]);
  for (const each of files)
    for (const [, path = ''] of readFileSync(each, 'utf8').matchAll(
      /^(?:import|export)\b(?!\s+type\b)[^;]*?from '(\.[^']+)'/gm,
    )) {
      const found = join(dirname(each), path).replace(/\.js$/, '');
      for (const ending of ['.ts', '.tsx']) if (existsSync(found + ending)) files.add(found + ending);
    }
  return files;
}

describe.each(LANGUAGES)('the texts for those who work, in %s', (language) => {
  it('are each in one of two files', async () => {
    const everywhere = sectionsOf(await import(`${LANGUAGE}/work-${language}.ts`));
    const pages = sectionsOf(await import(`${LANGUAGE}/work-pages-${language}.ts`));
    const all = readdirSync('data/locales/workbench')
      .filter((name) => name.endsWith(`.${language}.yaml`))
      .map((name) => name.replace(/\..*/, ''));
    expect([...everywhere, ...pages].sort()).toEqual(all.sort());
  });

  it.each(WORK_PARTS)('are there for %s, which is met everywhere', async (part) => {
    const everywhere = sectionsOf(await import(`${LANGUAGE}/work-${language}.ts`));
    const asked = [...fetchedWith(`${CLIENT}/${part}.tsx`)].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/['"`]work\.([\w-]+)/g)].map(([, section]) => section),
    );
    expect(asked.filter((section) => !everywhere.includes(section ?? ''))).toEqual([]);
  });
});
