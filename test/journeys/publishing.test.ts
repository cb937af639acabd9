import { expect, it } from 'vitest';
import { PARENTS_MEETING } from '../cycle/parents-meeting.js';
import { onDatabase } from '../database/databases.js';
import { CYCLE, journeys, SCHOOL } from './journey.js';
import { mailsOfJob } from './mail-catcher.js';
import { picture } from './pictures.js';
import { expectToReadWell } from './reads-well.js';

onDatabase('SQLite', 'publishing a cycle in the page', (createDatabase) => {
  const journey = journeys(createDatabase);
  const TASK = `${CYCLE}-apen-skole`;
  const PAGE = `/cycles/${CYCLE}/publish`;

  /** Two changes that nobody but those who work sees. */
  const changes = async () => {
    const { call } = journey();
    await call('patch', `/api/tasks/${TASK}`, { title: 'Åpen dag', start: '2027-01-12', unitId: SCHOOL }, 1);
    await call('post', `/api/cycles/${CYCLE}/tasks`, { ...PARENTS_MEETING, start: '2026-12-10' });
  };

  it('shows what is new, publishes it, mails each person once what was said, and feeds show the change', async () => {
    const { openAs, call, service, database } = journey();
    await changes();
    const { body: feed } = await call('post', `/api/cycles/${CYCLE}/feeds`, { language: 'nb', filter: {} });
    const feedText = async () =>
      (await (await fetch(service.url + new URL(feed.url).pathname)).text()).replaceAll(/\r\n /g, '');
    expect(await feedText()).not.toContain('Åpen dag');
    const { page } = await openAs('kari', `/cycles/${CYCLE}/agenda`);
    await page.getByRole('button', { name: 'Mer', exact: true }).click();
    await page.getByRole('link', { name: 'Publisering' }).click();
    await page.getByRole('heading', { name: '2 endringer som ikke er publisert' }).waitFor();
    await page.getByText('tirsdag 12. januar 2027').first().waitFor();
    await page.getByText('Ny', { exact: true }).waitFor();
    await page.getByText(/kalenderabonnement/).waitFor();
    await page.getByLabel('Melding (valgfritt)').fill('Vi har flyttet Åpen dag.');
    await picture(page, 'publish');
    await page.getByRole('button', { name: 'Publiser 2 endringer' }).click();
    await page.getByText('Årshjulet er publisert.').waitFor();
    await page.getByRole('heading', { name: 'Alt er publisert' }).waitFor();
    expect(await feedText()).toContain('Åpen dag');

    const mails = await mailsOfJob(database.address, service.url);
    const announcements = mails.filter(({ subject }) => subject === 'Nytt i Årshjul Vestfold 2026/2027');
    expect(announcements.flatMap(({ to }) => [to ?? []].flat().map(({ text }) => text)).sort()).toEqual(
      ['kari', 'nils', 'ola', 'per', 'siri'].map((name) => expect.stringContaining(`${name}@`)),
    );
    const ofSchool = announcements.find(({ to }) => JSON.stringify(to).includes('siri@'));
    expect(ofSchool?.text).toContain('Vi har flyttet Åpen dag.');
    expect(ofSchool?.text).toContain('tirsdag 12. januar 2027');
    expect(await mailsOfJob(database.address, service.url)).toEqual([]);

    await page.goto(`${service.url}/cycles/${CYCLE}/history?action=published`);
    await page.getByText('Vi har flyttet Åpen dag.').waitFor();
  });

  it('says when somebody has changed the cycle meanwhile, keeps the message, and shows the latest', async () => {
    const { openAs, call } = journey();
    await changes();
    const watched = await openAs('kari', PAGE);
    const { page, complaints } = watched;
    await page.getByRole('heading', { name: '2 endringer som ikke er publisert' }).waitFor();
    await page.getByLabel('Melding (valgfritt)').fill('Hei');
    await call('patch', `/api/tasks/${CYCLE}-skolestart`, { title: 'Vi begynner' }, 1);
    const stale = page.getByRole('alert').filter({ hasText: 'Noen har endret årshjulet' });
    await page.getByRole('button', { name: /^Publiser \d/ }).click();
    await Promise.race([
      stale.waitFor(),
      page.getByRole('heading', { name: '3 endringer som ikke er publisert' }).waitFor(),
    ]);
    await page.getByRole('heading', { name: '3 endringer som ikke er publisert' }).waitFor();
    expect(await page.getByLabel('Melding (valgfritt)').inputValue()).toBe('Hei');
    await page.getByRole('link', { name: 'Vi begynner' }).waitFor();
    complaints.splice(0);
  });

  it('opens and closes to the public, and archives once that is confirmed', async () => {
    const { openAs, open, call, service } = journey();
    const { page } = await openAs('kari', PAGE);
    await page.getByLabel('Åpent for alle').click();
    await page.getByText('kan bare leses av dem som er logget inn').waitFor();
    const closed = await open(`/cycles/${CYCLE}/agenda`);
    await closed.page.getByText('Adressen fører ikke til noe').waitFor();
    closed.complaints.splice(0);
    await page.getByLabel('Åpent for alle').click();
    await page.getByText('kan leses av alle').waitFor();
    await page.getByRole('button', { name: 'Arkiver årshjulet' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Avbryt' }).click();
    expect((await call('get', `/api/cycles/${CYCLE}`)).body.state).toBe('published');
    await page.getByRole('button', { name: 'Arkiver årshjulet' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Arkiver', exact: true }).click();
    await page.getByText('Årshjulet er arkivert. Det kan leses').waitFor();
    expect(await page.getByRole('button', { name: /^Publiser/ }).count()).toBe(0);
    await page.goto(`${service.url}/cycles/${CYCLE}/history`);
    await page.getByText('kari arkiverte årshjulet').waitFor();
    expect(await page.getByRole('button', { name: /^Angre/ }).count()).toBe(0);
    await page.goto(service.url + PAGE);
    await page.getByRole('button', { name: 'Ta fram årshjulet igjen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ta fram igjen', exact: true }).click();
    await page.getByText('Årshjulet er tatt fram igjen.').waitFor();
    await page.getByRole('heading', { name: 'Publiser', exact: true }).waitFor();
  });

  it('is for the county’s coordinator; readers see what is new, and nobody else anything', async () => {
    const { openAs, open } = journey();
    await changes();
    for (const name of ['ola', 'siri'] as const) {
      const { page } = await openAs(name, PAGE);
      await page.getByText('Foreldremøte').waitFor();
      await page.getByText('Det er fylkeskoordinatoren som publiserer.').waitFor();
      expect(await page.getByRole('button', { name: /^(Publiser|Arkiver)/ }).count()).toBe(0);
      expect(await page.getByLabel('Åpent for alle').count()).toBe(0);
    }
    const { page: visitor } = await open(PAGE);
    await visitor.getByText('Logg inn for å arbeide her.').waitFor();
  });

  it('reads well in light and dark, to axe and on a narrow phone', async () => {
    const { openAs } = journey();
    await changes();
    const { page } = await openAs('kari', PAGE);
    await page.getByText('Foreldremøte').first().waitFor();
    await expectToReadWell(page);
    await picture(page, 'publish-phone');
  });
});
