import type { Page } from 'playwright-core';
import { runArshjul } from '../../cli/run-arshjul.js';
import { SECRET_KEY } from '../../http/test-service.js';
import { SCHOOL, TODAY } from '../journey.js';
import { fileOf, type Opening, type OpenState } from './open-state.js';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** Makes a feed of a school. */
const newFeed = ({ call }: Opening, name: string) =>
  call('post', '/api/feeds', { county: '39', name, filter: { unit: SCHOOL, phases: ['oppstart-vg1'] } });

async function newToken({ page, goTo }: Opening, name: string) {
  await goTo('/administration/tokens');
  await button(page, 'Ny tilgangsnøkkel').click();
  const dialog = page.getByRole('dialog', { name: 'Ny tilgangsnøkkel' });
  await dialog.getByLabel('Navn', { exact: true }).fill(name);
  await dialog.getByRole('button', { name: 'Lag tilgangsnøkkel' }).click();
}

/** What is open where the county's units, people and settings are looked after. */
export const STATES_OF_COUNTIES: readonly OpenState[] = [
  {
    name: 'the form of a unit, with flaws',
    consoleMessage: 'a status of 400',
    open: async ({ page, goTo }) => {
      await goTo('/units');
      await button(page, 'Legg til enhet').click();
      await page.getByLabel('Organisasjonsnummer').fill('999999998');
      await button(page, 'Lagre').click();
      await page.getByText('Skriv et navn på høyst 200 tegn.').waitFor();
    },
  },
  {
    name: 'a unit that somebody else has changed meanwhile',
    consoleMessage: 'a status of 412',
    open: async ({ page, goTo, call }) => {
      await goTo('/units');
      await button(page, 'Endre Horten videregående skole').click();
      await page.getByLabel('Kommune').fill('Min kommune');
      const { version } = (await call('get', `/api/units/${SCHOOL}`)).body;
      await call('patch', `/api/units/${SCHOOL}`, { municipality: 'Deres kommune' }, version);
      await button(page, 'Lagre').click();
      await page.getByText('Noen har endret enheten mens du skrev').waitFor();
    },
  },
  {
    name: 'the units of a table, before they are added',
    open: async ({ page, goTo }) => {
      await goTo('/units');
      await button(page, 'Importer').click();
      await page
        .getByLabel('Fil (CSV eller Excel)')
        .setInputFiles(fileOf('enheter.csv', 'navn;type', 'Fjorden vgs;skole', 'Feil;sirkus'));
      await page.getByText('1 ny, 0 uendrede, 1 med feil.').waitFor();
    },
  },
  {
    name: 'the form of a person, with flaws',
    consoleMessage: 'a status of 400',
    open: async ({ page, goTo }) => {
      await goTo('/administration/people');
      await button(page, 'Legg til person').click();
      await page.getByLabel('E-postadresse').fill('tora');
      await button(page, 'Lagre').click();
      await page.getByText('Skriv en hel e-postadresse').waitFor();
    },
  },
  {
    name: 'a person whom somebody else has changed meanwhile',
    consoleMessage: 'a status of 412',
    open: async ({ page, goTo, call }) => {
      await goTo('/administration/people');
      await button(page, 'Endre nils').click();
      await page.getByRole('dialog').getByLabel('Navn', { exact: true }).fill('Nils Fjell');
      const people = (await call('get', '/api/people?county=39')).body;
      const nils = people.find(({ name }: { name: string }) => name === 'nils');
      await call('patch', `/api/people/${nils.id}`, { language: 'nn' }, nils.version);
      await button(page, 'Lagre').click();
      await page.getByText('Noen har endret personen mens du skrev').waitFor();
    },
  },
  {
    name: 'the question whether to erase somebody, refused',
    consoleMessage: 'a status of 409',
    open: async ({ page, goTo, call }) => {
      const people = (await call('get', '/api/people?county=39')).body;
      const per = people.find(({ name }: { name: string }) => name === 'per');
      await call('patch', `/api/people/${per.id}`, { role: 'reader' }, per.version);
      await goTo('/administration/people');
      await button(page, 'Slett kari').click();
      await button(page, 'Slett for godt').click();
      await page.getByText('Dette er den siste fylkeskoordinatoren.').waitFor();
    },
  },
  {
    name: 'the people of a table, before they are added',
    open: async ({ page, goTo }) => {
      await goTo('/administration/people');
      await button(page, 'Importer').click();
      const table = fileOf(
        'folk.csv',
        'navn;e-post;enhet',
        `Tora;tora@x.example;${SCHOOL}`,
        'Feil;f@x.example;Her',
      );
      await page.getByLabel('Fil (CSV eller Excel)').setInputFiles(table);
      await page.getByText('1 ny, 0 uendrede, 1 med feil.').waitFor();
    },
  },
  {
    name: 'the form of a token, with a flaw',
    consoleMessage: 'a status of 400',
    open: async (opening) => {
      await newToken(opening, '');
      await opening.page.getByText('Skriv et navn på høyst 100 tegn.').waitFor();
    },
  },
  {
    name: 'a token, shown once',
    open: async (opening) => {
      await newToken(opening, 'Rapport');
      await opening.page.getByText('«Rapport» er laget').waitFor();
    },
  },
  {
    name: 'the question whether to revoke a token',
    open: async (opening) => {
      const { page, goTo } = opening;
      await newToken(opening, 'Statistikk');
      await page.getByText('«Statistikk» er laget').waitFor();
      await goTo('/administration/tokens');
      await button(page, 'Trekk tilbake Statistikk').click();
      await page.getByRole('dialog').getByText('Det kan ikke angres.').waitFor();
    },
  },
  {
    name: 'the form of a feed, with the choices of its type',
    open: async ({ page, goTo }) => {
      await goTo('/administration/subscriptions');
      await button(page, 'Nytt abonnement').click();
      const dialog = page.getByRole('dialog', { name: 'Nytt abonnement' });
      await dialog.getByRole('button', { name: 'Type' }).click();
      await dialog.getByLabel('Frist', { exact: true }).check();
    },
  },
  {
    name: 'the address of a feed',
    open: async (opening) => {
      const { page, goTo } = opening;
      await newFeed(opening, 'Skolens frister');
      await goTo('/administration/subscriptions');
      await button(page, 'Vis adressen til Skolens frister').click();
      await button(page, 'Kopier adressen').waitFor();
    },
  },
  {
    name: 'the question whether to give a feed another address',
    open: async (opening) => {
      const { page, goTo } = opening;
      await newFeed(opening, 'Til rotasjon');
      await goTo('/administration/subscriptions');
      await button(page, 'Gi Til rotasjon en ny adresse').click();
      await page.getByRole('dialog').getByText('Den gamle adressen slutter å virke').waitFor();
    },
  },
  {
    name: 'a message of the outbox, and the load of a recipient as a table',
    open: async ({ page, goTo, database }) => {
      runArshjul(['remind', '--at', TODAY], { DATABASE_URL: database.address, SECRET_KEY });
      await goTo('/administration/reminders');
      const outbox = page.getByRole('table', { name: 'Utboks' });
      await outbox.locator('summary').first().click();
      await outbox.locator('pre').first().waitFor();
      await page.getByText('siri som tabell').click();
    },
  },
  {
    name: 'the form of the days before tasks',
    open: async ({ page, goTo }) => {
      await goTo('/administration/settings');
      await page.getByRole('button', { name: 'Endre påminnelser for Horten' }).click();
      await page.getByLabel('Påminnelser', { exact: true }).selectOption('Hver oppgave for seg');
      await page.getByRole('textbox', { name: 'Samarbeid' }).fill('30');
    },
  },
  {
    name: 'a copy that cannot be taken in',
    consoleMessage: 'the server responded with a status of',
    open: async ({ page, goTo }) => {
      await goTo('/administration/settings');
      await page.getByLabel('Ta inn en sikkerhetskopi').setInputFiles(fileOf('kopi.json', 'ingen kopi'));
      await page.getByText('Filen er ikke en sikkerhetskopi av et årshjul.').waitFor();
    },
  },
];
