import { mkdirSync, rmSync, statSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Service } from '../../src/service.js';
import { launchBrowser, openPage } from '../browser/browser.js';
import { startPageService, TODAY } from '../browser/page-service.js';
import { PAGES } from '../browser/pages.js';
import { onDatabase, type TestDatabase } from '../database/databases.js';

const FOLDER = 'screenshots';
const WIDTHS = [1440, 768, 375];

/** Writes how every page looks, to be looked at by people. */
onDatabase('SQLite', 'screenshots', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let browser: Browser;

  beforeAll(async () => {
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER);
    database = await createDatabase();
    [service, browser] = await Promise.all([startPageService(database.address), launchBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await service.stop();
    await database.drop();
  });

  const shots = Object.keys(PAGES).flatMap((name) =>
    WIDTHS.flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ name, width, scheme }))),
  );
  it.each(shots)(
    '$name at $width pixels, $scheme',
    async ({ name, width, scheme }) => {
      const { page, context } = await openPage(browser, { width, colorScheme: scheme });
      const path = `${FOLDER}/${name}-${width}-${scheme}.png`;
      try {
        await page.clock.setFixedTime(TODAY);
        await page.goto(service.url + PAGES[name]);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
        await page.evaluate('document.fonts.ready');
        await page.screenshot({ path, fullPage: width < 1440, animations: 'disabled' });
        expect(statSync(path).size).toBeGreaterThan(10_000);
      } finally {
        await context.close();
      }
    },
    60_000,
  );
});
