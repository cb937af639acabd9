import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/database/database.js';
import { linkTokenFor, openLink, signIn } from '../access/sign-in.js';
import { findingsOn } from '../browser/axe.js';
import { overflowOf } from '../browser/browser.js';
import { runArshjul } from '../cli/run-arshjul.js';
import { onDatabase } from '../database/databases.js';
import { SECRET_KEY } from '../http/test-service.js';
import { CYCLE, journeys, SCHOOL, TODAY } from './journey.js';

const PAGES = ['people', 'subscriptions', 'reminders', 'audit', 'settings', 'tokens', 'sessions'];

const at = (page: string) => `/administration/${page}`;
const row = (page: Page, name: string | RegExp) => page.getByRole('row').filter({ hasText: name });

onDatabase('SQLite', 'the people of the county', (createDatabase) => {
  const journey = journeys(createDatabase);

  it('get a coordinator, who signs in, and whose role counts no more the moment it is taken away', async () => {
    const { openAs, open, database } = journey();
    const { page, complaints } = await openAs('kari', '/');
    await page.getByRole('link', { name: 'Administrasjon' }).click();
    await page.getByRole('heading', { level: 1, name: 'Personer og roller' }).waitFor();
    await page.getByRole('button', { name: 'Legg til person' }).click();
    const dialog = page.getByRole('dialog', { name: 'Legg til person' });
    await dialog.getByLabel('Navn', { exact: true }).fill('Tora Fjell');
    await dialog.getByLabel('E-postadresse').fill('tora');
    await dialog.getByRole('button', { name: 'Lagre', exact: true }).click();
    await dialog.getByText('Skriv en hel e-postadresse').waitFor();
    await dialog.getByLabel('E-postadresse').fill('tora@horten.example');
    await dialog.getByLabel('Enhet', { exact: true }).selectOption('Horten videregående skole');
    await dialog.getByLabel('Rolle', { exact: true }).selectOption('Enhetskoordinator');
    await dialog.getByRole('combobox', { name: 'Påminnelser' }).selectOption('Hver oppgave for seg');
    await dialog.getByLabel('Frist', { exact: true }).fill('10, nei');
    await dialog.getByRole('button', { name: 'Lagre', exact: true }).click();
    await dialog.getByText('Skriv opptil seks hele tall').waitFor();
    await dialog.getByLabel('Frist', { exact: true }).fill('10 2');
    await dialog.getByLabel('Oppstart Vg1').check();
    await dialog.getByRole('button', { name: 'Lagre', exact: true }).click();
    await page.getByText('Tora Fjell er lagt til.').waitFor();
    expect(complaints.splice(0).every((text) => text.includes('400'))).toBe(true);
    await row(page, 'Tora Fjell').getByText('Enhetskoordinator').waitFor();

    const token = await linkTokenFor(database.address, 'tora@horten.example');
    const { page: hers } = await open(`/sign-in#link=${token}`);
    await hers.getByRole('main').getByRole('button', { name: 'Logg inn' }).click();
    await hers.getByRole('button', { name: 'Logg ut' }).waitFor();
    await hers.goto(journey().service.url + at('people'));
    await row(hers, 'nils').waitFor();
    expect(await row(hers, 'kari').count()).toBe(0);
    expect(await hers.getByRole('button', { name: 'Importer' }).count()).toBe(0);
    expect(await hers.getByRole('link', { name: 'Logg', exact: true }).count()).toBe(0);

    await page.getByRole('button', { name: 'Endre Tora Fjell' }).click();
    const change = page.getByRole('dialog', { name: 'Endre Tora Fjell' });
    expect(await change.getByLabel('Frist', { exact: true }).inputValue()).toBe('10, 2');
    await change.getByLabel('Rolle', { exact: true }).selectOption('Leser');
    await change.getByRole('button', { name: 'Lagre', exact: true }).click();
    await page.getByText('Tora Fjell er lagret.').waitFor();
    await hers.reload();
    await hers.getByText('Du er logget inn som leser').waitFor();
    expect(await hers.getByRole('table').count()).toBe(0);
  });

  it('are told apart from those who have signed in without standing as a person, who are given out and erased too', async () => {
    const { openAs, call, service, database } = journey();
    const token = await linkTokenFor(database.address, 'mia@provider.example', 'Mia Vik');
    await openLink(service, token).expect(200);
    const { page } = await openAs('kari', at('people'));
    await page.getByRole('heading', { name: 'Innlogget uten å stå som person' }).waitFor();
    await row(page, 'Mia Vik').getByText('Ingen rolle lenger').waitFor();
    expect(await findingsOn(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Last ned alt som er lagret om Mia Vik' }).click(),
    ]);
    expect(readFileSync(await file.path(), 'utf8')).toContain('mia@provider.example');
    await page.getByRole('button', { name: 'Slett Mia Vik' }).click();
    const question = page.getByRole('dialog', { name: 'Slett Mia Vik' });
    await question.getByText('uten noe av det som var').waitFor();
    await question.getByRole('button', { name: 'Slett for godt' }).click();
    await page.getByText('Mia Vik er slettet.').waitFor();
    expect((await call('get', '/api/accounts?county=39')).body).toEqual([]);
  });

  it('tell who has typed another’s address that the account stays, when it is given out and when it is erased', async () => {
    const { openAs, call, service, database } = journey();
    const Cookie = await signIn(service, database.address, 'kari@vestfold.example');
    const unitId = SCHOOL;
    await call('post', '/api/people', {
      county: '39',
      unitId,
      name: 'Falsk',
      address: 'Kari@vestfold.example',
    });
    const { page } = await openAs('siri', at('people'));
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Last ned alt som er lagret om Falsk' }).click(),
    ]);
    expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({ account: [] });
    await page.getByText('Filen om Falsk er uten kontoen som logger inn med adressen').waitFor();
    await page.getByRole('button', { name: 'Slett Falsk' }).click();
    await page.getByRole('button', { name: 'Slett for godt' }).click();
    await page.getByText('er ikke slettet: andre bruker den også').waitFor();
    expect(await findingsOn(page)).toEqual([]);
    await request(service.url).get('/api/people?county=39').set({ Cookie }).expect(200);
  });

  it('keep their last coordinator, and somebody else is erased after being told what stays', async () => {
    const { openAs, call } = journey();
    const people = async () => (await call('get', '/api/people?county=39')).body as { name: string }[];
    const { page, complaints } = await openAs('kari', at('people'));
    await page.getByRole('button', { name: 'Slett per', exact: true }).click();
    const question = page.getByRole('dialog', { name: 'Slett per' });
    await question.getByText('står det «Fjernet person»').waitFor();
    await question.getByRole('button', { name: 'Avbryt' }).click();
    expect(await people()).toHaveLength(5);
    await page.getByRole('button', { name: 'Slett per', exact: true }).click();
    await question.getByRole('button', { name: 'Slett for godt' }).click();
    await page.getByText('per er slettet.').waitFor();
    expect((await people()).map(({ name }) => name)).not.toContain('per');

    await page.getByRole('button', { name: 'Slett kari', exact: true }).click();
    await page.getByRole('button', { name: 'Slett for godt' }).click();
    await page.getByText('Dette er den siste fylkeskoordinatoren.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Endre kari' }).click();
    await page.getByLabel('Rolle', { exact: true }).selectOption('Leser');
    await page.getByRole('button', { name: 'Lagre', exact: true }).click();
    await page.getByText('Dette er den siste fylkeskoordinatoren.').waitFor();
    await page.keyboard.press('Escape');
    expect(complaints.splice(0).every((text) => text.includes('409'))).toBe(true);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Last ned alt som er lagret om nils' }).click(),
    ]);
    const exported = JSON.parse(readFileSync(await download.path(), 'utf8'));
    expect([download.suggestedFilename(), exported.person.address]).toEqual([
      'nils.json',
      'nils@vestfold.example',
    ]);
  });

  it('come from a table after a preview, are searched, and get reminders again when they wish', async () => {
    const { openAs, call } = journey();
    const [nils] = (await call('get', '/api/people?county=39')).body.filter(
      ({ name }: { name: string }) => name === 'nils',
    );
    await call('patch', `/api/people/${nils.id}`, { subscribed: false }, 1);
    const { page } = await openAs('kari', at('people'));
    await page.getByRole('button', { name: 'Importer' }).click();
    await page.getByLabel('Fil (CSV eller Excel)').setInputFiles({
      name: 'folk.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        `navn;e-post;enhet\nTora;tora@horten.example;${SCHOOL}\nFeil;feil@x.example;Et annet sted`,
      ),
    });
    await page.getByText('1 ny, 0 uendrede, 1 med feil.').waitFor();
    await page.getByText('Enheten finnes ikke i fylket.').waitFor();
    await page.getByRole('button', { name: 'Legg til 1 person' }).click();
    await page.getByText('1 person er lagt til.').waitFor();
    await page.getByLabel('Søk etter navn').fill('horten.example');
    await page.getByText('1 person', { exact: true }).waitFor();
    await page.getByLabel('Søk etter navn').fill('');
    await page.getByLabel('Enhet', { exact: true }).selectOption('Horten videregående skole');
    await page.getByText('3 personer').waitFor();
    await row(page, 'nils').getByText('Avmeldt').waitFor();
    await page.getByRole('button', { name: 'Endre nils' }).click();
    await page.getByRole('button', { name: 'Meld på igjen' }).click();
    await page.getByRole('button', { name: 'Lagre', exact: true }).click();
    await row(page, 'nils').getByText('Får påminnelser').waitFor();
  });

  it('are not overwritten: who was slower sees that, and keeps what they typed', async () => {
    const { openAs, call } = journey();
    const { page, complaints } = await openAs('kari', at('people'));
    await page.getByRole('button', { name: 'Endre nils' }).click();
    const [nils] = (await call('get', '/api/people?county=39')).body.filter(
      ({ name }: { name: string }) => name === 'nils',
    );
    await call('patch', `/api/people/${nils.id}`, { role: 'reader' }, 1);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Navn', { exact: true }).fill('Nils Fjell');
    await dialog.getByRole('button', { name: 'Lagre', exact: true }).click();
    await dialog.getByText('Noen har endret personen mens du skrev').waitFor();
    expect(complaints.splice(0).join()).toContain('412');
    expect(await dialog.getByLabel('Rolle', { exact: true }).inputValue()).toBe('reader');
    await dialog.getByRole('button', { name: 'Lagre', exact: true }).click();
    await page.getByText('Nils Fjell er lagret.').waitFor();
    const { body } = await call('get', '/api/people?county=39');
    expect(body).toContainEqual(expect.objectContaining({ name: 'Nils Fjell', role: 'reader' }));
  });
});

onDatabase('SQLite', 'what opens doors', (createDatabase) => {
  const journey = journeys(createDatabase);

  it('is a token that a reader makes, which is shown once, used, and revoked', async () => {
    const { openAs, service } = journey();
    const { page, complaints } = await openAs('ola', '/administration');
    await page.getByRole('heading', { level: 1, name: 'Tilgangsnøkler' }).waitFor();
    expect(await page.getByRole('navigation', { name: 'Sider i administrasjonen' }).textContent()).toBe(
      'TilgangsnøklerInnlogginger',
    );
    await page.getByText('Du har ingen tilgangsnøkler.').waitFor();
    await page.getByRole('button', { name: 'Ny tilgangsnøkkel' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ny tilgangsnøkkel' });
    await dialog.getByRole('button', { name: 'Lag tilgangsnøkkel' }).click();
    await dialog.getByText('Skriv et navn på høyst 100 tegn.').waitFor();
    await dialog.getByLabel('Navn', { exact: true }).fill('Rapport');
    await dialog.getByLabel('Varer').selectOption('30 dager');
    await dialog.getByRole('button', { name: 'Lag tilgangsnøkkel' }).click();
    await page.getByText('«Rapport» er laget').waitFor();
    expect(complaints.splice(0).join()).toContain('400');
    await page.getByRole('button', { name: 'Kopier nøkkelen' }).click();
    await page.getByText('Kopiert').waitFor();
    const secret = await page.evaluate<string>('navigator.clipboard.readText()');
    const use = () =>
      request(service.url).get('/api/units?county=39').set('Authorization', `Bearer ${secret}`);
    expect((await use()).status).toBe(200);
    await page.reload();
    await row(page, 'Rapport').getByText('25. november 2026').last().waitFor();
    expect(await page.getByText(secret).count()).toBe(0);
    expect(await row(page, 'Rapport').getByText('Aldri').count()).toBe(0);
    await page.getByRole('button', { name: 'Trekk tilbake Rapport' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Trekk tilbake' }).click();
    await page.getByText('«Rapport» er trukket tilbake.').waitFor();
    expect((await use()).status).toBe(401);
    for (const name of ['people', 'audit', 'settings']) {
      await page.goto(service.url + at(name));
      await page.getByText('Du er logget inn som leser').waitFor();
    }
  });

  it('is the address of a feed, which says who fetches it and is gone when it gets another', async () => {
    const { openAs, service, call } = journey();
    await call('post', '/api/feeds', { county: '39', name: 'Fylkets egen' });
    const { page } = await openAs('siri', at('subscriptions'));
    await page.getByText('Her er ingen abonnementer ennå.').waitFor();
    await page.getByRole('button', { name: 'Nytt abonnement' }).click();
    const dialog = page.getByRole('dialog', { name: 'Nytt abonnement' });
    expect(await dialog.getByLabel('Vist som for').getByRole('option').allInnerTexts()).toEqual([
      'Det felles årshjulet',
      'Horten videregående skole',
    ]);
    const content = page.getByRole('dialog').getByLabel('Innhold');
    expect(await content.getByRole('option').allInnerTexts()).toEqual([
      'Standard: det enheten skal gjøre eller er med på',
      'Det enheten skal gjøre eller er med på',
      'Nødvendige oppgaver',
      'Nødvendige og anbefalte oppgaver',
      'Alle oppgaver',
    ]);
    await dialog.getByLabel('Navn', { exact: true }).fill('Skolens frister');
    await dialog.getByRole('button', { name: 'Type' }).click();
    await dialog.getByLabel('Frist', { exact: true }).check();
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Lagre', exact: true }).click();
    await page.getByText('«Skolens frister» er lagret.').waitFor();
    await row(page, 'Skolens frister').getByText('Horten videregående skole, Frist').waitFor();
    await page.getByRole('button', { name: 'Endre Skolens frister' }).click();
    expect(await content.locator('option:checked').textContent()).toBe('Standard: alt som ellers er valgt');
    await content.selectOption('Nødvendige og anbefalte oppgaver');
    await page.getByRole('dialog').getByRole('button', { name: 'Lagre', exact: true }).click();
    await row(page, 'Skolens frister')
      .getByText('Horten videregående skole, Frist, nødvendige og anbefalte oppgaver')
      .waitFor();
    const addressOf = async () => {
      await page.getByRole('button', { name: 'Kopier adressen' }).click();
      await page.getByText('Kopiert').waitFor();
      return new URL(await page.evaluate<string>('navigator.clipboard.readText()')).pathname;
    };
    const first = await addressOf();
    await request(service.url).get(first).set('User-Agent', 'Google-Calendar-Importer').expect(200);
    await page.reload();
    await row(page, 'Skolens frister').getByText('Google').waitFor();
    await page.getByRole('button', { name: 'Gi Skolens frister en ny adresse' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ny adresse' }).click();
    await page.getByText('«Skolens frister» har fått ny adresse.').waitFor();
    const second = await addressOf();
    await request(service.url).get(first).expect(410);
    await request(service.url).get(second).expect(200);
    await page.getByRole('button', { name: 'Trekk tilbake Skolens frister' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Trekk tilbake' }).click();
    await page.getByText('«Skolens frister» er trukket tilbake.').waitFor();
    await request(service.url).get(second).expect(410);

    const { page: county } = await openAs('kari', at('subscriptions'));
    await row(county, 'Fylkets egen').getByText('Automatikk').waitFor();
    await county.getByLabel('Vis også dem som er trukket tilbake').check();
    await row(county, 'Skolens frister').getByText('siri').waitFor();
  });
});

onDatabase('SQLite', 'what the county looks after', (createDatabase) => {
  const journey = journeys(createDatabase);

  it('is the load of a year, as bars and as a table, and each message with what has become of it', async () => {
    const { openAs, database } = journey();
    const remind = runArshjul(['remind', '--at', TODAY], { DATABASE_URL: database.address, SECRET_KEY });
    expect(remind.err).toMatch(/^[1-9]\d* messages/);
    const { page } = await openAs('kari', at('reminders'));
    const bars = page.getByRole('list', { name: 'Alle mottakere: e-poster per uke' });
    const bar = bars.getByRole('img', { name: /^Uke \d+: \d+ e-post/ }).first();
    await bar.waitFor();
    await bar.focus();
    const focused = () => page.evaluate<string>('document.activeElement.getAttribute("aria-label")');
    const week = await focused();
    await page.keyboard.press('ArrowRight');
    expect(await focused()).not.toBe(week);
    await page.getByText('siri som tabell').click();
    await page.getByRole('table', { name: 'siri som tabell' }).getByRole('row').nth(3).waitFor();

    const messages = page.getByRole('table', { name: 'Utboks' });
    await messages.getByText('nils@vestfold.example').first().waitFor();
    const [message] = await messages.getByRole('row').filter({ hasText: 'nils' }).all();
    await message?.locator('summary').click();
    await message?.getByText('Hei nils').or(message.locator('pre')).first().waitFor();
    await page.getByLabel('Status').selectOption('Sendt');
    await page.getByText('Ingen påminnelser å vise.').waitFor();

    const store = openDatabase(database.address);
    await store.updateTable('outbox').set({ status: 'failed', server_answer: '550 no such user' }).execute();
    await store.destroy();
    await page.getByLabel('Status').selectOption('Feilet');
    await messages.getByText('550 no such user').first().waitFor();
    expect(new URL(page.url()).searchParams.get('status')).toBe('failed');
    await page.getByRole('button', { name: /^Send .* til nils igjen/ }).click();
    await page.getByText('Sendes igjen.').waitFor();
    await messages.getByText('nils@vestfold.example').waitFor({ state: 'detached' });
  });

  it('is the log of who did what, by kind and person, page by page', async () => {
    const { openAs, call } = journey();
    for (let n = 0; n < 60; n += 1) await call('get', `/api/cycles/${CYCLE}/table?format=csv`);
    const { page } = await openAs('kari', at('audit'));
    const rows = page.getByRole('table').getByRole('row');
    await rows.nth(50).waitFor();
    expect(await rows.count()).toBe(51);
    await page.getByRole('button', { name: 'Vis flere' }).click();
    await rows.nth(60).waitFor();
    await page.getByLabel('Hva').selectOption('Eksportert');
    await row(page, 'Automatikk').getByText('tabell (CSV)').first().waitFor();
    await page.getByLabel('Hva').selectOption('Person lagt til');
    await row(page, 'siri').getByText('Enhetskoordinator, Horten videregående skole').waitFor();
    await page.getByLabel('Hva').selectOption('Alt');
    await page.getByLabel('Hvem').selectOption('kari');
    await expect.poll(() => row(page, 'Automatikk').count()).toBe(0);
    await row(page, 'Logget inn').waitFor();
  });

  it('is what it has chosen, how the service is set up, and a copy that can be taken in again', async () => {
    const { openAs, call, open } = journey();
    const { page, complaints } = await openAs('kari', at('settings'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Last ned 2025/2026' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('årshjul-39-2025-2026.json');
    const copy = readFileSync(await download.path(), 'utf8');
    expect(JSON.parse(copy).cycle).toMatchObject({ id: '39-2025-2026' });
    const takeIn = (content: string) =>
      page
        .getByLabel('Ta inn en sikkerhetskopi')
        .setInputFiles({ name: 'kopi.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    await takeIn(copy);
    await page.getByText('Årshjulet finnes allerede her.').waitFor();
    await takeIn('ingen kopi');
    await page.getByText('Filen er ikke en sikkerhetskopi av et årshjul.').waitFor();
    expect(complaints.splice(0)).toHaveLength(2);

    await page.getByLabel('Skoleåret 2026/2027').click();
    await expect.poll(async () => (await call('get', `/api/cycles/${CYCLE}`)).body.public).toBe(false);
    const visitor = await open(`/cycles/${CYCLE}/agenda`);
    await visitor.page.getByText('Finnes ikke').first().waitFor();
    visitor.complaints.splice(0);

    await page.getByRole('button', { name: 'Endre påminnelser for Horten' }).click();
    await page.getByLabel('Påminnelser', { exact: true }).selectOption('Hver oppgave for seg');
    await page.getByRole('textbox', { name: 'Samarbeid' }).fill('30');
    await page.getByRole('button', { name: 'Lagre', exact: true }).click();
    await row(page, 'Horten').getByText('30 dager før').waitFor();
    const { body } = await call('get', `/api/units/${SCHOOL}`);
    expect(body.leadTimes).toEqual({ cooperation: [30] });
    await page.getByText('SQLite, innebygd').waitFor();
  });
});

onDatabase('SQLite', 'the pages of administration', (createDatabase) => {
  const journey = journeys(createDatabase);
  const picture = async (page: Page, name: string) => {
    if (!process.env.SCREENSHOTS) return;
    const path = join(process.env.SCREENSHOTS, `administration-${name}.png`);
    await page.screenshot({ path, fullPage: true });
  };

  it.each(['light', 'dark'] as const)(
    'have nothing that axe finds, in %s, and fit 320 pixels',
    async (colorScheme) => {
      const { openAs, service, database, call } = journey();
      runArshjul(['remind', '--at', TODAY], { DATABASE_URL: database.address, SECRET_KEY });
      await call('post', '/api/feeds', { county: '39', filter: { unit: SCHOOL, phases: ['oppstart-vg1'] } });
      const { page } = await openAs('kari', at('tokens'), { colorScheme });
      await page.getByRole('button', { name: 'Ny tilgangsnøkkel' }).click();
      await page.getByRole('dialog').getByLabel('Navn', { exact: true }).fill('Rapport');
      await page.getByRole('dialog').getByRole('button', { name: 'Lag tilgangsnøkkel' }).click();
      await page.getByText('«Rapport» er laget').waitFor();
      for (const name of PAGES) {
        await page.setViewportSize({ width: 1440, height: 900 });
        await page.goto(`${service.url}${at(name)}?language=nn`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect([name, await findingsOn(page)]).toEqual([name, []]);
        await picture(page, `${name}-1440-${colorScheme}`);
        await page.setViewportSize({ width: 320, height: 640 });
        expect([name, await findingsOn(page)]).toEqual([name, []]);
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
        await picture(page, `${name}-320-${colorScheme}`);
      }
      await page.goto(service.url + at('people'));
      await page.getByRole('button', { name: 'Endre siri' }).click();
      expect(await findingsOn(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await picture(page, `person-320-${colorScheme}`);
      await page.keyboard.press('Escape');
      await page.goto(service.url + at('subscriptions'));
      await page.getByRole('button', { name: 'Nytt abonnement' }).click();
      expect(await findingsOn(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await picture(page, `feed-320-${colorScheme}`);
    },
    240_000,
  );

  describe('when the service does not answer', () => {
    it('say so, and are there again when it does', async () => {
      const { openAs } = journey();
      const { page, complaints } = await openAs('kari', at('tokens'));
      await page.route('**/api/people?*', (route) => route.fulfill({ status: 500, json: {} }));
      await page.getByRole('link', { name: 'Personer og roller' }).click();
      await page.getByRole('heading', { name: 'Noe gikk galt' }).waitFor();
      await page.unroute('**/api/people?*');
      await page.getByRole('button', { name: 'Prøv igjen' }).click();
      await row(page, 'siri').waitFor();
      await page.route('**/api/people', (route) => route.abort());
      await page.getByRole('button', { name: 'Legg til person' }).click();
      await page.getByRole('dialog').getByLabel('Navn', { exact: true }).fill('Tora');
      await page.getByRole('dialog').getByRole('button', { name: 'Lagre', exact: true }).click();
      await page.getByText('Tjenesten kan ikke nås. Ingenting er endret.').waitFor();
      expect(await page.getByRole('dialog').getByLabel('Navn', { exact: true }).inputValue()).toBe('Tora');
      complaints.splice(0);
    });
  });
});
