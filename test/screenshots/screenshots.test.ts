import { mkdirSync, rmSync, statSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { openPage, type PageWish, settled } from '../browser/browser.js';
import { pageFixture } from '../browser/page-fixture.js';
import { TODAY } from '../browser/page-service.js';
import { PAGES, WORK_PAGES } from '../browser/pages.js';
import { onDatabase } from '../database/databases.js';

const FOLDER = 'screenshots';
const README = 'test/screenshots/readme';
const WIDTHS = [1440, 768, 375];

/** Writes how every page looks, to be looked at by people. */
onDatabase('SQLite', 'screenshots', (createDatabase) => {
  const fixture = pageFixture(createDatabase);

  beforeAll(() => {
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER);
  });

  const shoot = async (address: string, path: string, wish: PageWish, fullPage: boolean) => {
    const { page, context } = await openPage(fixture.browser, wish);
    try {
      await page.clock.setFixedTime(TODAY);
      await page.goto(fixture.url + address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settled(page);
      await page.evaluate('document.fonts.ready');
      const form = path.endsWith('.jpg') ? ({ type: 'jpeg', quality: 80 } as const) : {};
      await page.screenshot({ path, fullPage, animations: 'disabled', ...form });
      expect(statSync(path).size).toBeGreaterThan(10_000);
    } finally {
      await context.close();
    }
  };

  const shotsOf = (pages: Readonly<Record<string, string>>) =>
    Object.keys(pages).flatMap((name) =>
      WIDTHS.flatMap((width) =>
        (['light', 'dark'] as const).map((colorScheme) => ({ name, width, colorScheme })),
      ),
    );
  it.each(shotsOf(PAGES))('$name at $width pixels, $colorScheme', async ({ name, width, colorScheme }) => {
    const path = `${FOLDER}/${name}-${width}-${colorScheme}.png`;
    await shoot(PAGES[name] ?? '', path, { width, colorScheme }, width < 1440);
  });
  it.each(shotsOf(WORK_PAGES))(
    '$name at $width pixels, $colorScheme, for who works',
    async ({ name, width, colorScheme }) => {
      const path = `${FOLDER}/${name}-${width}-${colorScheme}.png`;
      await shoot(
        WORK_PAGES[name] ?? '',
        path,
        { width, colorScheme, signedIn: fixture.coordinator },
        width < 1440,
      );
    },
  );

  it('the two that stand in the README', async () => {
    await shoot(PAGES.wheel ?? '', `${README}/wheel.jpg`, { height: 1280 }, false);
    await shoot(PAGES.timeline ?? '', `${README}/timeline.jpg`, { height: 1000, colorScheme: 'dark' }, false);
  });
});
