import { expect, it } from 'vitest';
import { findingsOn } from '../browser/axe.js';
import { overflowOf } from '../browser/browser.js';
import { onDatabase } from '../database/databases.js';
import { journeys } from './journey.js';

onDatabase('SQLite', 'a date that is set each year', (createDatabase) => {
  const journey = journeys(createDatabase);

  it('is set by the coordinator with a source, dates its task when the dates are calculated again, and is taken back', async () => {
    const { openAs, call } = journey();
    const { page } = await openAs('kari', '/start/2026-2027/skolerute');
    const row = page.getByRole('row').filter({ hasText: 'Elevundersøkelsen i Vg1' });
    await row.getByText('Anslag').waitFor();
    await page.getByRole('row').filter({ hasText: 'Satt av Udir' }).first().waitFor();
    await row.getByRole('button', { name: 'Sett datoen: Elevundersøkelsen i Vg1' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Fra og med').fill('2026-10-26');
    await dialog.getByLabel('Til og med').fill('2026-11-27');
    await dialog.getByRole('button', { name: 'Lagre datoen' }).click();
    await dialog.getByText('Skriv hvor datoen er hentet fra.').waitFor();
    await dialog.getByLabel('Hvor står det?').fill('udir.no/elevundersokelsen');
    await dialog.getByRole('button', { name: 'Lagre datoen' }).click();
    await row.getByText('mandag 26. oktober 2026 – fredag 27. november 2026').waitFor();
    await row.getByText('udir.no/elevundersokelsen').waitFor();
    expect(await findingsOn(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    expect(await findingsOn(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });

    const regenerate = '/api/cycles/39-2026-2027/regenerate';
    const { token } = (await call('post', `${regenerate}?preview=true`, {})).body;
    await call('post', regenerate, { token });
    const { body } = await call('get', '/api/tasks/39-2026-2027-elevundersokelsen');
    expect([body.start, body.end]).toEqual(['2026-10-26', '2026-11-27']);

    await row.getByRole('button', { name: 'Ta tilbake datoen: Elevundersøkelsen i Vg1' }).click();
    await row.getByText('Anslag').waitFor();
  });
});
