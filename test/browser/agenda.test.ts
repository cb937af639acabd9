import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { onDatabase } from '../database/databases.js';
import { openPage, type PageWish, settled } from './browser.js';
import { pageFixture } from './page-fixture.js';
import { CYCLE } from './page-service.js';

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 375, height: 812, hasTouch: true };

onDatabase('SQLite', 'the list on 28 November 2026', (createDatabase) => {
  const fixture = pageFixture(createDatabase);

  const visit = async (path: string, size: PageWish, look: (page: Page) => Promise<void>) => {
    const { page, context, complaints } = await openPage(fixture.browser, size);
    try {
      await page.clock.setFixedTime('2026-11-28T09:00:00Z');
      await page.goto(fixture.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settled(page);
      await look(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  };
  const list = (search = '', cycle = CYCLE) => `/cycles/${cycle}/agenda${search}`;
  const months = (page: Page) => page.getByRole('navigation', { name: 'Gå til måned' });
  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 2, name });
  const topOf = async (element: Locator) => (await element.boundingBox())?.y ?? Number.NaN;
  const scrolled = (page: Page) => page.evaluate<number>('scrollY');
  const lowerEdge = async (page: Page) => {
    const bar = await months(page).boundingBox();
    return bar ? bar.y + bar.height : Number.NaN;
  };

  /** Fails unless all of an element is in the window, below the months. */
  const expectInView = async (page: Page, element: Locator, size: typeof DESKTOP) => {
    const box = await element.boundingBox();
    expect(box, 'is drawn').not.toBeNull();
    expect(box?.y).toBeGreaterThanOrEqual(await lowerEdge(page));
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height);
  };

  for (const size of [DESKTOP, PHONE]) {
    it(`opens at today, without being scrolled, at ${size.width} pixels`, () =>
      visit(list(), size, async (page) => {
        await expectInView(page, heading(page, 'I dag, lørdag 28. november'), size);
        expect(await scrolled(page)).toBe(0);
        expect(await months(page).locator('[aria-current]').textContent()).toBe('november');
      }));

    it(`leads to December, and to August, by one touch at ${size.width} pixels`, () =>
      visit(list(), size, async (page) => {
        for (const [short, name] of [
          ['desember', 'Desember 2026'],
          ['juni', 'Juni 2027'],
          ['august', 'August 2026'],
        ] as const) {
          const link = months(page).getByRole('link', { name: short });
          // On a phone it is as large as a finger needs it.
          const box = await link.boundingBox();
          expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
          await link.click();
          await expectInView(page, heading(page, new RegExp(`^${name}$`, 'i')), size);
          await expect.poll(() => months(page).locator('[aria-current]').textContent()).toBe(short);
          // The next Tab leads into its tasks.
          expect(await page.evaluate('document.activeElement.textContent.toLowerCase()')).toBe(
            name.toLowerCase(),
          );
        }
        expect(new URL(page.url()).searchParams.get('month')).toBe('2026-08');
        await months(page).getByRole('link', { name: 'I dag' }).click();
        await expectInView(page, heading(page, /^I dag/), size);
        expect(new URL(page.url()).search).toBe('');
      }));
  }

  it('has a task’s pencil beside its date on a phone, and no line of its own for it', () =>
    visit(list(), { ...PHONE, signedIn: fixture.coordinator }, async (page) => {
      const line = page.locator('[data-kind="month"] li').filter({ visible: true }).first();
      const [date, pencil, title] = await Promise.all(
        [line.locator('> span').first(), line.locator('a[href*="edit="]'), line.locator('a').first()].map(
          (each) => each.boundingBox(),
        ),
      );
      if (!date || !pencil || !title) throw new Error('the line is not drawn');
      expect(pencil.y).toBeLessThan(date.y + date.height);
      expect(pencil.x).toBeGreaterThan(date.x + date.width);
      expect(title.y).toBeGreaterThanOrEqual(date.y + date.height);
    }));

  it('is where it was when the reader comes back from a task', () =>
    visit(list(), PHONE, async (page) => {
      await months(page).getByRole('link', { name: 'september' }).click();
      await page.evaluate('scrollBy(0, 300)');
      const link = page.locator('[data-month="2026-09"] a[href*="/tasks/"]').nth(4);
      const title = (await link.textContent()) ?? '';
      const top = await topOf(link);
      await link.click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.goBack();
      await expect.poll(() => topOf(page.getByRole('link', { name: title }).first())).toBeCloseTo(top, -1);
    }));

  for (const [who, size] of [
    ['a reader', DESKTOP],
    ['a reader', PHONE],
    ['a coordinator', DESKTOP],
  ] as const)
    it(`is where it was when ${who} loads it again, or a task in between, at ${size.width} pixels`, () =>
      visit(
        list(),
        { ...size, ...(who === 'a coordinator' && { signedIn: fixture.coordinator }) },
        async (page) => {
          const link = page.locator('[data-month="2027-03"] a[href*="/tasks/"]').first();
          await link.scrollIntoViewIfNeeded();
          const title = (await link.textContent()) ?? '';
          await expect.poll(() => page.evaluate('history.state.scrolled === scrollY')).toBe(true);
          const top = await topOf(link);
          expect(top).toBeGreaterThan(0);
          const month = () => months(page).locator('[aria-current]').textContent();
          const read = await month();
          expect(read).not.toBe('november');
          const isThere = () =>
            expect
              .poll(() => topOf(page.getByRole('link', { name: title, exact: true }).first()))
              .toBeCloseTo(top, -1);
          await page.reload();
          await settled(page);
          await isThere();
          await expect.poll(month).toBe(read);

          await link.click();
          await page.getByRole('heading', { level: 1, name: title }).waitFor();
          await page.reload();
          await page.getByRole('heading', { level: 1, name: title }).waitFor();
          await page.goBack();
          await isThere();
        },
      ));

  it('begins another school year at its beginning, which has no today', () =>
    visit(list('', '39-2025-2026'), PHONE, async (page) => {
      await expectInView(page, heading(page, /^august 2025$/i), PHONE);
      expect(await heading(page, /^I dag/).count()).toBe(0);
      expect(await months(page).getByRole('link', { name: 'I dag' }).count()).toBe(0);
    }));

  it('begins at the month or day that another view has chosen, and takes its own there', () =>
    visit(`/cycles/${CYCLE}/month?month=2027-02`, DESKTOP, async (page) => {
      const view = (name: string) => page.getByRole('link', { name, exact: true }).click();
      await view('Liste');
      await expectInView(page, heading(page, /^februar 2027$/i), DESKTOP);
      expect(await scrolled(page)).toBe(0);
      await months(page).getByRole('link', { name: 'mars' }).click();
      await page.evaluate('scrollTo(0, 0)');
      await view('Måned');
      await heading(page, /^mars 2027$/i).waitFor();
      await view('Hjul');
      await page.getByText('mars 2027', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Senere' }).click();
      await page.getByText('april 2027', { exact: true }).waitFor();
      await view('Tidslinje');
      await page.getByText('april 2027', { exact: true }).waitFor();
      await view('Liste');
      await expectInView(page, heading(page, /^april 2027$/i), DESKTOP);
    }));

  it('begins in the week that is chosen in the workload', () =>
    visit(`/cycles/${CYCLE}/workload`, DESKTOP, async (page) => {
      await page.locator('a[href*="date=2027-03-01"]').first().click();
      await expectInView(page, heading(page, /^mars 2027$/i), DESKTOP);
    }));

  it('shows all of the year on paper', () =>
    visit(list(), DESKTOP, async (page) => {
      const first = page.locator('main a[href*="/tasks/"]').first();
      expect(await first.isVisible()).toBe(false);
      await page.emulateMedia({ media: 'print' });
      await first.waitFor({ state: 'visible' });
      expect(await months(page).isVisible()).toBe(false);
    }));
});
