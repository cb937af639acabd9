import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Language } from '../../src/language/text.js';
import type { Service } from '../../src/service.js';
import { onDatabase, type TestDatabase } from '../database/databases.js';
import { axeFindings } from './axe.js';
import { launchBrowser } from './browser.js';
import { startPageService } from './page-service.js';
import { PAGES } from './pages.js';

/** Declares that axe finds nothing on any page in some languages, in light and in dark. */
export function axeFindsNothing(languages: readonly Language[]): void {
  onDatabase('SQLite', `axe in ${languages.join(' and ')}`, (createDatabase) => {
    let database: TestDatabase;
    let service: Service;
    let browser: Browser;

    beforeAll(async () => {
      database = await createDatabase();
      [service, browser] = await Promise.all([startPageService(database.address), launchBrowser()]);
    }, 60_000);
    afterAll(async () => {
      await browser.close();
      await service.stop();
      await database.drop();
    });

    const cases = Object.keys(PAGES).flatMap((name) =>
      languages.flatMap((language) =>
        (['light', 'dark'] as const).map((scheme) => ({ name, language, scheme })),
      ),
    );
    it.each(cases)(
      'finds nothing on $name, $language, $scheme',
      async ({ name, language, scheme }) => {
        expect(await axeFindings(browser, service.url + PAGES[name], language, scheme)).toEqual([]);
      },
      60_000,
    );
  });
}
