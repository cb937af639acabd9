import { expect, it } from 'vitest';
import { findingsOn } from '../browser/axe.js';
import { onDatabase } from '../database/databases.js';
import { journeys } from './journey.js';

const YEAR = '/api/school-years/2026-2027?county=39';

onDatabase('SQLite', 'a county with two routes', (createDatabase) => {
  const journey = journeys(createDatabase);

  it('lets the coordinator say which one a school follows, and shows the school’s days beside the county’s', async () => {
    const { openAs, call } = journey();
    const { body: now } = await call('get', YEAR);
    const parts = ['first-school-day', 'autumn-break', 'christmas-break', 'winter-break', 'easter-break'];
    const route = {
      name: { nb: 'vinterferie i uke 9', nn: 'vinterferie i veke 9', en: 'winter break in week 9' },
      'winter-break': { from: '2027-03-01', to: '2027-03-05' },
    };
    const said = {
      status: 'official',
      source: { page: 'vedtak 9/26' },
      ...Object.fromEntries([...parts, 'last-school-day'].map((part) => [part, now[part]])),
      daysOff: now.daysOff,
      routes: { 'uke-9': route },
    };
    await call('patch', YEAR, said, now.version);
    const regenerate = '/api/cycles/39-2026-2027/regenerate';
    const { token } = (await call('post', `${regenerate}?preview=true`, {})).body;
    await call('post', regenerate, { token });

    const { page } = await openAs('kari', '/units');
    await page.getByRole('button', { name: 'Legg til enhet' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Navn').fill('Fjordbyen vgs');
    await dialog.getByLabel('Skolerute').selectOption('vinterferie i uke 9');
    expect(await findingsOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Lagre' }).click();
    await page.getByRole('row').filter({ hasText: 'Fjordbyen vgs' }).waitFor();
    const { body: units } = await call('get', '/api/units?county=39');
    const { id } = (units as { id: string; name: string }[]).find(({ name }) => name === 'Fjordbyen vgs') ?? {
      id: '',
    };

    const { body: tasks } = await call('get', '/api/cycles/39-2026-2027/tasks');
    const moved = (tasks as { id: string; start: string; byRoute: { start: string }[] }[]).find(
      ({ start, byRoute }) => byRoute[0] !== undefined && byRoute[0].start !== start,
    );
    if (!moved) throw new Error('no task is on another day');
    await page.goto(`${journey().service.url}/tasks/${moved.id}`);
    await page.getByText('På andre ruter').waitFor();
    await page.getByText(/^vinterferie i uke 9: \w+dag /).waitFor();
    await page.goto(`${journey().service.url}/tasks/${moved.id}?unit=${id}`);
    await page
      .getByRole('listitem')
      .getByText(/^Skolens egen rute \(vinterferie i uke 9\) i stedet for/)
      .first()
      .waitFor();
    expect(await findingsOn(page)).toEqual([]);

    // Correcting the skolerute in the form leaves its routes as they are.
    await page.goto(`${journey().service.url}/start/2026-2027/skolerute`);
    await page.getByRole('button', { name: 'Rett', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Hvor er dette fra?').fill('vedtak 10/26');
    await page.getByRole('button', { name: 'Lagre skoleruta' }).click();
    await page.getByText('vedtak 10/26').waitFor();
    expect((await call('get', YEAR)).body.routes['uke-9'].name.nb).toBe('vinterferie i uke 9');
  });
});
