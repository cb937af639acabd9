import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { instant } from '../../src/calendar/iso-date.js';
import { launchBrowser, openPage, overflowOf } from '../browser/browser.js';
import { TODAY } from '../browser/page-service.js';
import { onDatabase } from '../database/databases.js';
import { startTestService } from '../http/test-service.js';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });

onDatabase('SQLite', 'an empty installation', (createDatabase) => {
  it('becomes, by the one-time link and step by step, a published årshjul and a feed of the school', async () => {
    const database = await createDatabase();
    const service = await startTestService(database.address, {
      settings: { FIRST_CYCLE: 'none' },
      now: () => instant(TODAY),
    });
    const browser = await launchBrowser();
    const { page, complaints } = await openPage(browser);
    page.setDefaultTimeout(45_000);
    await page.clock.setFixedTime(TODAY);

    const greeting = service.greeting.join('\n');
    expect(greeting).not.toContain('feed ');
    const [, token] = /#link=(\S+)/.exec(greeting) ?? [];
    await page.goto(`${service.url}/sign-in#link=${token}`);
    await page.getByRole('main').getByRole('button', { name: 'Logg inn' }).click();
    await page.waitForURL('**/start');
    await link(page, 'Velg 2026/2027').click();

    await page.getByText('Publisert skolerute').waitFor();
    const sum = page.getByRole('row', { name: /Skoledager i alt/ });
    expect(await sum.textContent()).toContain('190');
    await link(page, 'Videre til Enheter').click();

    await button(page, 'Legg til enhet').click();
    await page.getByLabel('Navn').fill('Horten videregående skole');
    await page.getByLabel('E-postadresse').fill('post@horten.example');
    await button(page, 'Lagre').click();
    await page.getByText('Horten videregående skole er lagt til.').waitFor();
    await link(page, 'Videre til Utkast').click();
    await button(page, 'Lag utkastet').click();

    await page.getByRole('heading', { name: 'Se over utkastet' }).waitFor();
    const left = button(page, /Ikke for oss/).first();
    await left.click();
    await button(page, /Ta med igjen/).waitFor();
    await Promise.all([
      page.waitForResponse('**/looked-over'),
      page
        .getByRole('checkbox', { name: /Sett over/ })
        .nth(1)
        .check(),
    ]);
    // Another day, in the same place: what has been looked over is still ticked off.
    await page.reload();
    await page.getByRole('checkbox', { checked: true }).nth(1).waitFor();
    for (;;) {
      await button(page, /Kryss av de/).click();
      await button(page, /Kryss av de/).waitFor({ state: 'detached' });
      const next = link(page, /^Neste:/);
      if ((await next.count()) === 0) break;
      await next.click();
    }
    await link(page, 'Videre til Publisering').click();
    await page.getByText('1 av 1 enheter har e-postadresse').waitFor();
    await button(page, 'Publiser årshjulet').click();
    await link(page, 'Videre til Deling').click();
    await button(page, /Lag de 2 adressene/).click();
    const address = page.getByRole('listitem').filter({ hasText: 'Horten' }).locator('code');
    const url = new URL(String(await address.textContent()));
    await button(page, 'Kopier adressen til Horten videregående skole').click();

    const feed = await fetch(service.url + url.pathname);
    expect(feed.status).toBe(200);
    const calendar = new ICAL.Component(ICAL.parse(await feed.text()));
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events.length).toBeGreaterThan(150);
    expect(events.some(({ summary }) => summary.includes('Åpen skole'))).toBe(true);
    await link(page, 'Gå til årshjulet').click();
    await page.getByRole('heading', { level: 1, name: /Årshjul Vestfold 2026\/2027/ }).waitFor();

    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await browser.close();
    await service.stop();
    await database.drop();
  });
});
