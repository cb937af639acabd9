import { CYCLE } from '../journey.js';
import { fileOf, newTask, type Opening, type OpenState } from './open-state.js';

const PLAN = fileOf(
  'skolens-plan.csv',
  'Gjøremål;Ukedag;Startdag',
  'Temauke om fravær;mandag;14.09.2026',
  'Uten dag;;en gang i mai',
);

/** Vestfold's skolerute with the winter break another week. */
const skolerute = (winter: string) =>
  fileOf(
    'skolerute.csv',
    'hva;fra;til',
    'Første skoledag;17.08.2026;',
    'Høstferie;05.10.2026;09.10.2026',
    'Juleferie;19.12.2026;04.01.2027',
    `Vinterferie;${winter}`,
    'Påskeferie;22.03.2027;29.03.2027',
    'Inneklemt fridag;07.05.2027;',
    'Siste skoledag;18.06.2027;',
  );

/** A skolerute as it is pasted, with a line that is not understood and one that is left alone. */
const PASTED_TEXT = `Skolerute 2026/2027
Første skoledag: mandag 17. august
Høstferie: uke 41
SFO stengt 5.–9. oktober
Foreldremøte på lærekandidatkvalifiseringsprogrammeringsgruppa 10. september
Siste skoledag: fredag 18. juni`;

/** Corrects the skolerute behind the page. */
async function correct({ call }: Opening, winter: string) {
  const at = '/api/school-years/2026-2027?county=39';
  const content = skolerute(winter).buffer.toString('base64');
  const read = { county: '39', schoolYear: '2026/2027', format: 'csv', source: 'vedtak 7/26', content };
  const { body } = await call('post', '/api/school-years/import', read);
  await call('patch', at, body.said, (await call('get', at)).body.version ?? 0);
}

async function mapColumns({ page, goTo }: Opening) {
  await goTo(`/cycles/${CYCLE}/import`);
  await page.getByLabel('Fil (iCal, CSV eller Excel)').setInputFiles(PLAN);
  await page.getByText('Overskriftene ble ikke kjent igjen.').waitFor();
}

/** What is open where a cycle is made, filled, published and looked back on. */
export const STATES_OF_CYCLES: readonly OpenState[] = [
  { name: 'the columns of an import', consoleMessage: 'a status of 400', open: mapColumns },
  {
    name: 'the rows of an import, with its columns and choices',
    consoleMessage: 'a status of 400',
    open: async (opening) => {
      const { page } = opening;
      await mapColumns(opening);
      await page.getByLabel('Tittel (må være med)').selectOption('Gjøremål');
      await page.getByLabel('Start (må være med)').selectOption('Startdag');
      await page.getByRole('button', { name: 'Vis radene' }).click();
      await page.getByText('1 ny, 1 med feil.').waitFor();
      await page.getByText('Kolonnene i filen').click();
      await page.getByText('Når filen ikke sier noe om det').click();
    },
  },
  {
    name: 'the menu of exports',
    open: async ({ page, goTo }) => {
      await goTo(`/cycles/${CYCLE}/agenda?q=åpen skole`);
      await page.getByRole('button', { name: 'Mer', exact: true }).click();
      await page.getByRole('link', { name: 'Arbeidsversjonen som CSV' }).waitFor();
    },
  },
  {
    name: 'how to subscribe',
    open: async ({ page, goTo }) => {
      await goTo(`/cycles/${CYCLE}/agenda?q=åpen skole`);
      await page.getByRole('button', { name: 'Abonner' }).click();
      await page.getByRole('listitem').filter({ hasText: 'oppføring' }).first().waitFor();
      await page.getByRole('button', { name: 'Hent adressen' }).click();
      await page.getByRole('dialog').locator('code').first().waitFor();
    },
  },
  {
    name: 'the menu of downloads',
    open: async ({ page, goTo }) => {
      await goTo(`/cycles/${CYCLE}/agenda?q=åpen skole`);
      await page.getByRole('button', { name: 'Last ned' }).click();
    },
  },
  {
    name: 'the choices of a filter',
    open: async ({ page, goTo }) => {
      await goTo(`/cycles/${CYCLE}/agenda?q=åpen skole`);
      await page.getByRole('button', { name: /^Filter/ }).click();
      await page.getByRole('button', { name: 'Samarbeidspartner' }).click();
      await page.getByRole('checkbox', { name: 'Nav', exact: true }).check();
    },
  },
  {
    name: 'what is published, with a message that is too long',
    consoleMessage: 'a status of 400',
    open: async (opening) => {
      const { page, goTo } = opening;
      await newTask(opening);
      await goTo(`/cycles/${CYCLE}/publish`);
      await page.getByLabel('Melding (valgfritt)').fill('Vi har flyttet noe. '.repeat(101));
      await page.getByRole('button', { name: /^Publiser/ }).click();
      await page.getByText('Skriv høyst 2000 tegn').waitFor();
    },
  },
  {
    name: 'the question whether to archive a cycle',
    open: async ({ page, goTo }) => {
      await goTo(`/cycles/${CYCLE}/publish`);
      await page.getByRole('button', { name: 'Arkiver årshjulet' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Arkiver', exact: true }).waitFor();
    },
  },
  {
    name: 'a change that cannot be taken back',
    consoleMessage: 'a status of 409',
    open: async (opening) => {
      const { page, goTo, call } = opening;
      const id = await newTask(opening);
      await call('patch', `/api/tasks/${id}`, { title: 'Åpen dag' }, 1);
      await call('patch', `/api/tasks/${id}`, { title: 'Åpen kveld' }, 2);
      await goTo(`/cycles/${CYCLE}/history?task=${id}`);
      const changed = page.getByRole('listitem').filter({ has: page.locator('time') });
      await changed
        .nth(1)
        .getByRole('button', { name: /^Angre/ })
        .click();
      await page.getByText('Kan ikke angres').waitFor();
    },
  },
  {
    name: 'a decision between what was edited and what is made anew',
    open: async (opening) => {
      const { page, goTo, call } = opening;
      await correct(opening, '15.02.2027;19.02.2027');
      const tasks = (await call('get', `/api/cycles/${CYCLE}/tasks`)).body as { id: string; start: string }[];
      const preview = await call('post', `/api/cycles/${CYCLE}/regenerate?preview=true`, {});
      const { task } = preview.body.updated.find((each: { task: { id: string; start: string } }) =>
        tasks.some(({ id, start }) => id === each.task.id && start !== each.task.start),
      );
      await call('patch', `/api/tasks/${task.id}`, { start: '2027-04-14', end: '2027-04-14' }, task.version);
      await goTo(`/cycles/${CYCLE}/regenerate`);
      await page.getByText('1 valg er ikke tatt').waitFor();
    },
  },
  {
    name: 'the tasks of a phase for next year, before and after',
    open: async ({ page, goTo }) => {
      await goTo(`/cycles/${CYCLE}/rollover`);
      await page.locator('summary', { hasText: 'Oppfølging Vg2' }).first().click();
      await page.getByRole('columnheader', { name: '2027/2028' }).first().waitFor();
    },
  },
  {
    name: 'the skolerute, corrected with half a break',
    open: async ({ page, goTo }) => {
      await goTo('/start/2026-2027/skolerute');
      await page.getByRole('button', { name: 'Rett', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('group', { name: 'Vinterferie' }).getByLabel('Til og med').fill('');
      await page.getByRole('button', { name: 'Lagre skoleruta' }).click();
      await dialog.getByText('Skriv begge datoene, eller la begge stå tomme.').waitFor();
    },
  },
  {
    name: 'the skolerute, corrected by somebody else meanwhile',
    consoleMessage: 'a status of 412',
    open: async (opening) => {
      const { page, goTo } = opening;
      await goTo('/start/2026-2027/skolerute');
      await page.getByRole('button', { name: 'Rett', exact: true }).click();
      await page.getByRole('dialog').getByLabel('Andre fridager').first().fill('2027-05-18');
      await page.getByRole('dialog').getByLabel('Siste skoledag', { exact: true }).fill('2027-06-21');
      await correct(opening, '22.02.2027;26.02.2027');
      await page.getByRole('button', { name: 'Lagre skoleruta' }).click();
      await page.getByText('Skoleruta er rettet imens').waitFor();
    },
  },
  {
    name: 'the skolerute of a file with flaws',
    consoleMessage: 'a status of 400',
    open: async ({ page, goTo }) => {
      await goTo('/start/2026-2027/skolerute');
      await page.getByRole('button', { name: 'Importer', exact: true }).click();
      const input = page.getByRole('dialog').locator('input[type="file"]');
      await input.setInputFiles(fileOf('skolerute.csv', 'hva;fra;til', 'Bondens dag;31.31.2026;'));
      await page.getByText('Linje 2: Navnet på linjen er ikke kjent.').waitFor();
    },
  },
  {
    name: 'the skolerute of a file, before it is used',
    open: async ({ page, goTo }) => {
      await goTo('/start/2026-2027/skolerute');
      await page.getByRole('button', { name: 'Importer', exact: true }).click();
      const input = page.getByRole('dialog').locator('input[type="file"]');
      await input.setInputFiles(skolerute('15.02.2027;19.02.2027'));
      await page.getByRole('button', { name: 'Bruk denne skoleruta' }).waitFor();
    },
  },
  {
    name: 'a date that is set each year, with flaws',
    open: async ({ page, goTo }) => {
      await goTo('/start/2026-2027/skolerute');
      await page.getByRole('button', { name: 'Sett datoen: Elevundersøkelsen i Vg1' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Til og med').fill('2026-10-01');
      await dialog.getByRole('button', { name: 'Lagre datoen' }).click();
      await dialog.getByText('Den siste dagen er før den første.').waitFor();
      await dialog.getByText('Skriv hvor datoen er hentet fra.').waitFor();
    },
  },
  {
    name: 'the skolerute of a text, with what was understood of each line',
    open: async ({ page, goTo }) => {
      await goTo('/start/2026-2027/skolerute');
      await page.getByRole('button', { name: 'Importer', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Eller lim inn skoleruta som tekst').fill(PASTED_TEXT);
      await dialog.getByLabel('Hvor er dette fra?').fill('vestfoldfylke.no');
      await dialog.getByRole('button', { name: 'Les teksten' }).click();
      await dialog.getByText('Vi vet ikke hva datoen gjelder.').waitFor();
    },
  },
  {
    name: 'what fills a gap',
    open: async ({ page, goTo, call }) => {
      const gap = 'phase=oppfolging-vg1&partner=nav&kind=cooperation';
      const { body } = await call('get', `/api/cycles/${CYCLE}/tasks?${gap}`);
      const tasks = body.map(({ id, version }: { id: string; version: number }) => ({ id, version }));
      await call('post', `/api/cycles/${CYCLE}/bulk`, { tasks, change: { status: 'cancelled' } });
      await goTo(`/cycles/${CYCLE}/coverage`);
      await page.getByText('Ingen samarbeidsoppgave med Nav').click();
      await page.getByRole('button', { name: 'Fyll hullet' }).click();
      await page.getByText('Oppgaven varer hele fasen').waitFor();
    },
  },
];
