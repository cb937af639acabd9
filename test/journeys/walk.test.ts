import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { instant } from '../../src/calendar/iso-date.js';
import { launchBrowser, openPage } from '../browser/browser.js';
import { TODAY } from '../browser/page-service.js';
import { onDatabase } from '../database/databases.js';
import { startTestService } from '../http/test-service.js';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });

/** Counts what a person does with the mouse, across the pages of the walk. */
const COUNT_CLICKS = `addEventListener('pointerdown', () =>
  sessionStorage.setItem('clicks', String(Number(sessionStorage.getItem('clicks') ?? 0) + 1)), true)`;

onDatabase('SQLite', 'the walk of somebody who is new', (createDatabase) => {
  it('does the five tasks; tells the clicks and seconds of each', async () => {
    const database = await createDatabase();
    const settings = { FIRST_CYCLE: 'none' };
    const service = await startTestService(database.address, { settings, now: () => instant(TODAY) });
    const browser = await launchBrowser();
    const { page } = await openPage(browser);
    page.setDefaultTimeout(20_000);
    await page.clock.setFixedTime(TODAY);
    await page.addInitScript(COUNT_CLICKS);
    const walked: { readonly task: string; readonly clicks: number; readonly seconds: number }[] = [];
    const clicks = async () => Number(await page.evaluate('sessionStorage.getItem("clicks")'));
    const walk = async (task: string, steps: () => Promise<void>) => {
      const [before, began] = [await clicks(), performance.now()];
      await steps();
      const seconds = Math.round((performance.now() - began) / 100) / 10;
      walked.push({ task, clicks: (await clicks()) - before, seconds });
    };

    const [, token] = /#link=(\S+)/.exec(service.greeting.join('\n')) ?? [];
    await page.goto(`${service.url}/sign-in#link=${token}`);
    await walk('make the cycle', async () => {
      await page.getByRole('main').getByRole('button', { name: 'Logg inn' }).click();
      await link(page, 'Velg 2026/2027').click();
      await link(page, 'Videre til Enheter').click();
      await button(page, 'Legg til enhet').click();
      await page.getByLabel('Navn').fill('Horten videregående skole');
      await button(page, 'Lagre').click();
      await link(page, 'Videre til Utkast').click();
      await button(page, 'Lag utkastet').click();
      await page.getByRole('heading', { name: 'Se over utkastet' }).waitFor();
    });
    const dialog = page.getByRole('dialog');
    await walk('move a deadline', async () => {
      await link(page, /^Kommunene melder søkere/).click();
      await dialog.getByText('Dager', { exact: true }).click();
      await dialog.getByLabel('Første dag').fill('2026-10-02');
      await dialog.getByRole('button', { name: 'Lagre' }).click();
      await dialog.waitFor({ state: 'detached' });
    });
    await page.goto(`${service.url}/cycles/39-2026-2027/agenda`);
    await walk('add a cooperation task with NAV', async () => {
      await link(page, 'Ny oppgave').click();
      await dialog.getByLabel('Tittel').fill('Møte med NAV om lærlinger');
      await dialog.getByLabel('Type').selectOption('Samarbeid');
      await dialog.getByLabel('Første dag').fill('2027-01-20');
      await dialog.getByRole('checkbox', { name: 'Nav', exact: true }).check();
      await dialog.getByRole('button', { name: 'Lagre' }).click();
      await dialog.waitFor({ state: 'detached' });
    });
    await walk('publish', async () => {
      await link(page, 'Lag årshjul').click();
      await link(page, 'Fortsett arbeidet').click();
      await link(page, 'Videre til publisering').click();
      await button(page, 'Publiser årshjulet').click();
      await page.getByText('Årshjulet er publisert.').waitFor();
    });
    await walk('give the school its feed', async () => {
      await link(page, 'Videre til Deling').click();
      await button(page, /Lag de 2 adressene/).click();
      await button(page, 'Kopier adressen til Horten videregående skole').click();
    });
    for (const each of walked) process.stdout.write(`${JSON.stringify(each)}\n`);
    expect(walked.every((each) => each.clicks > 0)).toBe(true);
    await browser.close();
    await service.stop();
    await database.drop();
  });
});
