import { expect, it } from 'vitest';
import { LANGUAGES } from '../../src/language/text.js';
import { axeFindings } from '../browser/axe.js';
import { pageFixture } from '../browser/page-fixture.js';
import { PAGES, WORK_PAGES } from '../browser/pages.js';
import { onDatabase } from '../database/databases.js';

onDatabase('SQLite', 'axe', (createDatabase) => {
  const fixture = pageFixture(createDatabase);

  const casesOf = (pages: Readonly<Record<string, string>>) =>
    Object.keys(pages).flatMap((name) =>
      LANGUAGES.flatMap((language) =>
        (['light', 'dark'] as const).map((scheme) => ({ name, language, scheme })),
      ),
    );
  it.each(casesOf(PAGES))(
    'finds nothing on $name, $language, $scheme',
    async ({ name, language, scheme }) => {
      expect(await axeFindings(fixture.browser, fixture.url + PAGES[name], language, scheme)).toEqual([]);
    },
  );
  it.each(casesOf(WORK_PAGES))(
    'finds nothing for who works on $name, $language, $scheme',
    async ({ name, language, scheme }) => {
      const address = fixture.url + WORK_PAGES[name];
      expect(await axeFindings(fixture.browser, address, language, scheme, fixture.coordinator)).toEqual([]);
    },
  );
});
