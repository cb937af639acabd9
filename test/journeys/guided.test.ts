import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { instant } from '../../src/calendar/iso-date.js';
import { findingsOn } from '../browser/axe.js';
import { launchBrowser, openPage, overflowOf } from '../browser/browser.js';
import { TODAY } from '../browser/page-service.js';
import { onDatabase } from '../database/databases.js';
import { knowledgeOfTests, startTestService } from '../http/test-service.js';
import { SKOLERUTE_CSV } from '../school-years/skolerute-csv.js';
import { CYCLE, journeys, settled } from './journey.js';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });

onDatabase('SQLite', 'an empty installation', (createDatabase) => {
  it('becomes, by the one-time link and step by step, a published årshjul and a feed of the school', async () => {
    const database = await createDatabase();
    const service = await startTestService(database.address, {
      settings: { FIRST_CYCLE: 'none' },
      now: () => instant(TODAY),
    });
    const browser = await launchBrowser();
    const { page, complaints } = await openPage(browser);
    page.setDefaultTimeout(45_000);
    await page.clock.setFixedTime(TODAY);

    const greeting = service.greeting.join('\n');
    expect(greeting).not.toContain('feed ');
    const [, token] = /#link=(\S+)/.exec(greeting) ?? [];
    await page.goto(`${service.url}/sign-in#link=${token}`);
    await page.getByRole('main').getByRole('button', { name: 'Logg inn' }).click();
    await page.waitForURL('**/start');
    await link(page, 'Velg 2026/2027').click();

    await page.getByText('Publisert skolerute').waitFor();
    const sum = page.getByRole('row', { name: /Skoledager i alt/ });
    expect(await sum.textContent()).toContain('190');
    await link(page, 'Videre til Enheter').click();

    await button(page, 'Legg til enhet').click();
    await page.getByLabel('Navn').fill('Horten videregående skole');
    await page.getByLabel('E-postadresse').fill('post@horten.example');
    await button(page, 'Lagre').click();
    await page.getByText('Horten videregående skole er lagt til.').waitFor();
    await link(page, 'Videre til Utkast').click();
    const small = page.getByRole('radio', { name: 'Nødvendig' });
    expect(await page.getByRole('radio', { name: 'Anbefalt' }).isChecked()).toBe(true);
    await small.check();
    await button(page, 'Lag utkastet').click();

    await page.getByRole('heading', { name: 'Se over utkastet' }).waitFor();
    const left = button(page, /Ikke for oss/).first();
    await left.click();
    await button(page, /Ta med igjen/).waitFor();
    await Promise.all([
      page.waitForResponse('**/looked-over'),
      page
        .getByRole('checkbox', { name: /Gått gjennom/ })
        .nth(1)
        .check(),
    ]);
    // Another day, in the same place: what has been looked over is still ticked off.
    await page.reload();
    await page.getByRole('checkbox', { checked: true }).nth(1).waitFor();
    for (;;) {
      await button(page, /Kryss av de/).click();
      await button(page, /Kryss av de/).waitFor({ state: 'detached' });
      const next = link(page, /^Neste:/);
      if ((await next.count()) === 0) break;
      await next.click();
    }
    await link(page, 'Videre til Publisering').click();
    await page.getByText('1 av 1 enheter har e-postadresse').waitFor();
    await button(page, 'Publiser årshjulet').click();
    await link(page, 'Videre til Deling').click();
    await button(page, /Lag de 2 adressene/).click();
    const address = page.getByRole('listitem').filter({ hasText: 'Horten' }).locator('code');
    const url = new URL(String(await address.textContent()));
    await button(page, 'Kopier adressen til Horten videregående skole').click();

    const feed = await fetch(service.url + url.pathname);
    expect(feed.status).toBe(200);
    const calendar = new ICAL.Component(ICAL.parse(await feed.text()));
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    const essential = knowledgeOfTests().templates.filter(({ level }) => level.is === 'essential');
    const titles = essential.map(({ title }) => title.nb);
    // What the school is to do or takes part in.
    expect(events.length).toBeGreaterThan(10);
    expect(events.filter(({ summary }) => !titles.some((title) => summary.includes(title)))).toEqual([]);
    await link(page, 'Gå til årshjulet').click();
    await page.getByRole('heading', { level: 1, name: /Årshjul Vestfold 2026\/2027/ }).waitFor();

    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await browser.close();
    await service.stop();
    await database.drop();
  });
});

/** Vestfold's skolerute with the winter break a week earlier. */
const CSV = SKOLERUTE_CSV.replace('22.02.2027;26.02.2027', '15.02.2027;19.02.2027');

/** The same skolerute as people copy it. */
const PASTED_TEXT = `Skolerute 2026/2027
Første skoledag: mandag 17. august
Høstferie: uke 41
Foreldremøte 10. september
Siste skoledag før jul: fredag 18. desember
Første skoledag etter jul: tirsdag 5. januar
Vinterferie: 15.–19. februar
Påskeferie: 22.–29. mars
Fridag: fredag 7. mai
Siste skoledag: fredag 18. juni`;

onDatabase('SQLite', 'the skolerute', (createDatabase) => {
  const journey = journeys(createDatabase);
  const fileOf = (text: string) => ({
    name: 'skolerute.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });

  it('is taken from a file, a bad one refused with its line; corrected by hand while its days are counted; and given back', async () => {
    const { page, complaints } = await journey().openAs('kari', '/start/2026-2027/skolerute');
    page.setDefaultTimeout(45_000);
    await button(page, 'Importer').click();
    const dialog = page.getByRole('dialog');
    const input = dialog.locator('input[type="file"]');
    await input.setInputFiles(
      fileOf(CSV.replace('Høstferie', 'Bondens dag').replace('17.08.2026', '31.31.2026')),
    );
    await dialog.getByText('Linje 3: Navnet på linjen er ikke kjent.').waitFor();
    await dialog.getByText('Linje 2: Startdatoen er ikke en dato.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Bruk denne skoleruta' }).count()).toBe(0);
    await input.setInputFiles(fileOf(CSV.replace('18.06.2027', '17.06.2027')));
    await dialog.getByText('Datoene gir 189 skoledager. Et skoleår har 190, men fylket bestemmer.').waitFor();
    await input.setInputFiles(fileOf(CSV));
    await dialog.getByRole('button', { name: 'Bruk denne skoleruta' }).click();
    await page.getByText('Rettet av fylket').waitFor();
    await page.getByText('mandag 15. februar 2027').waitFor();

    await button(page, 'Rett').click();
    await dialog.getByText('190 av 190 skoledager.').waitFor();
    await dialog.getByLabel('Siste skoledag', { exact: true }).fill('2027-06-21');
    await dialog.getByText('191 av 190 skoledager.').waitFor();
    // What has been typed is there again after a reload.
    await page.reload();
    await button(page, 'Rett').click();
    await expect
      .poll(() => dialog.getByLabel('Siste skoledag', { exact: true }).inputValue())
      .toBe('2027-06-21');
    await dialog.getByLabel('Første skoledag', { exact: true }).fill('2026-08-18');
    await dialog.getByText('190 av 190 skoledager.').waitFor();
    // Somebody else is quicker: what they have changed is told and taken, what was typed stays.
    const { call } = journey();
    const { body: present } = await call('get', '/api/school-years/2026-2027?county=39');
    const read = { county: '39', schoolYear: '2026/2027', format: 'csv', source: 'vedtak 7/26' };
    const content = Buffer.from(CSV.replace('15.02.2027;19.02.2027', '22.02.2027;26.02.2027')).toString(
      'base64',
    );
    const { body } = await call('post', '/api/school-years/import', { ...read, content });
    await call('patch', '/api/school-years/2026-2027?county=39', body.said, present.version);
    const winter = dialog.getByRole('group', { name: 'Vinterferie' });
    await button(page, 'Lagre skoleruta').click();
    const alert = dialog.getByRole('alert').filter({ hasText: 'Skoleruta er rettet imens' });
    await alert.getByText('mandag 22. februar 2027').waitFor();
    // The browser itself says that a request was refused.
    expect(complaints.splice(0)).toHaveLength(1);
    expect(await winter.getByLabel('Fra og med').inputValue()).toBe('2027-02-22');
    expect(await dialog.getByLabel('Siste skoledag', { exact: true }).inputValue()).toBe('2027-06-21');
    // A break of one end is not saved; a day that is typed and not added is.
    await winter.getByLabel('Til og med').fill('');
    await button(page, 'Lagre skoleruta').click();
    await dialog.getByText('Skriv begge datoene, eller la begge stå tomme.').waitFor();
    await winter.getByLabel('Til og med').fill('2027-02-26');
    await dialog.getByLabel('Andre fridager').first().fill('2027-05-18');
    await dialog.getByLabel('Siste skoledag', { exact: true }).fill('2027-06-22');
    await button(page, 'Lagre skoleruta').click();
    await page.getByText('tirsdag 22. juni 2027').waitFor();
    await page.getByText('tirsdag 18. mai 2027').waitFor();
    await button(page, 'Gå tilbake til den publiserte').click();
    await page.getByText('Publisert skolerute').waitFor();
  });

  it('is pasted as a text: what is understood stands beside each line, and nothing is used before what is marked is looked at', async () => {
    const { page } = await journey().openAs('kari', '/start/2026-2027/skolerute');
    page.setDefaultTimeout(45_000);
    await button(page, 'Importer').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Eller lim inn skoleruta som tekst').fill(PASTED_TEXT);
    await dialog.getByLabel('Hvor er dette fra?').fill('vestfoldfylke.no');
    await button(page, 'Les teksten').click();
    const table = dialog.getByRole('table', { name: 'Slik er teksten forstått' });
    await table.getByText('Vinterferie: mandag 15. februar 2027 til fredag 19. februar 2027').waitFor();
    await table.getByText('Vi vet ikke hva datoen gjelder.').waitFor();
    await dialog.getByText('1 linje må dere se på.').waitFor();
    const use = button(page, 'Bruk denne skoleruta');
    expect(await use.count()).toBe(0);
    // The line is taken away, and the text read again.
    await dialog
      .getByLabel('Eller lim inn skoleruta som tekst')
      .fill(PASTED_TEXT.replace('Foreldremøte 10. september\n', ''));
    await button(page, 'Les teksten').click();
    await dialog.getByText('Alt som gjelder skoleruta, er forstått.').waitFor();
    await use.waitFor();
    await dialog.getByLabel('Eller lim inn skoleruta som tekst').fill(PASTED_TEXT);
    await button(page, 'Les teksten').click();
    await dialog.getByLabel('Jeg har sett på det som er merket').check();
    await use.click();
    // The dialog names the same days until it has gone.
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Rettet av fylket').waitFor();
    await page.getByText('mandag 15. februar 2027').waitFor();
    await button(page, 'Gå tilbake til den publiserte').click();
    await page.getByText('Publisert skolerute').waitFor();
  });
});

onDatabase('SQLite', 'a cycle made anew', (createDatabase) => {
  const journey = journeys(createDatabase);

  /** Sets the skolerute from the file above, and moves a task by hand that moves with it. */
  async function withConflict() {
    const { call } = journey();
    const read = { county: '39', schoolYear: '2026/2027', format: 'csv', source: 'vestfoldfylke.no' };
    const content = Buffer.from(CSV).toString('base64');
    const { body } = await call('post', '/api/school-years/import', { ...read, content });
    const { body: before } = await call('get', `/api/cycles/${CYCLE}/tasks`);
    const starts = new Map(before.map(({ id, start }: Record<string, string>) => [id, start]));
    await call('patch', '/api/school-years/2026-2027?county=39', body.said, 0);
    const preview = await call('post', `/api/cycles/${CYCLE}/regenerate?preview=true`, {});
    const moved = preview.body.updated.map(({ task }: { task: Record<string, string> }) => task);
    const [task, other] = moved.filter(({ id, start }: Record<string, string>) => starts.get(id) !== start);
    await call('patch', `/api/tasks/${task.id}`, { start: '2027-04-14', end: '2027-04-14' }, task.version);
    return { task, other };
  }

  it('by today’s skolerute is looked over before it is done, decides what both have changed, and is previewed again when somebody was quicker', async () => {
    const { task, other } = await withConflict();
    const { call, openAs } = journey();
    const { page, complaints } = await openAs('kari', `/cycles/${CYCLE}/agenda`);
    page.setDefaultTimeout(45_000);
    await page.getByRole('button', { name: 'Mer', exact: true }).click();
    await page.getByRole('link', { name: 'Regn ut datoene på nytt', exact: true }).click();
    await page.getByRole('heading', { name: '1 valg å ta' }).waitFor();
    const choice = page
      .getByRole('listitem')
      .filter({ has: link(page, task.title) })
      .first();
    await choice.getByRole('cell', { name: /14\. april 2027/ }).waitFor();
    await page.getByText('1 valg er ikke tatt').waitFor();
    await choice.getByRole('radio', { name: 'Ta det nye' }).check();

    await call('patch', `/api/tasks/${CYCLE}-yrkesmesse`, { title: 'Messe' }, 1);
    await button(page, 'Bruk endringene').click();
    await page.getByText('Årshjulet er endret siden forhåndsvisningen.').waitFor();
    expect(complaints.splice(0)).toEqual([expect.stringContaining('409')]);
    expect(await choice.getByRole('radio', { name: 'Ta det nye' }).isChecked()).toBe(true);
    await settled(page);
    await button(page, 'Bruk endringene').click();
    await page.getByText('Endringene er lagret. Publiser når').waitFor();
    const { body } = await call('get', `/api/tasks/${task.id}`);
    expect(body.start).toBe(task.start);
    expect((await call('get', `/api/tasks/${other.id}`)).body.start).toBe(other.start);
    expect((await call('get', `/api/tasks/${CYCLE}-yrkesmesse`)).body.title).toBe('Messe');
  });

  it('for next year takes along what is chosen, with each date before and after, and leads to the draft', async () => {
    const { call, openAs } = journey();
    await call('patch', `/api/tasks/${CYCLE}-yrkesmesse`, { status: 'cancelled' }, 1);
    const { page } = await openAs('kari', `/cycles/${CYCLE}/rollover`);
    page.setDefaultTimeout(45_000);
    await page.getByRole('heading', { level: 1, name: 'Årshjulet for 2027/2028' }).waitFor();
    await page.getByText('Skoleruta for 2027/2028 er ikke vedtatt i sin helhet.').waitFor();
    const offered = page.getByRole('checkbox', { name: /^Ta med: / });
    await offered.check();
    await page.reload();
    await expect.poll(() => offered.isChecked()).toBe(true);
    await page.locator('summary', { hasText: 'Oppstart Vg1' }).first().click();
    await page.getByRole('columnheader', { name: '2027/2028' }).first().waitFor();
    await button(page, 'Lag utkast for 2027/2028').click();
    await page.getByRole('heading', { name: 'Se over utkastet' }).waitFor();
    const made = await call('get', '/api/tasks/39-2027-2028-yrkesmesse');
    expect(made.body.status).toBe('planned');
    await page.goto(`${journey().service.url}/cycles/${CYCLE}/rollover`);
    await page.getByText('Årshjulet for 2027/2028 finnes allerede.').waitFor();
  });
});

onDatabase('SQLite', 'ticking off', (createDatabase) => {
  const journey = journeys(createDatabase);

  it('shows at once and stays, however late an answer about an earlier tick comes', async () => {
    const { page, complaints } = await journey().openAs('kari', '/start/2026-2027/review');
    page.setDefaultTimeout(45_000);
    const box = (nth: number) => page.getByRole('checkbox', { name: /Gått gjennom/ }).nth(nth);
    await box(3).waitFor();
    await settled(page);
    const held: (() => void)[] = [];
    await page.route('**/looked-over', async (route) => {
      await new Promise<void>((release) => held.push(release));
      await route.continue();
    });
    const release = async () => {
      await expect.poll(() => held.length).toBeGreaterThan(0);
      const answer = page.waitForResponse('**/looked-over');
      held.shift()?.();
      await answer;
    };

    const isTickedAtOnce = await box(0).evaluate(async (element) => {
      const input = element as unknown as { readonly checked: boolean; click(): void };
      input.click();
      // As far as one comes before the browser has drawn anything or has taken the next click.
      for (let turn = 0; turn < 50; turn++) await null;
      return input.checked;
    });
    expect(isTickedAtOnce).toBe(true);
    await box(1).check();
    await box(2).check();
    await box(2).uncheck();
    await release();
    await expect.poll(() => held.length).toBe(1);
    expect(await Promise.all([0, 1, 2].map((nth) => box(nth).isChecked()))).toEqual([true, true, false]);
    await release();
    await release();
    await release();
    await settled(page);
    expect(await Promise.all([0, 1, 2].map((nth) => box(nth).isChecked()))).toEqual([true, true, false]);
    const { body } = await journey().call('get', `/api/cycles/${CYCLE}/looked-over`);
    expect(body).toHaveLength(2);
    expect(complaints).toEqual([]);
  });
});

onDatabase('SQLite', 'the guided pages', (createDatabase) => {
  const journey = journeys(createDatabase);
  const PATHS = [
    '/start',
    ...['skolerute', 'units', 'draft', 'review', 'publish', 'share'].map(
      (step) => `/start/2026-2027/${step}`,
    ),
    `/cycles/${CYCLE}/regenerate`,
    `/cycles/${CYCLE}/rollover`,
  ];

  it('are closed to a reader', async () => {
    const { page } = await journey().openAs('ola', '/start');
    for (const path of ['/start/2026-2027/review', `/cycles/${CYCLE}/regenerate`]) {
      await page.goto(journey().service.url + path);
      await page.getByText('Dette er for den som er minst fylkeskoordinator.').waitFor();
    }
  });

  it.each(['light', 'dark'] as const)(
    'pass axe in the %s, and fit a window of 320 pixels',
    async (colorScheme) => {
      const { page } = await journey().openAs('kari', '/start', { width: 320, colorScheme });
      page.setDefaultTimeout(45_000);
      for (const path of PATHS) {
        await page.goto(journey().service.url + path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect([path, await findingsOn(page)]).toEqual([path, []]);
        expect([path, Math.max(0, await overflowOf(page))]).toEqual([path, 0]);
      }
    },
    240_000,
  );
});
