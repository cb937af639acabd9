import { expect, it } from 'vitest';
import { findingsOn } from '../browser/axe.js';
import { onDatabase } from '../database/databases.js';
import { CYCLE, journeys, SCHOOL } from './journey.js';
import { picture } from './pictures.js';
import { expectToReadWell } from './reads-well.js';

onDatabase('SQLite', 'taking tasks in from elsewhere in the page', (createDatabase) => {
  const journey = journeys(createDatabase);
  const PAGE = `/cycles/${CYCLE}/import`;
  const csv = (...lines: readonly string[]) => ({
    name: 'skolens-plan.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\n')),
  });
  const PLAN = [
    'Gjøremål;Ukedag;Startdag',
    'Temauke om fravær;mandag;14.09.2026',
    'Foreldrekveld;onsdag;07.10.2026',
    'Uten dag;;en gang i mai',
  ];

  it('maps columns that are not recognised, shows each row, takes the good ones in, and a second time changes nothing', async () => {
    const { openAs, call } = journey();
    const { page, complaints } = await openAs('kari', `/cycles/${CYCLE}/agenda`);
    await page.getByRole('button', { name: 'Mer', exact: true }).click();
    await page.getByRole('link', { name: 'Import', exact: true }).click();
    const file = page.getByLabel('Fil (iCal, CSV eller Excel)');
    await file.setInputFiles(csv(...PLAN));
    await page.getByText('Overskriftene ble ikke kjent igjen.').waitFor();
    const show = page.getByRole('button', { name: 'Vis radene' });
    expect(await show.isDisabled()).toBe(true);
    await page.getByLabel('Tittel (må være med)').selectOption('Gjøremål');
    await page.getByLabel('Start (må være med)').selectOption('Startdag');
    await show.click();
    await page.getByText('2 nye, 1 med feil. Ingenting er lagret ennå.').waitFor();
    const row = (text: string) => page.getByRole('row').filter({ hasText: text });
    await row('Temauke om fravær').getByText('mandag 14. september 2026').waitFor();
    await row('Uten dag').getByText('Datoen mangler eller kan ikke leses.').waitFor();
    expect(await row('Uten dag').getByRole('cell').first().textContent()).toBe('4');
    await picture(page, 'import');
    await page.getByRole('button', { name: 'Importer 2 oppgaver' }).click();
    await page.getByText('Importen er ferdig. Nye: 2. Endrede: 0.').waitFor();
    const count = async () => (await call('get', `/api/cycles/${CYCLE}/tasks?q=Foreldrekveld`)).body.length;
    expect(await count()).toBe(1);

    await file.setInputFiles(csv(...PLAN));
    await page.getByLabel('Tittel (må være med)').selectOption('Gjøremål');
    await page.getByLabel('Start (må være med)').selectOption('Startdag');
    await show.click();
    await page.getByText('2 uendrede, 1 med feil.').waitFor();
    await page.getByText('Filen har ingenting nytt.').waitFor();
    expect(await page.getByRole('button', { name: /^Importer/ }).count()).toBe(0);
    expect(await count()).toBe(1);
    // The browser itself says that a request was refused.
    expect(complaints.splice(0).every((complaint) => complaint.includes('400'))).toBe(true);
  });

  it('follows a calendar that has changed, says before and after, and says of a file that it cannot be read', async () => {
    const { openAs } = journey();
    const { page, complaints } = await openAs('siri', PAGE);
    const calendar = (day: string) => ({
      name: 'skolen.ics',
      mimeType: 'text/calendar',
      buffer: Buffer.from(
        `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a@skole\r\nSUMMARY:Skolens dag\r\nDTSTART;VALUE=DATE:${day}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
      ),
    });
    const file = page.getByLabel('Fil (iCal, CSV eller Excel)');
    await file.setInputFiles(calendar('20260910'));
    await page.getByRole('button', { name: 'Importer 1 oppgave' }).click();
    await page.getByText('Importen er ferdig. Nye: 1.').waitFor();
    await file.setInputFiles(calendar('20260917'));
    const row = page.getByRole('row').filter({ hasText: 'Skolens dag' });
    await row.getByText('Blir endret').waitFor();
    expect(await row.locator('del').textContent()).toBe('torsdag 10. september 2026');
    await file.setInputFiles({ name: 'bilde.xlsx', mimeType: 'image/png', buffer: Buffer.from('nei') });
    await page.getByText('Filen kan ikke leses.').waitFor();
    expect(complaints.splice(0)).toHaveLength(1);
    const { page: reader } = await openAs('ola', PAGE);
    await reader.getByText('Dette er for den som er minst enhetskoordinator').waitFor();
  });

  it('gives the working version away as a table, and the whole of it to the county’s coordinator', async () => {
    const { openAs, call } = journey();
    await call('patch', `/api/tasks/${CYCLE}-apen-skole`, { title: 'Åpen dag' }, 1);
    const { page } = await openAs('kari', `/cycles/${CYCLE}/agenda`);
    const saved = async (name: string) => {
      await page.getByRole('button', { name: 'Mer', exact: true }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name }).click(),
      ]);
      const parts: Buffer[] = [];
      for await (const part of await download.createReadStream()) parts.push(part as Buffer);
      return Buffer.concat(parts).toString();
    };
    expect(await saved('Arbeidsversjonen som CSV')).toContain('Åpen dag');
    expect(JSON.parse(await saved('Hele årshjulet med historikk (JSON)')).cycle.id).toBe(CYCLE);
    const { page: siri } = await openAs('siri', `/cycles/${CYCLE}/agenda`);
    await siri.getByRole('button', { name: 'Mer', exact: true }).click();
    await siri.getByRole('link', { name: 'Arbeidsversjonen som Excel' }).waitFor();
    expect(await siri.getByRole('link', { name: /JSON/ }).count()).toBe(0);
  });

  it('fills a gap of the coverage with what one chooses, after a look at the task that it becomes', async () => {
    const { call, openAs } = journey();
    const { body: withNav } = await call(
      'get',
      `/api/cycles/${CYCLE}/tasks?phase=oppfolging-vg1&partner=nav&kind=cooperation`,
    );
    const tasks = withNav.map(({ id, version }: { id: string; version: number }) => ({ id, version }));
    await call('post', `/api/cycles/${CYCLE}/bulk`, { tasks, change: { status: 'cancelled' } });
    const { page } = await openAs('kari', `/cycles/${CYCLE}/coverage`);
    const gap = page.getByText('Ingen samarbeidsoppgave med Nav');
    await gap.click();
    await page.getByRole('button', { name: 'Fyll hullet' }).click();
    const dialog = page.getByRole('dialog', { name: 'Fyll hullet' });
    await dialog.getByText('Oppgaven varer hele fasen').waitFor();
    await dialog.getByRole('radio').nth(1).check();
    const chosen = await dialog.locator('label').nth(1).textContent();
    await dialog.getByRole('heading', { level: 3, name: String(chosen).slice(0, 40) }).waitFor();
    expect(await findingsOn(page)).toEqual([]);
    await picture(page, 'gap');
    await dialog.getByRole('button', { name: 'Legg til oppgaven' }).click();
    await page.getByText(/er lagt til\./).waitFor();
    await dialog.waitFor({ state: 'detached' });
    await gap.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Angre', exact: true }).first().click();
    await gap.waitFor();
    const { page: reader } = await openAs('nils', `/cycles/${CYCLE}/coverage?unit=${SCHOOL}`);
    await reader.getByText('Ingen samarbeidsoppgave med Nav').click();
    expect(await reader.getByRole('button', { name: 'Fyll hullet' }).count()).toBe(0);
  });

  it('reads well in light and dark, to axe and on a narrow phone', async () => {
    const { page } = await journey().openAs('kari', PAGE);
    await page
      .getByLabel('Fil (iCal, CSV eller Excel)')
      .setInputFiles(csv('Tittel;Start', 'Temauke;14.09.2026', ';15.09.2026'));
    await page.getByText('1 ny, 1 med feil.').waitFor();
    await page.getByText('Kolonnene i filen').click();
    await page.getByText('Når filen ikke sier noe om det').click();
    // A choice looks at the rows anew without taking the choices, or the focus, from who makes it.
    const kind = page.getByLabel('Type', { exact: true }).last();
    await kind.waitFor();
    await kind.focus();
    await Promise.all([page.waitForResponse(/preview=true/), kind.selectOption('deadline')]);
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate('document.activeElement?.tagName')).toBe('SELECT');
    await expectToReadWell(page);
    await picture(page, 'import-phone');
  });
});
