import { expect, it } from 'vitest';
import { axeFindings } from '../browser/axe.js';
import { pageFixture } from '../browser/page-fixture.js';
import { WORK_PAGES } from '../browser/pages.js';
import { onDatabase } from '../database/databases.js';
import { casesOf } from './cases.js';

onDatabase('SQLite', 'axe on the pages of those who work', (createDatabase) => {
  const fixture = pageFixture(createDatabase);

  it.each(casesOf(WORK_PAGES))(
    'finds nothing on $name, $language, $scheme',
    async ({ path, language, scheme }) => {
      const { browser, url, coordinator } = fixture;
      expect(await axeFindings(browser, url + path, language, scheme, coordinator)).toEqual([]);
    },
  );
});
