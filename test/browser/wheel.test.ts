import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { onDatabase } from '../database/databases.js';
import { openPage, type PageWish } from './browser.js';
import { pageFixture } from './page-fixture.js';
import { CYCLE, TODAY } from './page-service.js';

onDatabase('SQLite', 'the wheel in a browser', (createDatabase) => {
  const fixture = pageFixture(createDatabase);

  const visit = async (search: string, look: (page: Page) => Promise<void>, wish: PageWish = {}) => {
    const { page, context, complaints } = await openPage(fixture.browser, wish);
    try {
      await page.clock.setFixedTime(TODAY);
      await page.goto(`${fixture.url}/cycles/${CYCLE}/wheel${search}`);
      await page.locator('[data-task]').first().waitFor();
      await look(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  };
  const focused = (page: Page) => page.evaluate('document.activeElement?.dataset?.task') as Promise<string>;
  const taskOf = (id: string) => {
    const task = fixture.published.tasks.find((each) => each.id === id);
    if (!task) throw new Error(`no task ${id}`);
    return task;
  };
  const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

  it('is one stop of the Tab key, walked by arrows along the dates and across the rings', () =>
    visit('?level=complete', async (page) => {
      expect(await page.locator('[data-task][tabindex="0"]').count()).toBe(1);
      const stop = await page.locator('[data-task][tabindex="0"]').getAttribute('data-task');
      expect(stop).toBe(fixture.published.tasks.find(({ start }) => start >= TODAY.slice(0, 10))?.id);
      await page.locator('[data-task][tabindex="0"]').focus();
      const walk = async (key: string) => {
        await page.keyboard.press(key);
        return taskOf(await focused(page));
      };
      const first = await walk('Home');
      expect(first.id).toBe(fixture.published.tasks[0]?.id);
      const second = await walk('ArrowRight');
      expect(second.id).toBe(fixture.published.tasks[1]?.id);
      expect((await walk('ArrowLeft')).id).toBe(first.id);
      expect((await walk('End')).id).toBe(fixture.published.tasks.at(-1)?.id);
      expect((await walk('Home')).id).toBe(first.id);
      const september = await walk('PageDown');
      expect(september.start.slice(0, 7)).toBe('2026-09');
      const phases = fixture.published.vocabulary.phases.map(({ id }) => id);
      const inwards = await walk('ArrowDown');
      expect(phases.indexOf(inwards.phase)).toBe(phases.indexOf(september.phase) - 1);
      expect((await walk('ArrowUp')).phase).toBe(september.phase);
      expect(await page.locator('[data-task][tabindex="0"]').count()).toBe(1);
    }));

  it('tells of the entry that is focused what, when, who and why, and opens it with Enter', () =>
    visit('', async (page) => {
      const task = taskOf(`${CYCLE}-soknadsfrist-videregaende`);
      await page.locator(`[data-task="${task.id}"]`).focus();
      const panel = page.getByRole('complementary', { name: 'Valgt oppgave' });
      for (const text of [
        task.title,
        'mandag 1. mars 2027',
        ...task.why.filter((reason) => !reason.endsWith(': ikke flyttet.')),
      ])
        expect(await panel.textContent()).toContain(text);
      expect(await page.locator(`[data-task="${task.id}"]`).getAttribute('aria-label')).toBe(
        `Frist: ${task.title}, mandag 1. mars 2027`,
      );
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/tasks/${task.id}*`);
    }));

  it('lets the entry under the pointer stand out from the others, and forgets it with Escape', () =>
    visit(
      '',
      async (page) => {
        const id = `${CYCLE}-soknadsfrist-videregaende`;
        await page.locator(`[data-task="${id}"] text`).first().hover();
        await page.locator(`svg[data-dimmed] [data-task="${id}"][data-active]`).waitFor();
        const panel = page.getByRole('complementary', { name: 'Valgt oppgave' });
        // On the way to the panel the pointer leaves the entry; what it says is still there to be read.
        await panel.hover();
        await expect.poll(() => page.locator('[data-active]').count()).toBe(0);
        expect(await panel.textContent()).toContain(taskOf(id).title);
        await page.locator(`[data-task="${id}"]`).focus();
        await page.keyboard.press('Escape');
        await page.getByRole('complementary', { name: 'Det neste som skjer' }).waitFor();
        await expect.poll(() => page.locator('[data-active]').count()).toBe(0);
      },
      // High enough that nothing scrolls: what moves under the pointer is pointed at, too.
      { width: 1440, height: 1600 },
    ));

  it('opens to a term, a month and a week, by buttons, by its months and by keys, kept in the address', () =>
    visit('?level=complete', async (page) => {
      const shown = () => page.locator('[data-task]').count();
      const all = await shown();
      await page.getByText('Termin', { exact: true }).click();
      await expect.poll(shown).toBeLessThan(all);
      expect(param(page, 'zoom')).toBe('term:2026-08-17');
      await page.getByRole('button', { name: 'Senere' }).click();
      expect(param(page, 'zoom')).toBe('term:2027-01-05');
      await page.getByText('Hele året', { exact: true }).click();
      await page.locator('[data-of="month:2027-03"] text').first().click();
      await expect.poll(() => param(page, 'zoom')).toBe('month:2027-03-01');
      const inMarch = fixture.published.tasks.filter(
        ({ start, end }) => start <= '2027-03-31' && end >= '2027-03-01',
      );
      await expect.poll(shown).toBe(inMarch.length);
      await page.locator('[data-task][tabindex="0"]').focus();
      for (const [key, zoom] of [
        ['+', /^week:/],
        ['-', /^month:/],
        ['-', /^term:/],
      ] as const) {
        await page.keyboard.press(key);
        await expect.poll(() => param(page, 'zoom')).toMatch(zoom);
        // The drawing is another; the keyboard is where it was.
        await expect.poll(() => focused(page)).toBeTruthy();
      }
    }));

  it('has all tasks of a part of the year beside it, in a box of their own that keys reach', () =>
    visit('?zoom=month:2026-10-01', async (page) => {
      const inOctober = fixture.published.tasks.filter(
        ({ start, end }) => start <= '2026-10-31' && end >= '2026-10-01',
      );
      const list = page.getByRole('complementary', {
        name: `${inOctober.length} oppgaver i dette utsnittet`,
      });
      const titles = () => list.getByRole('listitem').getByRole('link').allTextContents();
      await expect.poll(titles).toEqual(inOctober.map(({ title }) => title));
      const last = list.getByRole('link').last();
      const box = list.locator('ol').locator('..');
      const scrolled = () => box.evaluate((each) => (each as unknown as { scrollTop: number }).scrollTop);
      expect(await scrolled()).toBe(0);
      // An entry in focus is described above the list, which stays.
      await page.locator('[data-task][tabindex="0"]').focus();
      await page.getByRole('complementary', { name: 'Valgt oppgave' }).waitFor();
      expect(await titles()).toHaveLength(inOctober.length);
      await last.focus();
      await expect.poll(scrolled).toBeGreaterThan(0);
      const bounds = await list.boundingBox();
      expect(bounds?.height ?? 0).toBeLessThan(900);
      await page.keyboard.press('Shift+Tab');
      expect(await page.evaluate('document.activeElement?.textContent')).toBe(inOctober.at(-2)?.title);
    }));

  it('leaves the browser its own keys, and opens another tab where asked', () =>
    visit('', async (page) => {
      const id = `${CYCLE}-soknadsfrist-videregaende`;
      await page.locator(`[data-task="${id}"]`).focus();
      await page.keyboard.press('Control+-');
      expect(param(page, 'zoom')).toBeNull();
      const [tab] = await Promise.all([
        page.context().waitForEvent('page'),
        page
          .locator(`[data-task="${id}"] text`)
          .first()
          .click({ modifiers: ['Control'] }),
      ]);
      await tab.waitForURL(`**/tasks/${id}**`);
      expect(new URL(page.url()).pathname).toBe(`/cycles/${CYCLE}/wheel`);
    }));

  it('has rings of phases, actors or units, as chosen', () =>
    visit('', async (page) => {
      const rings = () => page.locator('[data-of^="ring:"]').count();
      await expect.poll(rings).toBe(7);
      await page.getByText('Aktører', { exact: true }).click();
      await expect.poll(rings).toBe(3);
      expect(param(page, 'rings')).toBe('actor');
    }));

  it('stands beside the year before, in which the same task stands out', () =>
    visit('', async (page) => {
      await page.getByRole('button', { name: 'Sammenlign med 2025/2026' }).click();
      const other = page.locator('[data-task^="39-2025-2026-"]');
      await other.first().waitFor();
      expect(await page.locator('svg[role="group"]').count()).toBe(2);
      for (const name of ['2026/2027', '2025/2026'])
        await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
      await page.locator(`[data-task="${CYCLE}-soknadsfrist-videregaende"]`).focus();
      await page.locator('[data-task="39-2025-2026-soknadsfrist-videregaende"][data-active]').waitFor();
    }));

  it('is there as a table, too', () =>
    visit('?level=complete', async (page) => {
      await page.getByText(/^Hjulet som tabell/).click();
      const rows = page.getByRole('row');
      await expect.poll(() => rows.count()).toBe(fixture.published.tasks.length + 1);
    }));

  it('opens an entry under a finger at the second touch only', () =>
    visit(
      '?zoom=week:2026-11-23',
      async (page) => {
        const entry = page.locator('[data-task]').first();
        await entry.dispatchEvent('pointerdown', { pointerType: 'touch' });
        await entry.dispatchEvent('click');
        await page.locator('[data-active]').waitFor();
        expect(new URL(page.url()).pathname).toBe(`/cycles/${CYCLE}/wheel`);
        await entry.dispatchEvent('pointerdown', { pointerType: 'touch' });
        await entry.dispatchEvent('click');
        await page.waitForURL('**/tasks/**');
      },
      { width: 375, height: 740, hasTouch: true },
    ));

  it.each([
    ['', 1440],
    ['?rings=actor', 1440],
    ['?zoom=term:2027-01-05', 1440],
    ['?zoom=month:2026-10-01', 1024],
    ['', 768],
  ])('has no two labels on top of each other: %s in %i pixels', (search, width) =>
    visit(
      search,
      async (page) => {
        const overlaps = await page.evaluate(overlappingLabels);
        expect(overlaps).toEqual([]);
      },
      { width },
    ),
  );
});

/** Runs in the page: the pairs of labels whose boxes, turned as they are, share more than an edge. */
function overlappingLabels(): string[] {
  type Point = { x: number; y: number };
  const doc = (globalThis as unknown as { document: { querySelectorAll(s: string): Iterable<never> } })
    .document;
  interface Drawn {
    textContent: string;
    getBBox(): { x: number; y: number; width: number; height: number };
    getScreenCTM(): { a: number; b: number; c: number; d: number; e: number; f: number };
  }
  const cornersOf = (text: Drawn): Point[] => {
    const { x, y, width, height } = text.getBBox();
    const { a, b, c, d, e, f } = text.getScreenCTM();
    // Of a line's height, letters take about the middle 60 %.
    const [top, bottom] = [y + 0.2 * height, y + 0.8 * height];
    return [
      [x, top],
      [x + width, top],
      [x + width, bottom],
      [x, bottom],
    ].map(([px = 0, py = 0]) => ({ x: a * px + c * py + e, y: b * px + d * py + f }));
  };
  /** By the separating axes of two convex shapes. */
  const meet = (one: Point[], other: Point[]) =>
    [one, other].every((shape) =>
      shape.every((point, index) => {
        const next = shape[(index + 1) % shape.length] as Point;
        const axis = { x: next.y - point.y, y: point.x - next.x };
        const length = Math.hypot(axis.x, axis.y) || 1;
        const spread = (points: Point[]) => points.map(({ x, y }) => (x * axis.x + y * axis.y) / length);
        const [a, b] = [spread(one), spread(other)];
        return Math.max(...a) - Math.min(...b) > 0.5 && Math.max(...b) - Math.min(...a) > 0.5;
      }),
    );
  const texts = [
    ...doc.querySelectorAll('svg [data-of^="entry:"] > text, svg [data-of*="label"] > text'),
  ] as Drawn[];
  const boxes = texts.map((text) => ({ text: text.textContent, corners: cornersOf(text) }));
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .flatMap((other) => (meet(one.corners, other.corners) ? [`${one.text} / ${other.text}`] : [])),
  );
}
