import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/language/text.js';
import type { Service } from '../../src/service.js';
import { axeFindings } from '../browser/axe.js';
import { launchBrowser, type SignedIn } from '../browser/browser.js';
import { signInCoordinator } from '../browser/coordinator.js';
import { startPageService } from '../browser/page-service.js';
import { PAGES, WORK_PAGES } from '../browser/pages.js';
import { onDatabase, type TestDatabase } from '../database/databases.js';

onDatabase('SQLite', 'axe', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let browser: Browser;
  let coordinator: SignedIn;

  beforeAll(async () => {
    database = await createDatabase();
    [service, browser] = await Promise.all([startPageService(database.address), launchBrowser()]);
    coordinator = await signInCoordinator(service, database.address);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await service.stop();
    await database.drop();
  });

  const casesOf = (pages: Readonly<Record<string, string>>) =>
    Object.keys(pages).flatMap((name) =>
      LANGUAGES.flatMap((language) =>
        (['light', 'dark'] as const).map((scheme) => ({ name, language, scheme })),
      ),
    );
  it.each(casesOf(PAGES))(
    'finds nothing on $name, $language, $scheme',
    async ({ name, language, scheme }) => {
      expect(await axeFindings(browser, service.url + PAGES[name], language, scheme)).toEqual([]);
    },
  );
  it.each(casesOf(WORK_PAGES))(
    'finds nothing for who works on $name, $language, $scheme',
    async ({ name, language, scheme }) => {
      const address = service.url + WORK_PAGES[name];
      expect(await axeFindings(browser, address, language, scheme, coordinator)).toEqual([]);
    },
  );
});
