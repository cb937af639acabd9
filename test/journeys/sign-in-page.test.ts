import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import { linkTokenFor } from '../access/sign-in.js';
import { axeFindings } from '../browser/axe.js';
import { launchBrowser, openPage, overflowOf, settled } from '../browser/browser.js';
import { onDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, startTestService } from '../http/test-service.js';

const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };

onDatabase('SQLite', 'the page to sign in on', (createDatabase) => {
  let browser: Browser;
  let database: TestDatabase;
  let service: Service;

  beforeAll(async () => {
    database = await createDatabase();
    [service, browser] = await Promise.all([
      startTestService(database.address, { settings: { SMTP_URL: 'smtp://localhost:1' } }),
      launchBrowser(),
    ]);
    await request(service.url)
      .post('/api/units')
      .set(automation)
      .send({ county: '39', id: '39-fjellet', kind: 'school', name: 'Fjellet vgs' })
      .expect(201);
    for (const [unitId, role] of [
      ['39-fjellet', 'unit-coordinator'],
      ['39', 'reader'],
    ])
      await request(service.url)
        .post('/api/people')
        .set(automation)
        .send({ county: '39', unitId, name: 'Kari Nordmann', address: 'kari@x.example', role })
        .expect(201);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await service.stop();
    await database.drop();
  });

  it.each(
    (['nb', 'nn', 'en'] as const).flatMap((language) =>
      (['light', 'dark'] as const).map((scheme) => [language, scheme] as const),
    ),
  )(
    'has nothing that axe finds, in %s, %s',
    async (language, scheme) => {
      expect(await axeFindings(browser, `${service.url}/sign-in`, language, scheme)).toEqual([]);
    },
    60_000,
  );

  it('takes an address by keyboard and says what comes, the same for whoever it is', async () => {
    const { page, context, complaints } = await openPage(browser, { width: 320 });
    await page.goto(`${service.url}/sign-in`);
    await page.getByLabel('E-postadresse').fill('ukjent@x.example');
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: join(process.env.SCREENSHOTS, 'sign-in.png') });
    await page.keyboard.press('Enter');
    await page.getByText('Sjekk e-posten din').waitFor();
    await page.getByText('Har ukjent@x.example en rolle her').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  }, 60_000);

  it('uses a one-time link up by its button alone, keeps it out of the history, and says when it is of no more use', async () => {
    const { page, context } = await openPage(browser);
    const link = `${service.url}/sign-in#link=${await linkTokenFor(database.address, 'kari@x.example')}`;
    await page.goto(link);
    const button = page.getByRole('main').getByRole('button', { name: 'Logg inn' });
    await button.waitFor();
    expect(page.url()).toBe(`${service.url}/sign-in`);
    await button.click();
    await page.getByText('Kari Nordmann').waitFor();
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: join(process.env.SCREENSHOTS, 'signed-in.png') });
    const again = await openPage(browser);
    await again.page.goto(link);
    await again.page.getByRole('main').getByRole('button', { name: 'Logg inn' }).click();
    await again.page.getByText('Lenken er brukt, utløpt eller ikke gyldig. Be om en ny.').waitFor();
    await again.context.close();
    await context.close();
  }, 60_000);

  it('lets who stands in several units choose for which one they speak, until they sign out', async () => {
    const { page, context, complaints } = await openPage(browser);
    await page.goto(`${service.url}/sign-in#link=${await linkTokenFor(database.address, 'kari@x.example')}`);
    await page.getByRole('main').getByRole('button', { name: 'Logg inn' }).click();
    const choice = page.getByLabel('Handler på vegne av');
    await choice.waitFor();
    expect(await choice.inputValue()).toBe('39-fjellet');
    await choice.selectOption({ value: '39' });
    await page.waitForResponse((response) => response.url().endsWith('/api/session'));
    await page.reload();
    await choice.waitFor();
    expect(await choice.inputValue()).toBe('39');
    await settled(page);
    await page.getByRole('button', { name: 'Logg ut' }).click();
    await page.getByRole('link', { name: 'Logg inn' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  }, 60_000);

  it('brings the page back when signing out fails, and says why', async () => {
    const { page, context } = await openPage(browser);
    await page.goto(`${service.url}/sign-in#link=${await linkTokenFor(database.address, 'kari@x.example')}`);
    await page.getByRole('main').getByRole('button', { name: 'Logg inn' }).click();
    const out = page.getByRole('button', { name: 'Logg ut' });
    await out.waitFor();
    await settled(page);
    await page.route('**/api/sign-out', (route) => route.abort());
    await out.click();
    await page.getByRole('alert').getByText('Tjenesten kan ikke nås.').waitFor();
    await page.unroute('**/api/sign-out');
    await out.click();
    await page.getByRole('link', { name: 'Logg inn' }).waitFor();
    await context.close();
  }, 60_000);

  it('asks for nothing of somebody’s own once they sign out, though what stands there is still coming in', async () => {
    const { page, context, complaints } = await openPage(browser);
    await page.goto(`${service.url}/sign-in#link=${await linkTokenFor(database.address, 'kari@x.example')}`);
    await page.getByRole('main').getByRole('button', { name: 'Logg inn' }).click();
    const out = page.getByRole('button', { name: 'Logg ut' });
    await out.waitFor();
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    await page.route('**/view?*', async (route) => {
      const response = await route.fetch();
      await ended;
      await route.fulfill({ response });
    });
    await page.route('**/api/sign-out', async (route) => {
      const headers = { ...(await route.request().allHeaders()), origin: service.url };
      const response = await route.fetch({ headers });
      expect(response.status()).toBe(200);
      end();
      await setTimeout(1_000);
      await route.fulfill({ response });
    });
    await page.reload();
    await out.click();
    await page.getByRole('link', { name: 'Logg inn' }).waitFor();
    await settled(page);
    expect(complaints).toEqual([]);
    await page.unrouteAll({ behavior: 'wait' });
    await context.close();
  }, 60_000);
});
