import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { onDatabase } from '../database/databases.js';
import { openPage, settled } from './browser.js';
import { pageFixture } from './page-fixture.js';
import { CYCLE } from './page-service.js';

const DESK = { width: 1440, height: 900 };

onDatabase('SQLite', 'the month', (createDatabase) => {
  const fixture = pageFixture(createDatabase);

  const visit = async (path: string, now: string, look: (page: Page) => Promise<void>) => {
    const { page, context, complaints } = await openPage(fixture.browser, DESK);
    try {
      await page.clock.setFixedTime(`${now}T09:00:00Z`);
      await page.goto(`${fixture.url}/cycles/${CYCLE}${path}`);
      await settled(page);
      await look(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  };
  const scrolled = (page: Page) => page.evaluate<number>('scrollY');

  /** Fails unless all of a day is in the window. */
  const expectInView = async (page: Page, date: string) => {
    const box = await page.locator(`[data-date="${date}"]`).boundingBox();
    expect(box, 'is drawn').not.toBeNull();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(DESK.height);
  };

  it.each(['2026-11-25', '2026-11-30'])(
    'opens with today in the window on %s, by its address and by its tab',
    (now) =>
      visit('/month', now, async (page) => {
        await expectInView(page, now);
        await page.evaluate('scrollTo(0, 0)');
        await page.getByRole('link', { name: 'Liste', exact: true }).click();
        await page.getByRole('link', { name: 'Måned', exact: true }).click();
        await settled(page);
        await expectInView(page, now);
      }),
  );

  it('opens at its top where today is there, or in another month', async () => {
    await visit('/month', '2026-11-03', async (page) => expect(await scrolled(page)).toBe(0));
    await visit('/month?month=2027-03', '2026-11-25', async (page) => expect(await scrolled(page)).toBe(0));
  });

  it('opens with the day in the window that the address names', () =>
    visit('/month?date=2027-03-31', '2026-11-25', (page) => expectInView(page, '2027-03-31')));
});
