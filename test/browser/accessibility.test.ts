import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/language/text.js';
import type { Service } from '../../src/service.js';
import { onDatabase, type TestDatabase } from '../database/databases.js';
import { launchBrowser, openPage } from './browser.js';
import { startPageService, TODAY } from './page-service.js';
import { PAGES } from './pages.js';

/** WCAG 2.1 A and AA, which Norwegian public bodies must meet (forskrift om universell utforming av ikt § 4). */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

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

  const findings = async (path: string, language: string, colorScheme: 'light' | 'dark') => {
    const { page, context } = await openPage(browser, { colorScheme });
    try {
      await page.clock.setFixedTime(TODAY);
      await page.goto(`${service.url}${path}${path.includes('?') ? '&' : '?'}language=${language}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
      );
    } finally {
      await context.close();
    }
  };

  for (const [name, path] of Object.entries(PAGES)) {
    it.each(LANGUAGES.flatMap((language) => [[language, 'light'] as const, [language, 'dark'] as const]))(
      `finds nothing on ${name}, in %s, %s`,
      async (language, scheme) => expect(await findings(path, language, scheme)).toEqual([]),
    );
  }
});
