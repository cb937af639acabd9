import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import request from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/node';
import type { Service } from '../../src/compose/service.js';
import { linkTokenFor } from '../access/sign-in.js';
import { axeFindings, findingsOn } from '../browser/axe.js';
import { launchBrowser, openPage, overflowOf, type PageWish, type WatchedPage } from '../browser/browser.js';
import { onDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, startTestService } from '../http/test-service.js';

const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };

/** Nobody's, and fitting their check digit. */
const NUMBER = '999999999';

onDatabase('SQLite', 'the page of the units', (createDatabase) => {
  let browser: Browser;
  let database: TestDatabase;
  let service: Service;
  let opened: WatchedPage[];

  beforeEach(async () => {
    opened = [];
    database = await createDatabase();
    [service, browser] = await Promise.all([startTestService(database.address), launchBrowser()]);
    await request(service.url)
      .post('/api/units')
      .set(automation)
      .send({ county: '39', id: '39-fjellet', kind: 'school', name: 'Fjellet vgs', municipality: 'Fjelldal' })
      .expect(201);
    for (const [name, role] of [
      ['kari', 'county-coordinator'],
      ['ola', 'reader'],
    ])
      await request(service.url)
        .post('/api/people')
        .set(automation)
        .send({ county: '39', unitId: '39', name, address: `${name}@x.example`, role })
        .expect(201);
  }, 60_000);
  afterEach(async () => {
    await Promise.all(opened.map(({ context }) => context.close()));
    await browser.close();
    await service.stop();
    await database.drop();
  });

  const open = async (wish?: PageWish) => {
    const watched = await openPage(browser, wish);
    opened.push(watched);
    return watched;
  };
  /** A page of somebody who has signed in, at the units. */
  const openAs = async (name: string, wish?: PageWish) => {
    const watched = await open(wish);
    const { page } = watched;
    await page.goto(
      `${service.url}/sign-in#link=${await linkTokenFor(database.address, `${name}@x.example`)}`,
    );
    await page.getByRole('main').getByRole('button', { name: 'Logg inn' }).click();
    // On a phone it stands behind a button.
    await page.getByRole('button', { name: 'Logg ut', includeHidden: true }).waitFor({ state: 'attached' });
    await page.goto(`${service.url}/units`);
    await page.getByRole('heading', { level: 1, name: 'Enheter' }).waitFor();
    return watched;
  };
  const units = async () =>
    (await request(service.url).get('/api/units?county=39').set(automation).expect(200)).body;
  const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
  /** Waits for what fades in to be there. */
  const still = (page: Page) =>
    page.evaluate(
      'Promise.allSettled(document.getAnimations().map(({ finished }) => finished)).then(() => {})',
    );
  const picture = async (page: Page, name: string) => {
    if (!process.env.SCREENSHOTS) return;
    await still(page);
    await page.screenshot({ path: join(process.env.SCREENSHOTS, `units-${name}.png`) });
  };

  it('leads who has not signed in to do so, and refuses a reader', async () => {
    const { page } = await open();
    await page.goto(`${service.url}/units`);
    await page.getByText('Logg inn for å arbeide her.').waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Logg inn' }).click();
    await page.waitForURL(`${service.url}/sign-in`);
    const reader = await openAs('ola');
    await reader.page.getByText('Du er logget inn som leser').waitFor();
    expect(await reader.page.getByRole('table').count()).toBe(0);
    expect(await reader.page.getByRole('link', { name: 'Enheter' }).count()).toBe(0);
    expect(reader.complaints).toEqual([]);
  }, 60_000);

  it('is reached from the menu; adds a unit and shows it in the group of its kind', async () => {
    const { page, complaints } = await openAs('kari');
    await page.goto(service.url);
    await page.getByRole('link', { name: 'Enheter' }).click();
    await page.getByRole('button', { name: 'Legg til enhet' }).click();
    const dialog = page.getByRole('dialog', { name: 'Legg til enhet' });
    await dialog.getByLabel('Navn').fill('NAV Fjelldal');
    await dialog.getByLabel('Type').selectOption('partner');
    await dialog.getByLabel('Organisasjonsnummer').fill('999 999 999');
    await dialog.getByLabel('E-postadresse').fill('nav@fjelldal.example');
    await dialog.getByLabel('Samarbeidspartner').selectOption('nav');
    await dialog.getByLabel('Samarbeidspartner').press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('NAV Fjelldal er lagt til.').waitFor();
    await row(page, 'NAV Fjelldal').getByText('nav@fjelldal.example').waitFor();
    expect(await page.locator('tbody').last().getByRole('row').allInnerTexts()).toHaveLength(2);
    expect((await units()).at(-1)).toMatchObject({
      kind: 'partner',
      name: 'NAV Fjelldal',
      organisationNumber: NUMBER,
      partner: 'nav',
    });
    await picture(page, 'table');
    expect(complaints).toEqual([]);
  }, 60_000);

  it('says beside the fields what is wrong, goes to the first, and keeps what was typed', async () => {
    const { page } = await openAs('kari', { width: 360, height: 740 });
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Legg til enhet' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Navn').fill('Fjorden vgs');
    await dialog.getByLabel('Organisasjonsnummer').fill('999999998');
    await dialog.getByLabel('E-postadresse').fill('fjorden');
    await dialog.getByRole('button', { name: 'Lagre' }).click();
    await dialog.getByText('Dette er ikke et organisasjonsnummer.').waitFor();
    await dialog.getByText('Skriv en hel e-postadresse').waitFor();
    const focused = () => page.evaluate('document.activeElement?.getAttribute("name")');
    expect(await focused()).toBe('organisationNumber');
    await picture(page, 'flaws-phone');
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await dialog.getByLabel('Organisasjonsnummer').fill(NUMBER);
    await dialog.getByLabel('E-postadresse').fill('');
    await dialog.getByLabel('Navn').fill('Fjellet vgs');
    await dialog.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('Fjellet vgs er lagt til.').waitFor();
    await page.getByRole('button', { name: 'Legg til enhet' }).click();
    await dialog.getByLabel('Navn').fill('Fjellet vgs');
    await dialog.getByRole('button', { name: 'Lagre' }).click();
    await dialog.getByText('Fylket har allerede en enhet med dette navnet.').waitFor();
    expect(await focused()).toBe('name');
  }, 60_000);

  it('changes a unit and retires it, from the keyboard, and gives the focus back', async () => {
    const { page } = await openAs('kari');
    const button = page.getByRole('button', { name: 'Endre Fjellet vgs' });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Endre Fjellet vgs' });
    await dialog.getByLabel('Kommune').fill('Fjordby');
    await dialog.getByLabel('Nedlagt').focus();
    await page.keyboard.press('Space');
    await dialog.getByLabel('Kommune').press('Enter');
    await page.getByText('Fjellet vgs er lagret.').waitFor();
    await row(page, 'Fjellet vgs').getByText('Nedlagt').waitFor();
    await row(page, 'Fjellet vgs').getByText('Fjordby').waitFor();
    expect(await page.locator('button:focus').getAttribute('aria-label')).toBe('Endre Fjellet vgs');
    expect((await units())[1]).toMatchObject({ municipality: 'Fjordby', retired: true, version: 2 });
  }, 60_000);

  it('shows what somebody else has changed meanwhile, and loses nothing that was typed', async () => {
    const { page } = await openAs('kari');
    const other = await openAs('kari');
    for (const each of [page, other.page])
      await each.getByRole('button', { name: 'Endre Fjellet vgs' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Navn').fill('Fjellet videregående');
    await dialog.getByLabel('Kommune').fill('Min kommune');
    await other.page.getByLabel('Kommune').fill('Deres kommune');
    await other.page.getByLabel('E-postadresse').fill('deres@fjellet.example');
    await other.page.getByRole('button', { name: 'Lagre' }).click();
    await other.page.getByText('er lagret.').waitFor();
    await dialog.getByRole('button', { name: 'Lagre' }).click();
    const alert = dialog.getByRole('alert');
    await alert.getByText('Noen har endret enheten mens du skrev').waitFor();
    await alert.getByText('Deres kommune').waitFor();
    await picture(page, 'conflict');
    expect(await dialog.locator('[role="alert"]:focus').count()).toBe(1);
    expect(await dialog.getByLabel('Navn').inputValue()).toBe('Fjellet videregående');
    expect(await dialog.getByLabel('Kommune').inputValue()).toBe('Min kommune');
    await dialog.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('Fjellet videregående er lagret.').waitFor();
    expect((await units())[1]).toMatchObject({
      name: 'Fjellet videregående',
      municipality: 'Min kommune',
      address: 'deres@fjellet.example',
    });
  }, 60_000);

  it('imports a table after a preview that says for each line what becomes of it', async () => {
    const { page, complaints } = await openAs('kari');
    const table = [
      'Navn;Type;Orgnr;Kommune;E-post',
      `Fjorden vgs;skole;${NUMBER};Fjordby;post@fjorden.example`,
      'Fjellet;sirkus;;;',
      'Feil tall;kommune;999999998;;',
      `Samme tall;kommune;${NUMBER};;`,
      'Fjorden VGS;skole;;;',
    ].join('\n');
    await page.getByRole('button', { name: 'Importer' }).click();
    const dialog = page.getByRole('dialog', { name: 'Importer enheter' });
    const choose = (name: string, buffer: Buffer) =>
      dialog
        .getByLabel('Fil (CSV eller Excel)')
        .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await choose('feil.xlsx', Buffer.from('ikke Excel'));
    await dialog.getByText('Filen kan ikke leses.').waitFor();
    await choose('enheter.csv', Buffer.from(table));
    await dialog.getByText('1 ny, 1 uendret, 3 med feil.').waitFor();
    const rows = await dialog.getByRole('table').getByRole('row').allInnerTexts();
    const expected = [
      /^2\s+Blir lagt til\s+Fjorden vgs\s+Skole\s+999\s999\s999\s+Fjordby\s+post@fjorden\.example/,
      /^3\s+Feil: blir ikke med\s+Velg en type/,
      /^4\s+Feil: blir ikke med\s+Dette er ikke et organisasjonsnummer/,
      /^5\s+Feil: blir ikke med\s+Organisasjonsnummeret hører til en annen enhet/,
      /^6\s+Uendret: finnes fra før\s+Fjorden VGS/,
    ];
    expected.forEach((line, index) => {
      expect(rows[index + 1]).toMatch(line);
    });
    await picture(page, 'import');
    expect(await units()).toHaveLength(2);
    await dialog.getByRole('button', { name: 'Legg til 1 enhet' }).click();
    await page.getByText('1 enhet er lagt til.').waitFor();
    await row(page, 'Fjorden vgs').getByText('Fjordby').waitFor();
    expect(await units()).toHaveLength(3);
    expect(complaints.filter((text) => !text.includes('400'))).toEqual([]);
  }, 60_000);

  it('imports from Excel too', async () => {
    const { page } = await openAs('kari');
    const cells = [
      ['navn', 'type'],
      ['Fjelldal kommune', 'kommune'],
    ];
    const buffer = await writeExcel(cells.map((each) => each.map((value) => ({ value })))).toBuffer();
    await page.getByRole('button', { name: 'Importer' }).click();
    await page
      .getByLabel('Fil (CSV eller Excel)')
      .setInputFiles({ name: 'enheter.xlsx', mimeType: 'application/octet-stream', buffer });
    await page.getByRole('button', { name: 'Legg til 1 enhet' }).click();
    await row(page, 'Fjelldal kommune').waitFor();
  }, 60_000);

  it('says when there are none, when they cannot be fetched, and fetches them again', async () => {
    const { page } = await openAs('kari');
    await page.route('**/api/units?*', async (route) => {
      const [county] = await (await route.fetch()).json();
      await route.fulfill({ json: [county] });
    });
    await page.reload();
    await page.getByText('Fylket har ingen enheter ennå utenom sin egen.').waitFor();
    await page.unroute('**/api/units?*');
    await page.route('**/api/units?*', (route) => route.fulfill({ status: 500, json: {} }));
    await page.reload();
    await page.getByRole('heading', { name: 'Noe gikk galt' }).waitFor();
    await page.unroute('**/api/units?*');
    await page.getByRole('button', { name: 'Prøv igjen' }).click();
    await row(page, 'Fjellet vgs').waitFor();
  }, 60_000);

  it.each(['light', 'dark'] as const)(
    'has nothing that axe finds, in %s: closed, table, form with flaws, preview',
    async (colorScheme) => {
      expect(await axeFindings(browser, `${service.url}/units`, 'nn', colorScheme)).toEqual([]);
      const { page } = await openAs('kari', { colorScheme });
      await row(page, 'Fjellet vgs').waitFor();
      expect(await findingsOn(page)).toEqual([]);
      await page.getByRole('button', { name: 'Legg til enhet' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click();
      await page.getByText('Skriv et navn på høyst 200 tegn.').waitFor();
      expect(await findingsOn(page)).toEqual([]);
      await picture(page, `form-${colorScheme}`);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Importer' }).click();
      await page.getByLabel('Fil (CSV eller Excel)').setInputFiles({
        name: 'enheter.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('navn;type\nFjorden vgs;skole\nFeil;sirkus\nFjellet vgs;skole'),
      });
      await page.getByText('2 nye, 0 uendrede, 1 med feil.').waitFor();
      expect(await findingsOn(page)).toEqual([]);
      await picture(page, `preview-${colorScheme}`);
    },
    60_000,
  );
});
