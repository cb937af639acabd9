import type { Page } from 'playwright-core';
import { CYCLE, SCHOOL, settled } from '../journey.js';
import { newTask, type Opening, type OpenState } from './open-state.js';

const OPEN_SCHOOL = `${CYCLE}-apen-skole`;
const DEADLINE = `${CYCLE}-soknadsfrist-videregaende`;

const save = (page: Page) => page.getByRole('button', { name: 'Lagre', exact: true }).click();
const title = (page: Page) => page.getByRole('textbox', { name: 'Tittel' });

/** Picks a task up by the keyboard in a view, and does not drop it. */
async function drag({ page, goTo }: Opening, view: string) {
  await goTo(`/cycles/${CYCLE}/${view}`);
  const mark = page.locator(`[data-task="${DEADLINE}"]`).first();
  await mark.waitFor();
  await page.locator(`a[data-task="${DEADLINE}"], a:has([data-task="${DEADLINE}"])`).or(mark).first().focus();
  await page.keyboard.down('Shift');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('status').filter({ hasText: '2. mars 2027' }).first().waitFor();
}

async function saveOffline(opening: Opening) {
  const { page, context, goTo } = opening;
  const id = await newTask(opening);
  await goTo(`/tasks/${id}?edit=${id}`);
  await title(page).fill('Skrevet uten nett');
  // What is still being fetched then would be fetched for ever.
  await settled(page);
  await context.setOffline(true);
  await save(page);
  await page.getByText('Du er uten nett. Det du har skrevet').waitFor();
}

/** What is open where tasks are edited and moved. */
export const STATES_OF_TASKS: readonly OpenState[] = [
  {
    name: 'the form of a task by a rule',
    open: async ({ page, goTo }) => {
      await goTo(`/tasks/${OPEN_SCHOOL}?edit=${OPEN_SCHOOL}`);
      await page.getByLabel('Regnes ut fra').selectOption('en annen oppgave');
      await page.getByLabel('Oppgave', { exact: true }).selectOption('Skolestart');
      await page.getByLabel('Avstand').selectOption('etter');
      await page.getByLabel('Regnet i').selectOption('skoledager');
      await page.getByText('skoledag etter:').waitFor();
    },
  },
  {
    name: 'the form of a task by days, one at the weekend',
    open: async ({ page, goTo }) => {
      await goTo(`/tasks/${OPEN_SCHOOL}?edit=${OPEN_SCHOOL}`);
      await page.getByText('Dager', { exact: true }).click();
      await page.getByLabel('Første dag').fill('2027-02-13');
      await page.getByText('er i helgen').waitFor();
    },
  },
  {
    name: 'the form of a new task, with flaws, steps and links',
    consoleMessage: 'a status of 400',
    open: async ({ page, goTo }) => {
      await goTo(`/cycles/${CYCLE}/agenda?q=åpen skole&new`);
      await page.getByRole('dialog').getByLabel('Type').selectOption('Samarbeid');
      await page.getByLabel('Første dag').fill('2027-02-15');
      await page.getByRole('button', { name: 'Legg til steg' }).click();
      await page.getByRole('textbox', { name: 'Steg 1' }).fill('Kall inn');
      await page.getByRole('button', { name: 'Legg til lenke' }).click();
      await page.getByLabel('Søk etter innsatsområde').fill('læreplass');
      await save(page);
      await page.getByText('Skriv noe her.').first().waitFor();
    },
  },
  {
    name: 'the offer of what was not saved',
    open: async ({ page, goTo }) => {
      await goTo(`/tasks/${OPEN_SCHOOL}?edit=${OPEN_SCHOOL}`);
      await page.getByLabel('Beskrivelse').fill('Halvveis skrevet');
      await page.reload();
      await page.getByText('Du har ulagret tekst').waitFor();
    },
  },
  {
    name: 'the choice between two versions of a task',
    consoleMessage: 'a status of 412',
    open: async (opening) => {
      const { page, goTo, call } = opening;
      const id = await newTask(opening);
      await goTo(`/tasks/${id}?edit=${id}`);
      await title(page).fill('Karis tittel');
      await page.getByLabel('Beskrivelse').fill('Karis beskrivelse');
      await call('patch', `/api/tasks/${id}`, { title: 'Pers tittel', startTime: '18:00' }, 1);
      await save(page);
      await page.getByText('Her er begge versjonene.').waitFor();
    },
  },
  {
    name: 'what was written of a task that is gone',
    consoleMessage: 'a status of 404',
    open: async (opening) => {
      const { page, goTo, call } = opening;
      const id = await newTask(opening);
      await goTo(`/cycles/${CYCLE}/agenda?q=åpen skole&edit=${id}`);
      await title(page).fill('Skrevet forgjeves, om lærekandidatkvalifiseringsprogrammeringen');
      await call('delete', `/api/tasks/${id}`, undefined, 1);
      await page.reload();
      await page.getByText('noen har slettet den').waitFor();
    },
  },
  {
    name: 'the form of a task, asked whether to delete it',
    open: async (opening) => {
      const { page, goTo } = opening;
      const id = await newTask(opening);
      await goTo(`/tasks/${id}?edit=${id}`);
      await page.getByRole('button', { name: 'Slett oppgaven' }).click();
      await page.getByRole('button', { name: 'Ja, slett oppgaven' }).waitFor();
    },
  },
  {
    name: 'a save without a network, in the form',
    consoleMessage: 'net::ERR_INTERNET_DISCONNECTED',
    open: saveOffline,
  },
  {
    name: 'what waits for the network, on the page',
    consoleMessage: 'net::ERR_INTERNET_DISCONNECTED',
    open: async (opening) => {
      await saveOffline(opening);
      await opening.page.keyboard.press('Escape');
      await opening.page.getByText('1 endring venter på nett').waitFor();
    },
  },
  {
    name: 'the form of a unit’s own date, with a flaw',
    who: 'siri',
    consoleMessage: 'a status of 400',
    open: async (opening) => {
      const { page, goTo, call } = opening;
      const id = await newTask(opening);
      await call('patch', `/api/tasks/${id}`, { leeway: { before: 7, after: 7 } }, 1);
      await goTo(`/tasks/${id}?unit=${SCHOOL}&edit=${id}`);
      await page.getByLabel('Første dag').fill('2027-02-10');
      await save(page);
      await page.getByText(/^Velg dager fra/).waitFor();
      await page.getByLabel('Oppgaven gjelder ikke oss').check();
    },
  },
  {
    name: 'the form of the county for a unit',
    open: async ({ page, goTo }) => {
      await goTo(`/tasks/${OPEN_SCHOOL}?unit=${SCHOOL}&edit=${OPEN_SCHOOL}`);
      await page.getByText('Bare for').click();
      await page.getByLabel('Hvor langt vi er kommet').waitFor();
    },
  },
  {
    name: 'the form of a contributor',
    who: 'nils',
    open: async (opening) => {
      const { page, goTo } = opening;
      const id = await newTask(opening, SCHOOL);
      await goTo(`/tasks/${id}?unit=${SCHOOL}&edit=${id}`);
      await page.getByRole('button', { name: 'Legg til steg' }).click();
    },
  },
  {
    name: 'the bar that changes many tasks, refused',
    consoleMessage: 'the server responded with a status of',
    open: async ({ page, goTo }) => {
      await goTo(`/cycles/${CYCLE}/agenda?q=åpen skole`);
      await page.getByRole('checkbox', { name: /^Velg alle/ }).check();
      await page.getByLabel('Skoledager').fill('190');
      await page.getByRole('button', { name: /^Endre \d/ }).click();
      await page.getByRole('alert').filter({ hasText: 'Ingenting er endret' }).waitFor();
    },
  },
  {
    name: 'the bar that gives many tasks to a unit',
    open: async ({ page, goTo }) => {
      await goTo(`/cycles/${CYCLE}/agenda?q=skole`);
      await page.getByRole('checkbox', { name: /^Velg alle/ }).check();
      await page.getByLabel('Hva', { exact: true }).selectOption('Gi til enhet');
    },
  },
  {
    name: 'a task that is dragged around the wheel',
    open: (opening) => drag(opening, 'wheel?zoom=month:2027-03-01'),
  },
  {
    name: 'a task that is dragged along the timeline',
    open: (opening) => drag(opening, 'timeline?zoom=month:2027-03-01'),
  },
  {
    name: 'a task that is dragged in the month',
    open: (opening) => drag(opening, 'month?month=2027-03'),
  },
  {
    name: 'what a move has done, with the way to take it back',
    open: async (opening) => {
      const { page } = opening;
      await drag(opening, 'timeline?zoom=month:2027-03-01');
      await page.keyboard.up('Shift');
      // It stays for as long as it has the focus.
      await page.getByRole('region', { name: 'Siste endring' }).getByRole('button', { name: 'Lukk' }).focus();
    },
  },
  {
    name: 'the day and the comments of an own task',
    who: 'siri',
    consoleMessage: 'a status of 400',
    open: async (opening) => {
      const { page, goTo, call } = opening;
      const id = await newTask(opening);
      await call('patch', `/api/tasks/${id}`, { leeway: { before: 7, after: 7 } }, 1);
      await call('post', `/api/tasks/${id}/comments`, {
        text: 'Se https://www.vestfoldfylke.no/no/meny/a/b',
      });
      await goTo('/my-tasks');
      const row = page.getByRole('listitem').filter({ has: page.locator(`a[href*="${id}"]`) });
      await row.getByText('Detaljer og kommentarer').click();
      await row.getByLabel('Når gjør dere det?').fill('2027-05-05');
      await row.getByRole('button', { name: 'Lagre dagen' }).click();
      await row.getByText('Velg en dag fra').waitFor();
      await row.getByText('Se https://').waitFor();
    },
  },
];
