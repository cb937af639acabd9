import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { findingsOn } from '../browser/axe.js';
import { overflowOf } from '../browser/browser.js';
import { onDatabase } from '../database/databases.js';
import { CYCLE, journeys, SCHOOL, settled } from './journey.js';

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
    const dialog = page.getByRole('dialog', { name: 'Endre «Åpen skole for søkere og foreldre»' });
    await picture(page, 'form');
    await dialog.getByLabel('Regnes ut fra').selectOption('en annen oppgave');
    await dialog.getByText('Fyll ut datoen, så vises den her').waitFor();
    await dialog.getByRole('button', { name: 'Lagre' }).click();
    await dialog.getByText('Velg en dato eller lag en regel.').waitFor();
    expect((await taskNow()).version).toBe(1);
    await dialog.getByLabel('Oppgave', { exact: true }).selectOption('Skolestart');
    await dialog.getByLabel('Avstand').selectOption('etter');
    await dialog.getByLabel('Antall').fill('3');
    await dialog.getByLabel('Regnet i').selectOption('skoledager');
    const preview = dialog.getByRole('status').filter({ hasText: 'Slik blir datoen' });
    await preview.getByText('torsdag 20. august 2026', { exact: true }).waitFor();
    await preview.getByText('3 skoledager etter: torsdag 20. august 2026.').waitFor();
    await picture(page, 'rule');
    await dialog.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('«Åpen skole for søkere og foreldre» er lagret.').waitFor();
    await page.getByText('torsdag 20. august 2026', { exact: true }).waitFor();
    expect((await taskNow()).rule).toMatchObject({ template: 'skolestart', plus: { schoolDays: 3 } });
    await page.getByRole('button', { name: 'Angre' }).last().click();
    await page.getByText('onsdag 27. januar 2027', { exact: true }).waitFor();
  });

  it('adds a cooperation task with NAV, says at the fields what is missing, and takes it away again', async () => {
    const { openAs, call } = journey();
    const { page, complaints } = await openAs('kari', `/cycles/${CYCLE}/agenda`);
    await page.getByRole('link', { name: 'Ny oppgave' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ny oppgave' });
    await dialog.getByLabel('Type').selectOption('Samarbeid');
    await dialog.getByLabel('Første dag').fill('2027-02-13');
    await dialog.getByText('Lørdag 13. februar 2027 er i helgen.').waitFor();
    await dialog.getByRole('button', { name: 'Lagre' }).click();
    await dialog.getByText('Skriv noe her.').waitFor();
    await dialog.getByLabel('Tittel').and(page.locator(':focus')).waitFor();
    await picture(page, 'flaws');
    await dialog.getByLabel('Tittel').fill('Møte med NAV om lærlinger');
    await dialog.getByRole('button', { name: 'Lagre' }).click();
    await dialog.getByText('Velg minst én å samarbeide med.').waitFor();
    await dialog.getByRole('checkbox', { name: 'Nav' }).check();
    await dialog.getByLabel('Første dag').fill('2027-02-15');
    await dialog.getByLabel('Søk etter innsatsområde').fill('læreplass');
    await dialog.getByRole('group', { name: 'Tiltak i rammeverket' }).getByRole('checkbox').first().check();
    await dialog.getByRole('button', { name: 'Legg til steg' }).click();
    await dialog.getByRole('textbox', { name: 'Steg 1' }).fill('Kall inn');
    await dialog.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('«Møte med NAV om lærlinger» er lagt til.').waitFor();
    await page.getByRole('link', { name: 'Møte med NAV om lærlinger', exact: true }).waitFor();
    const { body } = await call('get', `/api/cycles/${CYCLE}/tasks?q=lærlinger&partner=nav&kind=cooperation`);
    const [added] = body.filter(({ origin }: { origin: string }) => origin === 'local');
    expect(added).toMatchObject({
      start: '2027-02-15',
      layer: '39',
      version: 1,
      partners: ['nav'],
      reminders: [21, 7],
      checklist: [{ text: 'Kall inn', done: false }],
    });
    expect(added.measures).toHaveLength(1);
    await page.getByRole('link', { name: 'Endre «Møte med NAV om lærlinger»' }).click();
    await page.getByRole('button', { name: 'Slett oppgaven' }).click();
    await page.getByRole('button', { name: 'Ja, slett oppgaven' }).click();
    await page.getByText('«Møte med NAV om lærlinger» er slettet.').waitFor();
    await page
      .getByRole('link', { name: 'Møte med NAV om lærlinger', exact: true })
      .waitFor({ state: 'detached' });
    refusals(complaints, 400, 2);
  });

  it('does not take a last day that is half written for none', async () => {
    const { page } = await journey().openAs('kari', `/tasks/${TASK}?edit=${TASK}`);
    await page.getByText('Dager', { exact: true }).click();
    const last = page.getByLabel('Siste dag');
    await last.focus();
    await page.keyboard.type('12');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('bare delvis fylt ut').waitFor();
    await last.and(page.locator(':focus')).waitFor();
    expect((await taskNow()).version).toBe(1);
  });

  it('adds one task when the answer was lost on the way, with what was written since', async () => {
    const { openAs, call } = journey();
    const { page, complaints } = await openAs('kari', `/cycles/${CYCLE}/agenda?new`);
    const tasks = `**/api/cycles/${CYCLE}/tasks`;
    await page.route(tasks, async (route) => {
      await call('post', `/api/cycles/${CYCLE}/tasks`, route.request().postDataJSON());
      await route.abort('internetdisconnected');
    });
    await page.getByRole('textbox', { name: 'Tittel' }).fill('Svaret gikk tapt');
    await page.getByLabel('Første dag').fill('2027-02-15');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('Du er uten nett. Det du har skrevet').waitFor();
    await page.getByRole('textbox', { name: 'Tittel' }).fill('Svaret gikk tapt én gang');
    await page.unroute(tasks);
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('«Svaret gikk tapt én gang» er lagt til.').waitFor();
    const { body } = await call('get', `/api/cycles/${CYCLE}/tasks?q=svaret gikk tapt`);
    expect(body).toMatchObject([{ title: 'Svaret gikk tapt én gang', version: 2 }]);
    lostRequests(complaints);
  });

  it('says in the form why a task was not deleted, and deletes it when it is asked once more', async () => {
    const { openAs, call } = journey();
    const own = await tasksOfSchool();
    const { page, complaints } = await openAs('siri', `/cycles/${CYCLE}/agenda?edit=${own}`);
    await page.getByRole('textbox', { name: 'Tittel' }).waitFor();
    await call('patch', `/api/tasks/${own}`, { status: 'started' }, 1);
    const remove = async () => {
      await page.getByRole('button', { name: 'Slett oppgaven' }).click();
      await page.getByRole('button', { name: 'Ja, slett oppgaven' }).click();
    };
    await remove();
    const alert = page.getByRole('dialog').getByRole('alert');
    await alert
      .filter({ hasText: 'Noen har endret oppgaven i mellomtiden' })
      .and(page.locator(':focus'))
      .waitFor();
    await remove();
    await page.getByText('«Skolens egen» er slettet.').waitFor();
    refusals(complaints, 412, 1);
  });

  it('cancels a task of the framework and restores it', async () => {
    const { page } = await journey().openAs('kari', `/tasks/${TASK}?edit=${TASK}`);
    await page.getByRole('button', { name: 'Avlys oppgaven' }).click();
    await page.getByText('Avlyst').first().waitFor();
    await page.getByRole('link', { name: 'Endre', exact: true }).click();
    await page.getByRole('button', { name: 'Gjenopprett oppgaven' }).click();
    await page.getByText('er lagret.').waitFor();
    expect(await taskNow()).toMatchObject({ status: 'planned', version: 3 });
  });

  it('shows both versions when two windows have changed one task, and merges them field by field', async () => {
    const { openAs } = journey();
    const address = `/tasks/${TASK}?edit=${TASK}`;
    const [{ page: mine, complaints }, { page: theirs }] = [
      await openAs('kari', address),
      await openAs('per', address),
    ];
    const fill = async (page: Page, title: string, field: string, text: string) => {
      await page.getByRole('textbox', { name: 'Tittel' }).fill(title);
      await page.getByLabel(field).fill(text);
      await page.getByRole('button', { name: 'Lagre' }).click();
    };
    await mine.getByLabel('Beskrivelse').waitFor();
    await fill(theirs, 'Pers tittel', 'Fra klokken', '18:00');
    await theirs.getByText('«Pers tittel» er lagret.').waitFor();
    await fill(mine, 'Karis tittel', 'Beskrivelse', 'Karis beskrivelse');
    const dialog = mine.getByRole('dialog');
    await dialog.getByText('Noen har endret oppgaven mens du skrev').waitFor();
    const title = dialog.getByRole('group', { name: 'Tittel (endret av begge)' });
    await title.getByText('Karis tittel').waitFor();
    await title.getByText('Pers tittel').waitFor();
    const isTheirs = (name: string) =>
      dialog.getByRole('group', { name }).getByRole('radio', { name: 'Den lagrede versjonen' }).isChecked();
    expect(await isTheirs('Tittel (endret av begge)')).toBe(false);
    expect(await isTheirs('Klokkeslett (endret av andre)')).toBe(true);
    expect(await isTheirs('Beskrivelse (endret av deg)')).toBe(false);
    await picture(mine, 'conflict');
    await title.getByRole('radio', { name: 'Den lagrede versjonen' }).check();
    await dialog.getByRole('button', { name: 'Lagre det som er valgt' }).click();
    await mine.getByText('«Pers tittel» er lagret.').waitFor();
    expect(await taskNow()).toMatchObject({
      title: 'Pers tittel',
      description: 'Karis beskrivelse',
      startTime: '18:00',
      version: 3,
    });
    refusals(complaints, 412, 1);
  });

  it('keeps what was written through a reload and a closed window, to go on with or to throw away', async () => {
    const { openAs, service } = journey();
    const { page } = await openAs('kari', `/tasks/${TASK}?edit=${TASK}`);
    await page.getByLabel('Beskrivelse').fill('Halvveis skrev');
    await page.reload();
    await page.getByText('Du har ulagret tekst').waitFor();
    await page.getByText('uten å lagre: Beskrivelse.').waitFor();
    await picture(page, 'unsaved');
    await page.getByRole('button', { name: 'Fortsett' }).click();
    expect(await page.getByLabel('Beskrivelse').inputValue()).toBe('Halvveis skrev');
    await page.getByLabel('Beskrivelse').press('End');
    await page.keyboard.type('et');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goto(`${service.url}/tasks/${TASK}?edit=${TASK}`);
    await page.getByRole('button', { name: 'Kast' }).click();
    await page.getByLabel('Beskrivelse').waitFor();
    expect(await page.getByLabel('Beskrivelse').inputValue()).not.toContain('Halvveis');
  });

  it('keeps a new task that was begun, and begins another once it has been thrown away', async () => {
    const { page } = await journey().openAs('kari', `/cycles/${CYCLE}/agenda?new`);
    await page.getByRole('textbox', { name: 'Tittel' }).fill('Påbegynt');
    await page.reload();
    await page.getByRole('button', { name: 'Fortsett' }).click();
    expect(await page.getByRole('textbox', { name: 'Tittel' }).inputValue()).toBe('Påbegynt');
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Ny oppgave' }).click();
    expect(await page.getByRole('textbox', { name: 'Tittel' }).inputValue()).toBe('');
  });

  it('keeps what is saved without a network, and sends it when there is one again', async () => {
    const { openAs, call } = journey();
    const { page, context, complaints } = await openAs('kari', `/cycles/${CYCLE}/agenda?edit=${TASK}`);
    await page.getByRole('textbox', { name: 'Tittel' }).fill('Skrevet uten nett');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('Du er uten nett. Det du har skrevet').waitFor();
    await picture(page, 'offline');
    await page.keyboard.press('Escape');
    await page.getByText('1 endring venter på nett: «Åpen skole for søkere og foreldre».').waitFor();
    await page.getByRole('link', { name: 'Ny oppgave' }).click();
    await page.getByRole('textbox', { name: 'Tittel' }).fill('Ny uten nett');
    await page.getByLabel('Første dag').fill('2027-02-15');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('2 endringer venter på nett').waitFor();
    expect((await taskNow()).version).toBe(1);
    await context.setOffline(false);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('venter på nett').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Skrevet uten nett', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Ny uten nett', exact: true }).waitFor();
    expect(await taskNow()).toMatchObject({ title: 'Skrevet uten nett', version: 2 });
    expect((await call('get', `/api/cycles/${CYCLE}/tasks?q=uten nett`)).body).toHaveLength(2);
    lostRequests(complaints);
  });

  it('loses nothing when somebody else has changed the task before the network came back', async () => {
    const { openAs, call } = journey();
    const { page, context, complaints } = await openAs('kari', `/tasks/${TASK}?edit=${TASK}`);
    await page.getByRole('textbox', { name: 'Tittel' }).fill('Min tittel');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('Du er uten nett. Det du har skrevet').waitFor();
    await page.keyboard.press('Escape');
    await call('patch', `/api/tasks/${TASK}`, { title: 'Deres tittel', status: 'started' }, 1);
    await context.setOffline(false);
    await page.getByText('kunne ikke lagres da nettet kom tilbake').waitFor();
    await page.getByRole('link', { name: 'Se hva som må til' }).click();
    const title = page.getByRole('group', { name: 'Tittel (endret av begge)' });
    await title.getByText('Min tittel').waitFor();
    await title.getByText('Deres tittel').waitFor();
    await page.getByRole('button', { name: 'Lagre det som er valgt' }).click();
    await page.getByText('«Min tittel» er lagret.').waitFor();
    expect(await taskNow()).toMatchObject({ title: 'Min tittel', status: 'started', version: 3 });
    expect(await page.getByText('kunne ikke lagres').count()).toBe(0);
    refusals(complaints, 412, 2);
    lostRequests(complaints);
  });

  it('shows what was written of a task that somebody has deleted before the network came back', async () => {
    const { openAs, call } = journey();
    const own = await tasksOfSchool();
    const { page, context, complaints } = await openAs('siri', `/cycles/${CYCLE}/agenda?edit=${own}`);
    await page.getByRole('textbox', { name: 'Tittel' }).fill('Skrevet forgjeves');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('Du er uten nett. Det du har skrevet').waitFor();
    await page.keyboard.press('Escape');
    await call('delete', `/api/tasks/${own}`, undefined, 1);
    await context.setOffline(false);
    await page.getByRole('link', { name: 'Se hva som må til' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('noen har slettet den').waitFor();
    await dialog.getByText('Skrevet forgjeves').waitFor();
    await picture(page, 'gone');
    await dialog.getByRole('button', { name: 'Kast' }).click();
    await page.getByText('kunne ikke lagres').waitFor({ state: 'detached' });
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(complaints.some((text) => text.includes('a status of 404'))).toBe(true);
    complaints.splice(0);
  });

  it('leads from what was refused for a unit to the form of that unit', async () => {
    const { openAs, call, service } = journey();
    const { page, context, complaints } = await openAs('kari', `/tasks/${TASK}?unit=${SCHOOL}&edit=${TASK}`);
    await page.getByText('Bare for').click();
    await page.getByLabel('Hvor langt vi er kommet').selectOption('Gjort');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('Du er uten nett. Det du har skrevet').waitFor();
    await page.keyboard.press('Escape');
    await call('patch', `/api/tasks/${TASK}/adjustments/${SCHOOL}`, { status: 'started' }, 0);
    await context.setOffline(false);
    await page.getByText('kunne ikke lagres da nettet kom tilbake').waitFor();
    await page.goto(`${service.url}/cycles/${CYCLE}/agenda`);
    await page.getByRole('link', { name: 'Se hva som må til' }).click();
    await page.getByRole('group', { name: 'Hvor langt vi er kommet (endret av begge)' }).waitFor();
    expect(new URL(page.url()).searchParams.get('unit')).toBe(SCHOOL);
    refusals(complaints, 412, 2);
    lostRequests(complaints);
  });

  /** A task of the school's own. */
  const tasksOfSchool = async () => {
    const { body } = await journey().call('post', `/api/cycles/${CYCLE}/tasks`, {
      title: 'Skolens egen',
      kind: 'activity',
      phase: 'oppstart-vg1',
      category: 'koordinering',
      actor: 'school',
      start: '2026-12-01',
      layer: SCHOOL,
    });
    return body.id as string;
  };

  it('is not a reader’s; a contributor says how far the own unit’s tasks have come, and what their steps are', async () => {
    const { openAs, service } = journey();
    const own = await tasksOfSchool();
    const { page: reader } = await openAs('ola', `/tasks/${TASK}`);
    await reader.getByRole('link', { name: 'Historikken til oppgaven' }).waitFor();
    expect(await reader.getByRole('link', { name: 'Endre' }).count()).toBe(0);
    await reader.goto(`${service.url}/cycles/${CYCLE}/agenda?edit=${TASK}`);
    await reader.getByText('Det er ingenting her som du kan endre.').waitFor();

    const { page } = await openAs('nils', `/tasks/${own}?unit=${SCHOOL}`);
    await page.getByRole('link', { name: 'Endre', exact: true }).click();
    await page.getByLabel('Status').selectOption('I gang');
    expect(await page.getByRole('textbox', { name: 'Tittel' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: /Slett|Avlys/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Legg til steg' }).click();
    await page.getByRole('textbox', { name: 'Steg 1' }).fill('Book rom');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('«Skolens egen» er lagret.').waitFor();
    expect(await taskNow(own)).toMatchObject({ status: 'started', checklist: [{ text: 'Book rom' }] });
  });

  it('gives a unit’s coordinator the unit’s own date, status and view of a common task, and all of its own', async () => {
    const { openAs, call, service } = journey();
    const own = await tasksOfSchool();
    await call('patch', `/api/tasks/${TASK}`, { leeway: { before: 7, after: 7 } }, 1);
    const { page, complaints } = await openAs('siri', `/tasks/${TASK}?unit=${SCHOOL}`);
    await page.getByRole('link', { name: 'Endre', exact: true }).click();
    await page.getByText('fra 20. januar 2027 til 3. februar 2027').waitFor();
    expect(await page.getByRole('textbox', { name: 'Tittel' }).count()).toBe(0);
    await page.getByLabel('Første dag').fill('2027-02-10');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('Velg dager fra 20. januar 2027 til 3. februar 2027.').waitFor();
    await page.getByLabel('Første dag').fill('2027-02-02');
    await page.getByLabel('Hvor langt vi er kommet').selectOption('Gjort');
    await picture(page, 'adjustment');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('tirsdag 2. februar 2027', { exact: true }).waitFor();
    expect((await taskNow()).start).toBe('2027-01-27');
    await page.getByRole('link', { name: 'Endre', exact: true }).click();
    await page.getByLabel('Oppgaven gjelder ikke oss').check();
    await page.getByLabel('Hvorfor ikke?').fill('Vi har ikke dette programmet');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const seen = await call('get', `/api/tasks/${TASK}?unit=${SCHOOL}`);
    expect(seen.body.adjustment).toMatchObject({ hidden: 'Vi har ikke dette programmet', status: 'done' });
    await page.goto(`${service.url}/tasks/${own}?unit=${SCHOOL}&edit=${own}`);
    await page.getByRole('textbox', { name: 'Tittel' }).fill('Skolens eget møte');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('«Skolens eget møte» er lagret.').waitFor();
    refusals(complaints, 400, 1);
  });

  it('is done by keyboard alone, and the focus comes back to where it was', async () => {
    const { page } = await journey().openAs('kari', `/tasks/${TASK}`);
    const link = page.getByRole('link', { name: 'Endre', exact: true });
    await link.focus();
    await page.keyboard.press('Enter');
    const title = page.getByRole('textbox', { name: 'Tittel' });
    await title.waitFor();
    for (let step = 0; step < 5 && (await title.and(page.locator(':focus')).count()) === 0; step++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Med tastatur');
    await page.getByRole('radio', { name: 'Regel' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Space');
    await page.getByLabel('Første dag').waitFor();
    await title.press('Enter');
    await page.getByText('«Med tastatur» er lagret.').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await link.and(page.locator(':focus')).waitFor();
  });

  it.each(['light', 'dark'] as const)(
    'has no accessibility flaw in %s, and fits a phone of 320 px',
    async (colorScheme) => {
      const { openAs } = journey();
      const { page } = await openAs('kari', `/tasks/${TASK}?edit=${TASK}`, { colorScheme });
      await page.getByRole('textbox', { name: 'Tittel' }).waitFor();
      expect(await findingsOn(page)).toEqual([]);
      await page.getByText('Dager', { exact: true }).click();
      await page.getByLabel('Første dag').fill('2027-02-13');
      await page.getByText('er i helgen').waitFor();
      expect(await findingsOn(page)).toEqual([]);
      await picture(page, `form-${colorScheme}`);
      await page.setViewportSize({ width: 320, height: 640 });
      await picture(page, `phone-${colorScheme}`);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await page.getByText('Regel', { exact: true }).click();
      await picture(page, `phone-rule-${colorScheme}`);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    },
  );
});

/** Takes the answers of a status that a test has asked for out of what the page complains of: just so many. */
function refusals(complaints: string[], status: number, count: number): void {
  const isOne = (text: string) => text.includes(`the server responded with a status of ${status}`);
  expect(complaints.filter(isOne)).toHaveLength(count);
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !isOne(text)));
}

/** Takes what a page without a network complains of out of its complaints. */
function lostRequests(complaints: string[]): void {
  const kept = complaints.filter((text) => !text.includes('net::ERR_INTERNET_DISCONNECTED'));
  complaints.splice(0, complaints.length, ...kept);
}
