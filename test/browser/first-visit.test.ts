import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { measureText } from '../../src/poster/fonts.js';
import { onDatabase } from '../database/databases.js';
import { openPage, settled } from './browser.js';
import { pageFixture } from './page-fixture.js';
import { CYCLE, TODAY } from './page-service.js';

interface Fetched {
  readonly path: string;
  /** What came over the wire for it, headers and all. */
  bytes: number;
}

/** Listens to all that a page fetches from now on. What is told while the page is open belongs to no visit: the stream of changes. */
async function listen(page: Page): Promise<readonly Fetched[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const fetched: Fetched[] = [];
  const byId = new Map<string, Fetched>();
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    const { protocol, pathname } = new URL(request.url);
    if (!protocol.startsWith('http') || type === 'EventSource') return;
    const each = { path: pathname, bytes: 0 };
    byId.set(requestId, each);
    fetched.push(each);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const each = byId.get(requestId);
    if (each) each.bytes = encodedDataLength;
  });
  return fetched;
}

onDatabase('SQLite', 'a first visit', (createDatabase) => {
  const fixture = pageFixture(createDatabase);

  it.each([
    ['anybody', '', false, 10, 262],
    ['a coordinator', '', true, 14, 295],
    ['a coordinator, in the list', '/agenda', true, 14, 295],
  ])(
    'costs %s at most the requests and kB given before the view can be used',
    async (_who, view, isWorker, requests, most) => {
      const { page, context } = await openPage(
        fixture.browser,
        isWorker ? { signedIn: fixture.coordinator } : {},
      );
      await page.clock.setFixedTime(TODAY);
      const fetched = await listen(page);
      await page.goto(`${fixture.url}/cycles/${CYCLE}${view}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settled(page);
      const kilobytes = fetched.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
      expect(fetched.length, JSON.stringify(fetched)).toBeLessThanOrEqual(requests);
      expect(kilobytes, JSON.stringify(fetched)).toBeLessThanOrEqual(most);
      expect(fetched.filter(({ path }) => path.endsWith('.woff2'))).toHaveLength(1);
      await context.close();
    },
  );

  it('sets text as wide as the posters measure it, so that labels of both wheels have the same room', async () => {
    const { page, context } = await openPage(fixture.browser);
    await page.goto(`${fixture.url}/cycles/${CYCLE}/agenda`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const titles = fixture.published.tasks.map(({ title }) => title);
    for (const [weight, name] of [
      [400, 'regular'],
      [700, 'bold'],
    ] as const) {
      // Without kerning, as the posters measure.
      const widths = await page.evaluate<number[]>(`document.fonts.load('${weight} 100px Inter').then(() => {
        const context = document.createElement('canvas').getContext('2d');
        context.font = '${weight} 100px Inter';
        context.fontKerning = 'none';
        return ${JSON.stringify(titles)}.map((title) => context.measureText(title).width);
      })`);
      titles.forEach((title, index) => {
        const expected = measureText(title, 100, name);
        expect(Math.abs((widths[index] ?? 0) - expected) / expected, title).toBeLessThan(0.005);
      });
    }
    await context.close();
  });
});
