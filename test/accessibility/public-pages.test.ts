import { expect, it } from 'vitest';
import { axeFindings } from '../browser/axe.js';
import { pageFixture } from '../browser/page-fixture.js';
import { PAGES } from '../browser/pages.js';
import { onDatabase } from '../database/databases.js';
import { casesOf } from './cases.js';

onDatabase('SQLite', 'axe on the pages that everybody sees', (createDatabase) => {
  const fixture = pageFixture(createDatabase);

  it.each(casesOf(PAGES))(
    'finds nothing on $name, $language, $scheme',
    async ({ path, language, scheme }) => {
      expect(await axeFindings(fixture.browser, fixture.url + path, language, scheme)).toEqual([]);
    },
  );
});
