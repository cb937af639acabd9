import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CYCLE, giveTasks, launchBrowser, NOW, startInstance, traced } from './in-browser.js';

const TASKS = 400;
const RUNS = 11;

/** What the page costs its readers: the script of a first visit, and the drawing of a large wheel. */
export async function benchPage(reportRatio) {
  const folder = mkdtempSync(join(tmpdir(), 'arshjul-bench-'));
  const service = await startInstance(folder);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    let scriptBytes = 0;
    page.on('response', async (response) => {
      if (response.request().resourceType() !== 'script') return;
      const { responseBodySize } = await response.request().sizes();
      scriptBytes += responseBodySize;
    });
    await page.clock.setFixedTime(NOW);
    await page.goto(service.url);
    await page.locator('[data-task]').first().waitFor();
    await page.waitForLoadState('networkidle');
    reportRatio(
      'script of a first visit, wheel and all',
      scriptBytes / 1000,
      'kB gzip',
      'the aim of 200 kB',
      200,
    );

    await giveTasks(page, TASKS);
    await page.goto(`${service.url}/cycles/${CYCLE}/wheel?level=complete`);
    await page.locator(`[data-task="${CYCLE}-bench-${TASKS - 1}"]`).waitFor();
    const times = [];
    for (let run = 0; run < RUNS + 3; run += 1) {
      const { events } = await traced(browser, page, folder, async () => {
        await page.getByText(run % 2 === 0 ? 'Aktører' : 'Faser', { exact: true }).click();
        await page.waitForTimeout(400);
      });
      times.push(drawingTime(events));
    }
    const [median] = times
      .slice(3)
      .sort((a, b) => a - b)
      .slice(Math.floor(RUNS / 2));
    reportRatio(
      `wheel of ${TASKS} tasks drawn anew in the browser: script, style, layout and paint`,
      median,
      'ms',
      'the aim of 50 ms',
      50,
    );
  } finally {
    await browser.close();
    await service.stop();
    rmSync(folder, { recursive: true });
  }
}

/**
 * How long the renderer's main thread works in the 300 ms from the choice on, in milliseconds: script, style, layout and
 * paint. By the thread's own clock, which stands still while the machine does something else.
 */
function drawingTime(events) {
  const click = events.find(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'change');
  if (!click) throw new Error('the trace has no change event');
  const tasks = events.filter(
    ({ name, ph, pid, tid, ts, dur }) =>
      name === 'RunTask' &&
      ph === 'X' &&
      pid === click.pid &&
      tid === click.tid &&
      ts + dur > click.ts &&
      ts < click.ts + 300_000,
  );
  return tasks.reduce((sum, { tdur }) => sum + tdur, 0) / 1000;
}
