import { expect, it } from 'vitest';
import { openDatabase } from '../../src/database/database.js';
import { onDatabase } from '../database/databases.js';
import { CYCLE, journeys, SCHOOL } from './journey.js';

const TASK = `${CYCLE}-apen-skole`;
const STEPS = [
  { id: 'a', text: 'Bestill rom', done: false },
  { id: 'b', text: 'Inviter ungdomsskolene', done: false },
];

onDatabase('SQLite', 'what a unit has to do', (createDatabase) => {
  const journey = journeys(createDatabase);
  /** Makes a common deadline of all schools that passed last week, when everybody had been there since August. */
  const prepare = async () => {
    const store = openDatabase(journey().database.address);
    const at = '2026-08-17T08:00:00.000Z';
    await store.updateTable('cycles').set({ first_published_at: at }).execute();
    await store.updateTable('units').set({ first_person_at: at }).execute();
    await store.destroy();
    await journey().call(
      'patch',
      `/api/tasks/${TASK}`,
      {
        title: 'Åpen skole',
        kind: 'deadline',
        start: '2026-11-18',
        end: '2026-11-18',
        checklist: STEPS,
        leeway: { before: 10, after: 20 },
      },
      1,
    );
  };
  const seenBy = async (unit: string) =>
    (await journey().call('get', `/api/tasks/${TASK}?unit=${unit}`)).body as {
      status: string;
      start: string;
      checklist: { id: string; done: boolean }[];
    };

  it('is done in one click, ticked, commented on and taken back by its contributor, for the unit alone', async () => {
    await prepare();
    const { page } = await journey().openAs('nils', '/my-tasks');
    await page.getByRole('link', { name: 'Mine oppgaver' }).waitFor();
    const late = page.getByRole('region', { name: 'Forsinket' });
    const row = late.getByRole('listitem').filter({ hasText: 'Åpen skole' });
    await row.getByRole('button', { name: 'Marker «Åpen skole» som gjort' }).click();
    await page.getByText('«Åpen skole» er gjort.').waitFor();
    const reopen = row.getByRole('button', { name: '«Åpen skole» er ikke gjort likevel' });
    await reopen.waitFor();
    expect((await seenBy(SCHOOL)).status).toBe('done');
    expect((await journey().call('get', `/api/tasks/${TASK}`)).body.status).toBe('planned');
    await page.getByRole('button', { name: 'Angre' }).click();
    await row.getByText('Detaljer og kommentarer').click();
    await row.getByRole('checkbox', { name: 'Bestill rom' }).click();
    await row.getByText('1 av 2 steg gjort').waitFor();
    expect((await seenBy(SCHOOL)).checklist.map((step) => step.done)).toEqual([true, false]);
    // It stays where it is with what is being written, and with the focus, when it is done and when it is not after all.
    await row.getByLabel('Ny kommentar').fill('Rektor åpner.');
    await row.getByRole('button', { name: 'Marker «Åpen skole» som gjort' }).click();
    await row.locator('button:focus', { hasText: 'Ikke gjort' }).waitFor();
    await reopen.click();
    await row.getByRole('button', { name: 'Marker «Åpen skole» som gjort' }).waitFor();
    expect(await row.getByLabel('Ny kommentar').inputValue()).toBe('Rektor åpner.');
    await row.getByRole('button', { name: 'Legg til' }).click();
    await row.getByText('Rektor åpner.').waitFor();
    expect(await row.getByLabel('Når gjør dere det?').count()).toBe(0);

    const { page: task } = await journey().openAs('siri', `/tasks/${TASK}?unit=${SCHOOL}`);
    await task.getByText('Rektor åpner.').waitFor();
    expect(await task.getByRole('checkbox', { name: 'Bestill rom' }).isChecked()).toBe(true);
    await journey().call('post', `/api/tasks/${TASK}/comments`, { text: 'Fint.' });
    await task.getByText('Fint.').waitFor();
    await row.getByText('Fint.').waitFor();
    // Next time it is among what is done, which is folded away.
    await row.getByRole('button', { name: 'Marker «Åpen skole» som gjort' }).click();
    await reopen.waitFor();
    await page.reload();
    const done = page.getByRole('region', { name: 'Gjort', exact: true });
    await done.getByText('Gjort', { exact: true }).click();
    await done.getByRole('link', { name: 'Åpen skole' }).waitFor();
  });

  it('is done in one click on the page of a task, where calendars and mails lead, and taken back there', async () => {
    await prepare();
    const { page } = await journey().openAs('nils', `/tasks/${TASK}`);
    await page.getByRole('button', { name: 'Marker «Åpen skole» som gjort' }).click();
    await page.getByText('Markert som gjort av Horten videregående skole.').waitFor();
    expect((await seenBy(SCHOOL)).status).toBe('done');
    await page.getByRole('button', { name: 'Angre' }).click();
    await page.getByRole('button', { name: 'Marker «Åpen skole» som gjort' }).waitFor();
    expect((await seenBy(SCHOOL)).status).toBe('planned');
    // The county reports for itself what is its own, and for a school in the school's view.
    const { page: county } = await journey().openAs('kari', `/tasks/${TASK}`);
    await county.getByRole('link', { name: 'Endre', exact: true }).waitFor();
    expect(await county.getByRole('button', { name: /^Marker .+ som gjort/ }).count()).toBe(0);
    await county.goto(`${journey().service.url}/tasks/${TASK}?unit=${SCHOOL}`);
    await county.getByRole('button', { name: 'Marker «Åpen skole» som gjort' }).waitFor();
  });

  it('is given a day of the unit’s own by its coordinator, within what the county allows', async () => {
    await prepare();
    const { page } = await journey().openAs('siri', '/my-tasks');
    const row = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: 'Åpen skole', exact: true }) });
    await row.getByText('Detaljer og kommentarer').click();
    await row.getByLabel('Når gjør dere det?').fill('2027-03-01');
    await row.getByRole('button', { name: 'Lagre dagen' }).click();
    await row.getByText('Velg en dag fra').waitFor();
    await row.getByLabel('Når gjør dere det?').fill('2026-12-02');
    await row.getByRole('button', { name: 'Lagre dagen' }).click();
    await page
      .getByRole('region', { name: 'De neste fire ukene' })
      .getByRole('link', { name: 'Åpen skole', exact: true })
      .waitFor();
    expect((await seenBy(SCHOOL)).start).toBe('2026-12-02');
  });

  it('is, for the county, what it has to do itself and who else is late', async () => {
    await prepare();
    const { page } = await journey().openAs('kari', '/my-tasks');
    await page.getByRole('link', { name: 'Se hvem som er forsinket' }).click();
    await page.getByRole('heading', { level: 1, name: 'Forsinket hos andre' }).waitFor();
    const school = page.getByRole('region', { name: 'Horten videregående skole' });
    await school.getByRole('link', { name: 'Åpen skole', exact: true }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Mine oppgaver' }).click();
    await page.getByRole('region', { name: 'Denne uken' }).waitFor();
  });

  it('says, for the county, how many of its tasks the usual level leaves out of the cycle, and leads to them', async () => {
    const { page } = await journey().openAs('kari', '/my-tasks');
    const { tasks } = (await journey().call('get', `/api/cycles/${CYCLE}/owed?unit=39`)).body as {
      tasks: { task: { id: string; level: string } }[];
    };
    const beyond = tasks.filter(({ task }) => task.level === 'complete');
    expect(beyond.length).toBeGreaterThan(0);
    await page
      .getByText(`${beyond.length} av dem ser du i årshjulet bare når du velger nivået Fullstendig.`)
      .waitFor();
    await page.getByRole('link', { name: 'Vis i listen' }).click();
    await page.getByRole('navigation', { name: 'Gå til måned' }).waitFor();
    for (const { task } of beyond)
      await page.locator(`main a[href^="/tasks/${task.id}?"]`).first().waitFor({ state: 'attached' });

    const { page: siri } = await journey().openAs('siri', '/my-tasks');
    await siri.getByRole('region', { name: 'Denne uken' }).waitFor();
    expect(await siri.getByText('når du velger nivået').count()).toBe(0);
  });

  it('is that of another school year, too, when it is chosen', async () => {
    const { page } = await journey().openAs('nils', '/my-tasks');
    await page.getByText('2026/2027').first().waitFor();
    await page.getByLabel('Skoleår', { exact: true }).selectOption('2025/2026');
    await page.getByRole('main').getByText('skoleåret 2025/2026').waitFor();
    expect(new URL(page.url()).search).toBe('?cycle=39-2025-2026');
    await page.reload();
    await page.getByRole('main').getByText('skoleåret 2025/2026').waitFor();
  });

  it('is only to be read by a reader', async () => {
    const { page } = await journey().openAs('ola', '/my-tasks');
    await page.getByRole('heading', { level: 1, name: 'Mine oppgaver' }).waitFor();
    await page.getByRole('region').first().waitFor();
    expect(await page.getByRole('button', { name: /^Marker .+ som gjort/ }).count()).toBe(0);
  });
});
