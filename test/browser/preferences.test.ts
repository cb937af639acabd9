import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import { onDatabase, type TestDatabase } from '../database/databases.js';
import { launchBrowser, longestMotionOf, openPage, type PageWish, settled } from './browser.js';
import { CYCLE, startPageService, TODAY } from './page-service.js';

onDatabase('SQLite', 'the page of somebody', (createDatabase) => {
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

  const visit = async (view: string, wish: PageWish, look: (page: Page) => Promise<void>) => {
    const { page, context, complaints } = await openPage(browser, wish);
    await page.clock.setFixedTime(TODAY);
    await page.goto(`${service.url}/cycles/${CYCLE}/${view}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
    await look(page);
    expect(complaints).toEqual([]);
    await context.close();
  };

  it.each(['wheel', 'coverage', 'workload'])('who wants little motion does not move: %s', (view) =>
    visit(view, { reducedMotion: 'reduce' }, async (page) => {
      await page.getByRole('button', { name: 'Abonner' }).click();
      await page.getByRole('button', { name: 'Hent adressen' }).click();
      await page.getByRole('dialog').locator('code').first().waitFor();
      expect(await longestMotionOf(page)).toBeLessThanOrEqual(0.01);
    }),
  );

  it.each(['light', 'dark'] as const)(
    'who has colours of their own, %s, sees the marks of the wheel and which one has the focus',
    (colorScheme) =>
      visit('wheel', { forcedColors: 'active', colorScheme }, async (page) => {
        const { canvas, faint } = await page.evaluate<{ canvas: number; faint: string[] }>(FAINT_MARKS);
        expect(canvas).toBe(colorScheme === 'light' ? 1 : 0);
        expect(faint).toEqual([]);
        const stop = page.locator('[data-task][tabindex="0"]');
        await stop.focus();
        await page.keyboard.press('ArrowRight');
        const outline = await page.evaluate<[string, number, string]>(
          '(({ outlineStyle, outlineWidth, outlineColor }) => [outlineStyle, parseFloat(outlineWidth), outlineColor])(getComputedStyle(document.activeElement))',
        );
        expect(outline.slice(0, 2)).toEqual(['solid', 3]);
        expect(outline[2]).toBe(colorScheme === 'light' ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)');
      }),
  );
});

/** How light the canvas is, and each colour that marks of the wheel have and that does not stand out from it, 3 to 1. */
const FAINT_MARKS = `(() => {
  const rgb = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const light = (colour) => {
    const [r, g, b] = rgb(colour).map((each) => each / 255).map((each) => each <= 0.03928 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const canvas = light(getComputedStyle(document.body).backgroundColor);
  const faint = new Set();
  for (const mark of document.querySelectorAll('[data-task]')) {
    const ratios = [...mark.querySelectorAll('path, circle, rect, polygon')].flatMap((shape) => {
      const { fill, stroke } = getComputedStyle(shape);
      return [fill, stroke].filter((each) => each.startsWith('rgb(')).map((each) => {
        const [low, high] = [light(each), canvas].sort((a, b) => a - b);
        return [(high + 0.05) / (low + 0.05), each];
      });
    });
    if (!ratios.some(([ratio]) => ratio >= 3)) faint.add(mark.dataset.task + ' ' + ratios.join(' '));
  }
  return { canvas, faint: [...faint] };
})()`;
