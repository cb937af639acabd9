import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { onDatabase } from '../database/databases.js';
import { openPage, overflowOf, type PageWish, settled } from './browser.js';
import { pageFixture } from './page-fixture.js';
import { CYCLE, TODAY } from './page-service.js';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 375, height: 812, hasTouch: true };

onDatabase('SQLite', 'the timeline in a browser', (createDatabase) => {
  const fixture = pageFixture(createDatabase);

  const visit = async (
    search: string,
    wish: PageWish & { readonly now?: string },
    look: (page: Page) => Promise<void>,
  ) => {
    const { page, context, complaints } = await openPage(fixture.browser, wish);
    try {
      await page.clock.setFixedTime(wish.now ?? TODAY);
      await page.goto(`${fixture.url}/cycles/${CYCLE}/timeline${search}`);
      await page.locator('[data-task]').first().waitFor();
      await settled(page);
      await page.evaluate('document.fonts.ready');
      await look(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  };
  const titlesAt = (...levels: readonly string[]) =>
    fixture.published.tasks.filter(({ level }) => levels.includes(level)).map(({ title }) => title);
  const namesOn = (page: Page) => page.locator('[data-task] [data-side] > span').allTextContents();

  for (const { width, height, ...rest } of [DESK, PHONE])
    for (const colorScheme of ['light', 'dark'] as const)
      it.each([
        ['', TODAY],
        ['?level=complete', TODAY],
        ['?rings=actor', '2026-09-10T09:00:00Z'],
        ['?zoom=term:2027-01-05', '2027-04-20T09:00:00Z'],
        ['?zoom=month:2026-11-01', TODAY],
      ])(
        `has no name on a mark, a bar, another name or today, in ${colorScheme} at ${width} pixels: %s on %s`,
        (search, now) =>
          visit(search, { width, height, ...rest, colorScheme, now }, async (page) => {
            expect((await namesOn(page)).length).toBeGreaterThan(5);
            // Scrolled, the name of a bar that has begun goes along with it.
            for (const share of [0, 0.25, 0.5, 0.75, 1]) {
              await page.evaluate(scrollTimeline, share);
              expect(await page.evaluate(clashesOfNames)).toEqual([]);
            }
          }),
      );

  it.each([DESK, PHONE])('names every task whole at its default level, at $width pixels', (size) =>
    visit('', size, async (page) => {
      expect((await namesOn(page)).toSorted()).toEqual(titlesAt('essential', 'recommended').toSorted());
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    }),
  );

  it('tells screen readers the name of each task, with its kind, days and who, also where it is not written', () =>
    visit('?level=complete', PHONE, async (page) => {
      const labels = await page.evaluate<string[]>(
        `[...document.querySelectorAll('[data-task]')].map((each) => each.getAttribute('aria-label'))`,
      );
      const titles = fixture.published.tasks.map(({ title }) => title);
      expect(titles.filter((title) => !labels.some((label) => label.startsWith(`${title}, `)))).toEqual([]);
    }));

  it('says what its marks, bars, shades, colours and the line of today mean', () =>
    visit('?rings=actor', DESK, async (page) => {
      const legend = page.getByRole('list', { name: 'Tegnforklaring' });
      const words = async () =>
        (await legend.getByRole('listitem').allTextContents()).map((each) => each.trim());
      const marks = ['Frist', 'Samarbeid', 'Aktivitet', 'Over flere dager', 'Samarbeid over flere dager'];
      const phases = fixture.published.vocabulary.phases.map(({ name }) => name);
      expect(await words()).toEqual([
        ...marks,
        'I dag',
        'Ferie',
        'Helligdag',
        'Fargen viser fasen',
        ...phases,
      ]);
      // It stands above the rows, in the first window.
      const box = await legend.boundingBox();
      expect((box?.y ?? 999) + (box?.height ?? 999)).toBeLessThan(DESK.height / 2);
      // Rows of phases say themselves which colour each has.
      await page.getByText('Faser', { exact: true }).click();
      await expect.poll(words).toEqual([...marks, 'I dag', 'Ferie', 'Helligdag', 'Fargen viser fasen']);
      await page.goto(`${fixture.url}/cycles/${CYCLE}/timeline?zoom=month:2027-03-01`);
      await expect.poll(words).not.toContain('I dag');
    }));
});

/** Runs in the page: scrolls the timeline to a share of its width. */
function scrollTimeline(share: number): void {
  const doc = (globalThis as unknown as { document: { querySelector(s: string): never } }).document;
  const region = (doc.querySelector('[data-task]') as { closest(s: string): never }).closest('section') as {
    scrollLeft: number;
    scrollWidth: number;
    clientWidth: number;
  };
  region.scrollLeft = share * (region.scrollWidth - region.clientWidth);
}

/** Runs in the page: what names share more than an edge with, and those that are wider than their room. */
function clashesOfNames(): string[] {
  interface Box {
    left: number;
    right: number;
    top: number;
    bottom: number;
  }
  interface Drawn {
    textContent: string;
    parentElement: Drawn;
    getBoundingClientRect(): Box;
    closest(selector: string): Drawn;
  }
  const doc = (globalThis as unknown as { document: { querySelectorAll(s: string): Iterable<Drawn> } })
    .document;
  const all = (selector: string) => [...doc.querySelectorAll(selector)];
  const boxOf = (drawn: Drawn) => ({
    task: drawn.closest('[data-task]'),
    box: drawn.getBoundingClientRect(),
  });
  const meet = (a: Box, b: Box) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
  const names = all('[data-task] [data-side] > span').map((drawn) => ({
    ...boxOf(drawn),
    text: drawn.textContent,
    room: drawn.parentElement.getBoundingClientRect(),
  }));
  const marks = all('[data-shape="mark"] svg').map(boxOf);
  const bars = all('[data-shape="bar"] [data-task]').map(boxOf);
  const lines = all('[data-of="today"]').map(boxOf);
  return names.flatMap((name, index) => [
    ...names
      .slice(index + 1)
      .flatMap((other) => (meet(name.box, other.box) ? [`${name.text} / ${other.text}`] : [])),
    ...(marks.some(({ box }) => meet(name.box, box)) ? [`${name.text} on a mark`] : []),
    ...(bars.some(({ task, box }) => task !== name.task && meet(name.box, box))
      ? [`${name.text} on a bar`]
      : []),
    ...bars
      .filter(({ task, box }) => task === name.task && meet(name.box, box))
      .flatMap(({ box }) =>
        name.box.left < box.left || name.box.right > box.right
          ? [`${name.text} across the end of its bar`]
          : [],
      ),
    ...(lines.some(({ box }) => meet(name.box, box)) ? [`${name.text} on today`] : []),
    ...(name.box.left < name.room.left - 0.5 || name.box.right > name.room.right + 0.5
      ? [`${name.text} wider than its room`]
      : []),
  ]);
}
