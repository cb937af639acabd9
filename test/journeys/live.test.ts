import { expect, it } from 'vitest';
import { onDatabase } from '../database/databases.js';
import { CYCLE, journeys } from './journey.js';

const TASK = `${CYCLE}-apen-skole`;

onDatabase('SQLite', 'what others do', (createDatabase) => {
  const journey = journeys(createDatabase);

  it('is seen without a reload: in a view of the cycle and on the page of the task', async () => {
    const { call, openAs } = journey();
    const { page: list } = await openAs('kari', `/cycles/${CYCLE}/agenda?q=skole`);
    const { page: task } = await openAs('ola', `/tasks/${TASK}`);
    await list.getByRole('link', { name: 'Åpen skole' }).first().waitFor();
    await call('patch', `/api/tasks/${TASK}`, { title: 'Åpen dag på skolen' }, 1);
    await list.getByRole('link', { name: 'Åpen dag på skolen', exact: true }).waitFor();
    await task.getByRole('heading', { level: 1, name: 'Åpen dag på skolen' }).waitFor();
    await call('post', `/api/cycles/${CYCLE}/undo`, {});
    await list.getByRole('link', { name: 'Åpen skole' }).first().waitFor();
    await task.getByRole('heading', { level: 1, name: 'Åpen skole' }).waitFor();
  });

  it('is fetched once for many changes in a row', async () => {
    const { call, openAs } = journey();
    const { page } = await openAs('kari', `/cycles/${CYCLE}/agenda?q=skole`);
    await page.getByRole('link', { name: 'Åpen skole' }).first().waitFor();
    let fetched = 0;
    page.on('request', (request) => {
      if (request.url().includes('/view?')) fetched += 1;
    });
    const titles = Array.from({ length: 20 }, (_, index) => `Åpen skole ${index + 1}`);
    for (const [index, title] of titles.entries())
      await call('patch', `/api/tasks/${TASK}`, { title }, index + 1);
    await page.getByRole('link', { name: 'Åpen skole 20', exact: true }).waitFor();
    expect(fetched).toBeLessThan(5);
  });

  it('shows while it lasts who else is viewing the same task', async () => {
    const { openAs } = journey();
    const [{ page: kari }, { page: per }] = [
      await openAs('kari', `/tasks/${TASK}`),
      await openAs('per', `/tasks/${TASK}`),
    ];
    await kari.getByText('per ser også på denne oppgaven.').waitFor();
    await per.getByText('kari ser også på denne oppgaven.').waitFor();
    await per.getByRole('link', { name: 'Årshjul', exact: true }).click();
    await kari.getByText('ser også på denne oppgaven.').waitFor({ state: 'detached' });
    await per.goBack();
    await kari.getByText('per ser også på denne oppgaven.').waitFor();
    await per.close();
    await kari.getByText('ser også på denne oppgaven.').waitFor({ state: 'detached' });
  });

  it('is told no longer once the session has ended in another window, and the page is a reader’s again', async () => {
    const { openAs, service } = journey();
    const { page, context, complaints } = await openAs('kari', `/cycles/${CYCLE}/agenda`);
    const other = await context.newPage();
    await other.goto(`${service.url}/cycles/${CYCLE}/agenda`);
    await other.getByRole('button', { name: 'Logg ut' }).click();
    await other.getByRole('button', { name: 'Logg ut' }).waitFor({ state: 'detached' });
    // The service asks with each heartbeat whether who listens still may.
    await page.getByRole('button', { name: 'Logg ut' }).waitFor({ state: 'detached', timeout: 60_000 });
    expect(complaints.splice(0)).toEqual([expect.stringMatching(/401.*\/events/)]);
  });

  it('is caught up with after a time without network', async () => {
    const { call, openAs } = journey();
    const watched = await openAs('kari', `/tasks/${TASK}`);
    const { page, context } = watched;
    await page.getByRole('heading', { level: 1, name: 'Åpen skole' }).waitFor();
    await context.setOffline(true);
    await page.getByText('Du er uten nett').waitFor();
    await call('patch', `/api/tasks/${TASK}`, { title: 'Flyttet mens du var borte' }, 1);
    await context.setOffline(false);
    await page.getByRole('heading', { level: 1, name: 'Flyttet mens du var borte' }).waitFor();
    watched.complaints.splice(
      0,
      watched.complaints.length,
      ...watched.complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED')),
    );
  });
});
