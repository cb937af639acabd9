import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { onDatabase } from '../database/databases.js';
import { ADMIN_TOKEN } from '../http/test-service.js';
import { findingsOn } from './axe.js';
import { openPage, overflowOf, type PageWish } from './browser.js';
import { pageFixture } from './page-fixture.js';
import { CYCLE, SCHOOL, TODAY } from './page-service.js';

onDatabase('SQLite', 'subscribing on the page of a cycle', (createDatabase) => {
  const fixture = pageFixture(createDatabase);

  const visit = async (search: string, look: (page: Page) => Promise<void>, wish: PageWish = {}) => {
    const { page, context, complaints } = await openPage(fixture.browser, wish);
    try {
      await page.clock.setFixedTime(TODAY);
      await page.goto(`${fixture.url}/cycles/${CYCLE}/agenda${search}`);
      await page.getByRole('button', { name: 'Abonner' }).click();
      await entriesIn(page);
      await look(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  };

  /** The titles of what the preview shows, day by day. */
  const entriesIn = async (page: Page): Promise<string[]> => {
    await page.locator('dialog li[data-date]').first().waitFor();
    return page.locator('dialog li[data-date] ul li').allTextContents();
  };

  /** What the service gives at an address of its own. */
  const at = async (address: string): Promise<string> =>
    (await fetch(fixture.url + new URL(address).pathname)).text();

  /** How many feeds there are of everybody. */
  const sharedFeeds = async (): Promise<number> => {
    const headers = { Authorization: `Bearer ${ADMIN_TOKEN}` };
    const response = await fetch(`${fixture.url}/api/feeds`, { headers });
    const feeds = (await response.json()) as { owner: string }[];
    return feeds.filter(({ owner }) => owner === 'everybody').length;
  };

  it('shows before anything is created what the next two weeks will look like, for each choice', () =>
    visit('', async (page) => {
      const before = await sharedFeeds();
      const dialog = page.getByRole('dialog');
      const load = dialog.getByText(/^\d+ oppføring(er)? i alt/);
      const count = async () => Number(/\d+/.exec((await load.textContent()) ?? '')?.[0]);
      expect(await page.locator('dialog li[data-date]').count()).toBe(14);
      const recommended = await count();
      expect((await entriesIn(page)).length).toBe(recommended);
      await dialog.getByLabel('Innhold').selectOption('Alle oppgaver');
      await expect.poll(count).toBeGreaterThan(recommended);
      const complete = await count();
      await dialog.getByLabel('Vis også fasene').check();
      await expect.poll(count).toBeGreaterThanOrEqual(complete);
      await dialog.getByLabel('Vis lange perioder som én bjelke').check();
      await expect.poll(count).toBeGreaterThan(complete);
      expect(await sharedFeeds()).toBe(before);
    }));

  it('gives the address that the choices mean, and takes it away when they change', () =>
    visit('', async (page) => {
      const dialog = page.getByRole('dialog');
      const take = dialog.getByRole('button', { name: 'Hent adressen' });
      const address = async () => {
        await take.click();
        await dialog.getByRole('heading', { level: 3, name: /^Abonner på / }).waitFor();
        return (await dialog.locator('code').first().textContent()) ?? '';
      };
      const shown = await entriesIn(page);
      const first = await address();
      expect(await page.evaluate('document.activeElement.textContent')).toMatch(/^Abonner på /);
      const subscribePage = await dialog
        .getByRole('link', { name: 'QR-kode og mer hjelp' })
        .getAttribute('href');
      const told = await at(subscribePage ?? '');
      for (const title of shown) expect(told).toContain(title.replace(/^\d\d:\d\d /, ''));

      await dialog.getByLabel('Vis avlyste oppgaver').uncheck();
      await take.waitFor();
      expect(await dialog.locator('code').count()).toBe(0);
      const second = await address();
      expect(second).not.toBe(first);
      await dialog.getByLabel('Vis avlyste oppgaver').check();
      expect(await address()).toBe(first);

      const phased = dialog.getByLabel('Vis også fasene');
      await phased.check();
      const feed = await at(await address());
      expect(feed).toMatch(/^UID:39-2026-2027-fase-/m);
    }));

  it('begins in the view of a unit with what concerns it, and with the level that the reader has chosen', async () => {
    const content = (page: Page) =>
      page.getByRole('dialog').getByLabel('Innhold').locator('option:checked').textContent();
    await visit(`?unit=${SCHOOL}`, async (page) => {
      expect(await content(page)).toBe('Det enheten skal gjøre eller er med på');
    });
    await visit(`?unit=${SCHOOL}&level=essential`, async (page) => {
      expect(await content(page)).toBe('Nødvendige oppgaver');
    });
    await visit('', async (page) => {
      expect(await content(page)).toBe('Nødvendige og anbefalte oppgaver');
      expect(await page.getByRole('dialog').getByLabel('Innhold').getByRole('option').count()).toBe(3);
    });
  });

  it.each([320, 1440])('has nothing that axe finds and fits, at %i pixels', (width) =>
    visit(
      '',
      async (page) => {
        await page.getByRole('dialog').getByRole('button', { name: 'Hent adressen' }).click();
        await page.getByRole('dialog').locator('code').first().waitFor();
        if (process.env.SCREENSHOTS)
          await page.screenshot({ path: `${process.env.SCREENSHOTS}/subscribe-${width}.png` });
        expect(await findingsOn(page)).toEqual([]);
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      },
      { width },
    ),
  );
});
