import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import { onDatabase, type TestDatabase } from '../database/databases.js';
import { launchBrowser, openPage } from './browser.js';
import { CYCLE, startPageService } from './page-service.js';

/** A page of another site, on an origin of its own, with a frame for whatever its address names. */
async function startIntranet() {
  const server = createServer((request, response) => {
    const framed = new URL(request.url ?? '', 'http://localhost').searchParams.get('frame') ?? '';
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Intranett</title><iframe title="Årshjul" src="${framed}"></iframe>`);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return { port, stop: () => new Promise((resolve) => server.close(resolve)) };
}

onDatabase('SQLite', 'a published cycle in the frame of another site', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let browser: Browser;
  let intranet: Awaited<ReturnType<typeof startIntranet>>;

  beforeAll(async () => {
    [database, intranet, browser] = await Promise.all([createDatabase(), startIntranet(), launchBrowser()]);
    const FRAME_ANCESTORS = `http://localhost:${intranet.port}`;
    service = await startPageService(database.address, { FRAME_ANCESTORS });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await intranet.stop();
    await service.stop();
    await database.drop();
  });

  /** The page of the other site, by the name of its host, and what its frame holds of the service. */
  const frame = async (host: string, path: string) => {
    const watched = await openPage(browser);
    const frame = encodeURIComponent(service.url + path);
    await watched.page.goto(`http://${host}:${intranet.port}/?frame=${frame}`);
    return { ...watched, framed: watched.page.frameLocator('iframe') };
  };

  it.each(['wheel', 'agenda'])('shows its %s where the origin is configured', async (view) => {
    const { framed, context, complaints } = await frame('localhost', `/embed/cycles/${CYCLE}/${view}`);
    await framed.getByRole('heading', { level: 1, name: 'Årshjul Vestfold 2026/2027' }).waitFor();
    await framed.locator('[data-task]:visible, a[href*="/tasks/"]:visible').first().waitFor();
    await framed.getByRole('link', { name: 'Åpne hele årshjulet' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([
    ['from an origin that is not configured', '127.0.0.1', `/embed/cycles/${CYCLE}/wheel`],
    ['where it is not made for a frame', 'localhost', `/cycles/${CYCLE}/wheel`],
  ])('is refused by the browser %s', async (_why, host, path) => {
    const { framed, context, complaints } = await frame(host, path);
    await expect.poll(() => complaints.join()).toContain('frame-ancestors');
    expect(await framed.getByRole('heading').count()).toBe(0);
    await context.close();
  });
});
