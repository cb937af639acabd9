import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { VIEWS, viewPath } from '../../src/web/client/data/address/views.js';
import { onDatabase } from '../database/databases.js';
import { openPage, type PageWish, settled } from './browser.js';
import { pageFixture } from './page-fixture.js';
import { CYCLE, TODAY } from './page-service.js';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 375, height: 812, hasTouch: true };

onDatabase('SQLite', 'the controls of a cycle', (createDatabase) => {
  const fixture = pageFixture(createDatabase);

  const visit = async (path: string, wish: PageWish, look: (page: Page) => Promise<void>) => {
    const { page, context, complaints } = await openPage(fixture.browser, wish);
    try {
      await page.clock.setFixedTime(TODAY);
      await page.goto(fixture.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settled(page);
      await look(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  };

  /** How far down the view of a page begins, in pixels: all above it are controls. */
  const heightOfControls = async (page: Page) => {
    const name = (await page.locator('nav a[aria-current="page"]').last().textContent()) ?? '';
    const box = await page.getByRole('region', { name, exact: true }).boundingBox();
    return box?.y ?? Number.NaN;
  };

  const readers = [
    ['anybody', () => ({})],
    ['a coordinator', () => ({ signedIn: fixture.coordinator })],
  ] as const;

  it.each(readers)(
    'take at most 220 pixels of a desk’s 900, and 200 of a phone’s 812: %s',
    async (_who, as) => {
      for (const view of VIEWS) {
        await visit(viewPath(CYCLE, view), { ...DESK, ...as() }, async (page) =>
          expect(await heightOfControls(page), `${view} on a desk`).toBeLessThanOrEqual(220),
        );
        await visit(viewPath(CYCLE, view), { ...PHONE, ...as() }, async (page) =>
          expect(await heightOfControls(page), `${view} on a phone`).toBeLessThanOrEqual(200),
        );
      }
    },
  );

  it('take no more room however much is chosen', () =>
    visit(
      `/cycles/${CYCLE}/agenda?phase=oppstart-vg1,oppfolging-vg1,oppfolging-vg2&actor=school&kind=deadline&from=2027-03-01&to=2027-03-31`,
      DESK,
      async (page) => {
        expect(await heightOfControls(page)).toBeLessThanOrEqual(220);
        await page.getByRole('button', { name: 'mars 2027' }).waitFor();
        await page.getByRole('button', { name: 'Filter (6)' }).waitFor();
      },
    ));

  it.each(VIEWS)('show the tab that one is on, on a phone: %s', (view) =>
    visit(viewPath(CYCLE, view), PHONE, async (page) => {
      const tab = await page.locator('main nav a[aria-current="page"]').boundingBox();
      expect(tab?.x).toBeGreaterThanOrEqual(0);
      expect((tab?.x ?? 0) + (tab?.width ?? 999)).toBeLessThanOrEqual(PHONE.width);
    }),
  );

  it('are behind one button each on a phone: the filter, the menu, and what can be done', () =>
    visit(
      `/cycles/${CYCLE}/agenda?phase=oppstart-vg1`,
      { ...PHONE, signedIn: fixture.coordinator },
      async (page) => {
        for (const [button, inside] of [
          ['Filter (1)', page.getByRole('button', { name: 'Fase' })],
          ['Meny', page.getByRole('button', { name: 'Logg ut' })],
          ['Mer å gjøre med årshjulet', page.getByRole('link', { name: 'Ny oppgave' })],
        ] as const) {
          expect(await inside.isVisible(), button).toBe(false);
          await page.getByRole('button', { name: button }).click();
          await inside.waitFor();
          await page.getByRole('button', { name: button }).click();
          await inside.waitFor({ state: 'hidden' });
        }
      },
    ));

  it('find a time by its words, in every language, and choose it by its month', () =>
    visit(`/cycles/${CYCLE}/agenda`, DESK, async (page) => {
      const shown = () => page.locator('main li a[href^="/tasks/"]').count();
      const usual = fixture.published.tasks.filter(({ level }) => level !== 'complete');
      const inMarch = usual.filter(({ start, end }) => end >= '2027-03-01' && start <= '2027-03-31').length;
      for (const words of ['mars', 'march']) {
        await page.getByRole('searchbox').fill(words);
        await expect.poll(shown, { message: words }).toBe(inMarch);
      }
      await page.getByRole('button', { name: 'mars 2027' }).click();
      await expect.poll(shown).toBe(usual.length);
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByLabel('Tidsrom').selectOption('mars 2027');
      await expect.poll(shown).toBe(inMarch);
      const { searchParams } = new URL(page.url());
      expect([searchParams.get('from'), searchParams.get('to')]).toEqual(['2027-03-01', '2027-03-31']);
      await page.getByLabel('Tidsrom').selectOption('Fra i dag');
      await expect.poll(() => new URL(page.url()).search).toBe('?from=today');
      await page.getByLabel('Tidsrom').selectOption('Eget tidsrom');
      await page.getByLabel('Fra', { exact: true }).fill('2027-03-08');
      await page.getByLabel('Til', { exact: true }).fill('2027-03-12');
      const ofSpan = usual.filter(({ start, end }) => end >= '2027-03-08' && start <= '2027-03-12').length;
      await expect.poll(shown).toBe(ofSpan);
    }));

  it('choose how much is shown, with the number of each level, and keep it in the address', () =>
    visit(`/cycles/${CYCLE}/agenda`, DESK, async (page) => {
      const shown = () => page.locator('main li a[href^="/tasks/"]').count();
      const upTo = (...levels: readonly string[]) =>
        fixture.published.tasks.filter(({ level }) => levels.includes(level)).length;
      const counts = [
        ['Nødvendig', upTo('essential'), 'essential'],
        ['Fullstendig', fixture.published.tasks.length, 'complete'],
        ['Anbefalt', upTo('essential', 'recommended'), 'recommended'],
      ] as const;
      await expect.poll(shown).toBe(upTo('essential', 'recommended'));
      for (const [name, count, level] of counts) {
        await page
          .locator('label')
          .filter({ hasText: `${name} ${count}` })
          .click();
        await expect.poll(shown).toBe(count);
        expect(new URL(page.url()).searchParams.get('level')).toBe(level);
      }
      await page.goto(`${fixture.url}/cycles/${CYCLE}/wheel?level=essential`);
      await page.locator('[data-task]').first().waitFor();
      expect(await page.locator('[data-task]').count()).toBe(upTo('essential'));
    }));

  it('leave the home page a wheel and this week that fit the window', () =>
    visit(`/cycles/${CYCLE}`, DESK, async (page) => {
      const wheel = await page.locator('main svg:has([data-task])').boundingBox();
      expect((wheel?.y ?? 999) + (wheel?.height ?? 999)).toBeLessThanOrEqual(DESK.height);
      expect(wheel?.width).toBeGreaterThan(600);
      const week = await page.getByRole('heading', { name: 'Denne uken' }).boundingBox();
      expect(week?.y).toBeLessThan(300);
      expect((week?.x ?? 999) + (week?.width ?? 999)).toBeLessThan(wheel?.x ?? 0);
    }));

  it('leave this week first on a phone', () =>
    visit('/', PHONE, async (page) => {
      const week = await page.getByRole('heading', { name: 'Denne uken' }).boundingBox();
      expect(week?.y).toBeLessThan(250);
      const first = await page.locator('main li a[href^="/tasks/"]').first().boundingBox();
      expect(first?.y).toBeLessThan(PHONE.height / 2);
    }));
});
