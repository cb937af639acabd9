import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { onDatabase } from '../database/databases.js';
import { CYCLE, journeys, settled } from './journey.js';

const TASK = `${CYCLE}-apen-skole`;

/** A picture of the page, for whoever wants to look: SCREENSHOTS names the folder. */
async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.SCREENSHOTS) return;
  await settled(page);
  await page.screenshot({ path: join(process.env.SCREENSHOTS, `editing-${name}.png`) });
}

onDatabase('SQLite', 'editing in the page', (createDatabase) => {
  const journey = journeys(createDatabase);
  const taskNow = async (id = TASK) => (await journey().call('get', `/api/tasks/${id}`)).body;

  it('by form: a rule in plain words, what it comes to before it is saved, and the task as it then is', async () => {
    const { page } = await journey().openAs('kari', `/tasks/${TASK}`);
    await page.getByRole('link', { name: 'Endre', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Endre «Åpen skole for søkere og foresatte»' });
    await picture(page, 'form');
    await dialog.getByLabel('Regnes ut fra').selectOption('en annen oppgave');
    await dialog.getByText('Fyll ut datoen, så vises den her').waitFor();
    await dialog.getByLabel('Oppgave', { exact: true }).selectOption('Skolestart');
    await dialog.getByLabel('Avstand').selectOption('etter');
    await dialog.getByLabel('Antall').fill('3');
    await dialog.getByLabel('Regnet i').selectOption('skoledager');
    const preview = dialog.getByRole('status').filter({ hasText: 'Slik blir datoen' });
    await preview.getByText('torsdag 20. august 2026', { exact: true }).waitFor();
    await preview.getByText('3 skoledager etter: torsdag 20. august 2026.').waitFor();
    await picture(page, 'rule');
    await dialog.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('«Åpen skole for søkere og foresatte» er lagret.').waitFor();
    await page.getByText('torsdag 20. august 2026', { exact: true }).waitFor();
    expect((await taskNow()).rule).toMatchObject({ template: 'skolestart', plus: { schoolDays: 3 } });
    await page.getByRole('button', { name: 'Angre' }).last().click();
    await page.getByText('onsdag 27. januar 2027', { exact: true }).waitFor();
  });
});
