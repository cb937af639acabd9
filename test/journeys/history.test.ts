import { expect, it } from 'vitest';
import { onDatabase } from '../database/databases.js';
import { CYCLE, journeys, SCHOOL } from './journey.js';
import { picture } from './pictures.js';
import { expectToReadWell } from './reads-well.js';

onDatabase('SQLite', 'the history of a cycle in the page', (createDatabase) => {
  const journey = journeys(createDatabase);
  const TASK = `${CYCLE}-apen-skole`;
  const PAGE = `/cycles/${CYCLE}/history`;

  /** Three changes, the second of which nothing depends on. */
  const changes = async () => {
    const { call } = journey();
    await call('patch', `/api/tasks/${TASK}`, { title: 'Skolen er åpen' }, 1);
    await call('patch', `/api/tasks/${CYCLE}-skolestart`, { status: 'done' }, 1);
    await call('patch', `/api/tasks/${TASK}`, { title: 'Åpen dag', unitId: SCHOOL }, 2);
  };

  it('shows who did what, before and after in words, and takes an older change back', async () => {
    const { openAs, call } = journey();
    await changes();
    const { page } = await openAs('kari', `/tasks/${TASK}`);
    await page.getByRole('link', { name: 'Historikken til oppgaven' }).click();
    await page.getByRole('heading', { level: 1, name: 'Historikk' }).waitFor();
    const items = page.getByRole('listitem').filter({ has: page.locator('time') });
    await expect.poll(() => items.count()).toBe(2);
    await items.first().getByText('Horten videregående skole').waitFor();
    expect(await items.first().locator('del').first().textContent()).toBe('Skolen er åpen');
    expect(await items.first().locator('ins').first().textContent()).toBe('Åpen dag');
    await page.getByLabel('Oppgave').selectOption('');
    await expect.poll(() => items.count()).toBe(4);
    await items.nth(1).getByText('Gjort').waitFor();
    await items
      .nth(1)
      .getByRole('button', { name: /^Angre/ })
      .click();
    await page.getByText('Endring nr. 3 er angret.').waitFor();
    await expect.poll(() => items.count()).toBe(5);
    await items.first().getByText('Angrer nr. 3').waitFor();
    await items.nth(2).getByText('Angret', { exact: true }).waitFor();
    expect(
      await items
        .nth(2)
        .getByRole('button', { name: /^Angre/ })
        .count(),
    ).toBe(0);
    expect((await call('get', `/api/tasks/${CYCLE}-skolestart`)).body.status).toBe('planned');
    await picture(page, 'history');
  });

  it('says why a change cannot be taken back, and which one to take back first', async () => {
    const { openAs } = journey();
    await changes();
    const watched = await openAs('kari', PAGE);
    const { page, complaints } = watched;
    const oldest = page.getByRole('listitem').filter({ hasText: 'nr. 2' });
    await oldest.getByRole('button', { name: /^Angre/ }).click();
    await oldest.getByRole('alert').waitFor();
    expect(await oldest.getByRole('alert').textContent()).toBe(
      'Kan ikke angres: «Skolen er åpen» er endret senere (Tittel). Angre den senere endringen først.',
    );
    await picture(page, 'history-refused');
    await page.getByLabel('Person').selectOption({ label: 'Tjenesten' });
    await page.getByText('Tjenesten laget årshjulet').waitFor();
    await page.getByRole('button', { name: 'Fjern alle valg' }).click();
    expect(new URL(page.url()).search).toBe('');
    // The browser itself says that a request was refused.
    expect(complaints.splice(0).every((complaint) => complaint.includes('409'))).toBe(true);
  });

  it('offers each to take back what is theirs, and nothing to a reader; nobody else comes in', async () => {
    const { openAs, open, call, service } = journey();
    await changes();
    await call('patch', `/api/tasks/${TASK}`, { leeway: { before: 7, after: 7 } }, 3);
    const undo = { name: /^Angre/ };
    const { page: siri } = await openAs('siri', `/tasks/${TASK}?unit=${SCHOOL}`);
    await siri.evaluate(
      `fetch('/api/tasks/${TASK}/adjustments/${SCHOOL}', {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json', 'If-Match': '"0"' },
        body: JSON.stringify({ hidden: 'Vi har det i mars.' }),
      })`,
    );
    await siri.goto(service.url + PAGE);
    await siri.getByText('hos Horten videregående skole').waitFor();
    expect(await siri.getByRole('button', undo).count()).toBe(1);
    const { page: ola } = await openAs('ola', PAGE);
    await ola.getByText('hos Horten videregående skole').waitFor();
    expect(await ola.getByRole('button', undo).count()).toBe(0);
    const { page: visitor } = await open(PAGE);
    await visitor.getByText('Logg inn for å arbeide her.').waitFor();
  });

  it('reads well in light and dark, to axe and on a narrow phone', async () => {
    const { openAs } = journey();
    await changes();
    const { page } = await openAs('kari', PAGE);
    await page.getByText('Horten videregående skole').first().waitFor();
    await expectToReadWell(page);
    await picture(page, 'history-phone');
  });
});
