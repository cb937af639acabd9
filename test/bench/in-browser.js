/** What the benchmarks in a real browser share: a service, the browser, a large cycle, and a trace of what the page does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { readConfig } from '../../dist/compose/config.js';
import { startService } from '../../dist/compose/service.js';

export const CYCLE = '39-2026-2027';

/** The day that service and page believe it is. */
export const NOW = '2026-11-25T09:00:00.000Z';

/** An instance of the service on the database of a folder. */
export function startInstance(folder) {
  return startService(
    readConfig({
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'silent',
      SCHOOL_YEAR: '2026/2027',
      SECRET_KEY: 'a-key-only-for-the-bench-0123456789',
      DATABASE_URL: join(folder, 'bench.sqlite'),
    }),
    { now: () => NOW, version: '0.0.0' },
  );
}

/** Starts Chromium: the one that CHROMIUM_PATH names, else the one that comes from npm. */
export async function launchBrowser() {
  return playwright.launch({
    executablePath: process.env.CHROMIUM_PATH ?? (await chromium.executablePath()),
    args: chromium.args.filter((flag) => flag !== '--single-process'),
    headless: true,
  });
}

/** From now on the page is given so many tasks, called `${CYCLE}-bench-${index}`. */
export async function giveTasks(page, count) {
  await page.route('**/view?*', async (route) => {
    const response = await route.fetch();
    const view = await response.json();
    const tasks = Array.from({ length: count }, (_, index) => ({
      ...view.tasks[index % view.tasks.length],
      id: `${CYCLE}-bench-${index}`,
    }));
    await route.fulfill({ response, json: { ...view, tasks } });
  });
}

/** What the browser traces of the page while something is done, and what that answers. */
export async function traced(browser, page, folder, act) {
  const path = join(folder, 'trace.json');
  await browser.startTracing(page, {
    path,
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  const answer = await act();
  await browser.stopTracing();
  return { answer, events: JSON.parse(readFileSync(path, 'utf8')).traceEvents };
}
