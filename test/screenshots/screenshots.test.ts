import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { PAPERS } from '../../src/poster/paper.js';
import { LEVELS } from '../../src/task/level.js';
import { openPage, type PageWish, settled } from '../browser/browser.js';
import { pageFixture } from '../browser/page-fixture.js';
import { CYCLE, TODAY } from '../browser/page-service.js';
import { PAGES, WORK_PAGES } from '../browser/pages.js';
import { onDatabase } from '../database/databases.js';

const FOLDER = 'screenshots';
const README = 'test/screenshots/readme';
const WIDTHS = [1440, 768, 375];

/** The wheel with as many tasks as a level has, and with few. */
const WHEELS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(LEVELS.map((level) => [`wheel-${level}`, `/cycles/${CYCLE}/wheel?level=${level}`])),
  'wheel-of-14': `/cycles/${CYCLE}/wheel?actor=school&kind=cooperation`,
};

/** What a poster is asked for with: each level on each paper, and the list under a wheel with more names than fit. */
const POSTERS = PAPERS.flatMap((paper) => [
  ...LEVELS.map((level) => `paper=${paper}&level=${level}`),
  `paper=${paper}&level=complete&unnamed=listed`,
  `paper=${paper}&actor=school&kind=cooperation`,
]);

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
  it.each(shotsOf(WHEELS))('$name at $width pixels, $colorScheme', async ({ name, width, colorScheme }) => {
    const path = `${FOLDER}/${name}-${width}-${colorScheme}.png`;
    await shoot(WHEELS[name] ?? '', path, { width, colorScheme }, width < 1440);
  });
  it.each([
    [1440, 900],
    [375, 812],
  ])('the page that a cycle opens with in a window of %i by %i', async (width, height) => {
    const path = `${FOLDER}/opening-${width}x${height}.png`;
    await shoot(`/cycles/${CYCLE}`, path, { width, height }, false);
  });
  it.each(POSTERS)('a poster with %s', async (query) => {
    const poster = await fetch(`${fixture.url}/cycles/${CYCLE}/wheel.png?theme=print&${query}`);
    expect(poster.status).toBe(200);
    const name = query.replaceAll(/\w+=/g, '').replaceAll('&', '-');
    writeFileSync(`${FOLDER}/poster-${name}.png`, Buffer.from(await poster.arrayBuffer()));
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
