import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/language/text.js';
import type { Service } from '../../src/service.js';
import { axeFindings } from '../browser/axe.js';
import { launchBrowser } from '../browser/browser.js';
import { startPageService } from '../browser/page-service.js';
import { PAGES } from '../browser/pages.js';
import { onDatabase, type TestDatabase } from '../database/databases.js';

onDatabase('SQLite', 'axe', (createDatabase) => {
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
    LANGUAGES.flatMap((language) =>
      (['light', 'dark'] as const).map((scheme) => ({ name, language, scheme })),
    ),
  );
  it.each(cases)('finds nothing on $name, $language, $scheme', async ({ name, language, scheme }) => {
    expect(await axeFindings(browser, service.url + PAGES[name], language, scheme)).toEqual([]);
  });
});
