import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { VIEWS } from '../../src/web/client/data/address/views.js';
import { onDatabase } from '../database/databases.js';
import { openPage, overflowOf, type PageWish, type WatchedPage } from './browser.js';
import { pageFixture } from './page-fixture.js';
import { CYCLE, SCHOOL, startPageService, TODAY } from './page-service.js';

onDatabase('SQLite', 'the page in a browser', (createDatabase) => {
  const fixture = pageFixture(createDatabase);

  /** Opens an address; fails when the browser has complained or has asked another host by the end. */
  const visit = async (path: string, look: (watched: WatchedPage) => Promise<void>, wish: PageWish = {}) => {
    const watched = await openPage(fixture.browser, wish);
    try {
      await watched.page.clock.setFixedTime(TODAY);
      await watched.page.goto(fixture.url + path);
      await watched.page.getByRole('heading', { level: 1 }).waitFor();
      await look(watched);
      expect(watched.complaints).toEqual([]);
      expect([...watched.hosts]).toEqual([new URL(fixture.url).host]);
    } finally {
      await watched.context.close();
    }
  };
  const at = (view: string, search = '') => `/cycles/${CYCLE}/${view}${search}`;
  /** What is shown until the reader asks for more. */
  const usual = () => fixture.published.tasks.filter(({ level }) => level !== 'complete');
  const countOf = (text: string | null) => Number(/\d+/.exec(text ?? '')?.[0]);

  it('leads from its root to the newest public cycle, with its weeks and its wheel', () =>
    visit('/', async ({ page }) => {
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Årshjul Vestfold 2026/2027');
      await page.locator('[data-task]').first().waitFor();
      // As many as have room for their names there.
      const essential = fixture.published.tasks.filter(({ level }) => level === 'essential');
      expect(await page.locator('[data-task]').count()).toBe(essential.length);
      expect(new URL(page.url()).pathname).toBe(`/cycles/${CYCLE}`);
      expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
        'Denne uken',
        'De neste fire ukene',
      ]);
    }));

  it.each(VIEWS)('shows the view %s, named as the page that one is on', (view) =>
    visit(at(view), async ({ page }) => {
      const current = page.locator('nav a[aria-current="page"]');
      await page.getByRole('region', { name: (await current.textContent()) ?? '', exact: true }).waitFor();
      await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
      expect(await page.title()).toContain((await current.textContent()) ?? '?');
    }),
  );

  it('filters every view by what is chosen, keeps it in the address, and makes a feed of it', () =>
    visit(at('agenda'), async ({ page }) => {
      const found = page.getByText(/^Viser \d+ av/);
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByRole('button', { name: 'Fase' }).click();
      await page.getByRole('checkbox', { name: 'Oppstart Vg1' }).check();
      await page.keyboard.press('Escape');
      const picked = usual().filter(({ phase }) => phase === 'oppstart-vg1');
      await expect.poll(async () => countOf(await found.textContent())).toBe(picked.length);
      expect(new URL(page.url()).searchParams.get('phase')).toBe('oppstart-vg1');
      expect(await page.locator('main a[href^="/tasks/"]').count()).toBe(picked.length);

      await page.getByRole('button', { name: 'Abonner' }).click();
      await page.getByRole('button', { name: 'Hent adressen' }).click();
      const address = await page.locator('dialog code').textContent();
      const feed = await (await fetch(fixture.url + new URL(address ?? '').pathname)).text();
      // The feed goes on over the years; those of this one are those that are seen, a long period by its first and last day.
      const uids = feed.match(/^UID:39-2026-2027-.*$/gm)?.map((line) => line.trim().slice(4)) ?? [];
      const days = uids.filter((uid) => !uid.endsWith('@end.arshjul'));
      expect(days.sort()).toEqual(picked.map(({ id }) => `${id}@arshjul`).sort());
      await page.getByRole('button', { name: 'Kopier adressen' }).click();
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(address);
      await page.keyboard.press('Escape');

      await page.getByRole('link', { name: 'Hjul', exact: true }).click();
      await page.locator('[data-task]').first().waitFor();
      expect(await page.locator('[data-task]').count()).toBe(picked.length);
      await page.reload();
      await expect.poll(async () => countOf(await found.textContent())).toBe(picked.length);
      await page.getByRole('button', { name: 'Fjern alle valg' }).click();
      await expect.poll(async () => countOf(await found.textContent())).toBe(usual().length);
    }));

  it('finds by words, and says what to do when nothing fits', () =>
    visit(at('agenda'), async ({ page }) => {
      await page.getByRole('searchbox').fill('oktobermelding');
      await page.getByRole('link', { name: 'Kommunene melder søkere med fortrinnsrett' }).waitFor();
      await page.getByRole('searchbox').fill('finnes ikke i noe årshjul');
      await page.getByText('Ingen oppgaver passer med valgene dine.').waitFor();
      await page.getByRole('region').getByRole('button', { name: 'Fjern alle valg' }).click();
      await expect.poll(() => page.locator('main a[href^="/tasks/"]').count()).toBe(usual().length);
    }));

  it('shows the cycle as a unit sees it', () =>
    visit(at('agenda'), async ({ page }) => {
      await page.getByLabel('Se som enhet').selectOption('Horten videregående skole');
      await expect.poll(() => new URL(page.url()).searchParams.get('unit')).toBe(SCHOOL);
    }));

  it('is read in another language, which is remembered', () =>
    visit(at('agenda'), async ({ page }) => {
      await page.getByLabel('Språk', { exact: true }).selectOption('English');
      await page.getByRole('heading', { level: 1, name: 'Annual cycle Vestfold 2026/2027' }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await page.reload();
      await page.getByRole('heading', { level: 1, name: 'Annual cycle Vestfold 2026/2027' }).waitFor();
      await page.getByLabel('Language', { exact: true }).selectOption('Nynorsk');
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByRole('button', { name: 'Tiltakskategori' }).waitFor();
      expect(await page.getByRole('link', { name: 'Kven gjer kva', exact: true }).count()).toBe(1);
    }));

  it('is shown in the colours that are chosen, which are remembered', () =>
    visit(at('agenda'), async ({ page }) => {
      const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
      const light = await background();
      await page.getByLabel('Farger', { exact: true }).selectOption('Mørkt');
      expect(await background()).not.toBe(light);
      await page.reload();
      expect(await background()).not.toBe(light);
    }));

  it('gives away posters, pictures and tables of what is looked at', () =>
    visit(at('wheel', '?phase=oppstart-vg1'), async ({ page }) => {
      for (const [name, magic] of [
        ['Hjul som PDF, A3', '%PDF-'],
        ['Liste som PDF, A4', '%PDF-'],
        ['Hjul som PNG', '\x89PNG'],
        ['Hjul som SVG', '<svg'],
        ['Excel', 'PK'],
      ] as const) {
        await page.getByRole('button', { name: 'Last ned' }).click();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name }).click(),
        ]);
        const bytes = await readFile(await download.path());
        expect(bytes.toString('latin1').slice(0, magic.length)).toBe(magic);
        expect(download.suggestedFilename()).toMatch(/\.(pdf|png|svg|xlsx)$/);
      }
    }));

  it('offers posters of the level that is seen, and a list under a wheel with more names than fit', () =>
    visit(at('wheel'), async ({ page }) => {
      const posters = async () => {
        await page.getByRole('button', { name: 'Last ned' }).click();
        const links = page.getByRole('link', { name: / som PDF, / });
        await links.first().waitFor();
        return links;
      };
      const whole = await posters();
      for (const link of await whole.all())
        expect(await link.getAttribute('href')).toContain('level=recommended');
      // Nothing is left to list where every name fits.
      expect(await page.getByRole('link', { name: 'Hjul med resten i liste som PDF, A1' }).count()).toBe(0);
      await page.goto(`${fixture.url}${at('wheel')}?level=complete`);
      await posters();
      const withList = page.getByRole('link', { name: 'Hjul med resten i liste som PDF, A4' });
      await withList.waitFor();
      const { searchParams } = new URL((await withList.getAttribute('href')) ?? '', fixture.url);
      expect(Object.fromEntries(searchParams)).toMatchObject({
        paper: 'a4',
        level: 'complete',
        unnamed: 'listed',
      });
    }));

  it('says that a file is being made, and that it was not', () =>
    visit(at('wheel'), async ({ page, complaints }) => {
      let answer = (_: number) => {};
      const status = new Promise<number>((resolve) => {
        answer = resolve;
      });
      await page.route('**/wheel.png?*', async (route) => route.fulfill({ status: await status, body: '' }));
      await page.getByRole('button', { name: 'Last ned' }).click();
      await page.getByRole('link', { name: 'Hjul som PNG' }).click();
      await page.getByRole('button', { name: 'Lager filen' }).waitFor();
      answer(503);
      await page.getByText('Filen ble ikke laget').waitFor();
      // What the browser says of the answer that it got.
      complaints.length = 0;
    }));

  it('hides none of the choices of a view in 320 pixels', () =>
    visit(
      at('wheel'),
      async ({ page }) => {
        for (const [view, choices] of [
          ['wheel', ['Faser', 'Aktører', 'Enheter', 'Hele året', 'Termin', 'Måned', 'Uke']],
          ['who', ['Aktører', 'Enheter', 'Samarbeidspartnere']],
          ['timeline', ['Faser', 'Aktører', 'Enheter', 'Hele året', 'Termin', 'Måned']],
        ] as const) {
          await page.goto(fixture.url + at(view));
          for (const choice of choices) {
            const label = page
              .locator('.ds-toggle-group label, .ds-togglegroup label')
              .getByText(choice, { exact: true });
            // Fails when something else lies over its middle.
            await label.click({ trial: true });
          }
        }
      },
      { width: 320, height: 1400 },
    ));

  it('prints a view without what only works on a screen', () =>
    visit(at('agenda'), async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('button', { name: 'Abonner' }).isVisible()).toBe(false);
      expect(await page.getByRole('searchbox').isVisible()).toBe(false);
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
      const pdf = await page.pdf({ format: 'A4' });
      expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(2);
    }));

  it.each(VIEWS)('fits a window of 320 pixels, as at four times the size: %s', (view) =>
    visit(
      at(view),
      async ({ page }) => {
        await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      },
      { width: 320, height: 640 },
    ),
  );

  it('tells of a lost network, and of a service that fails, and tries again when asked', () =>
    visit(at('agenda'), async ({ page, context, complaints }) => {
      await context.setOffline(true);
      await page.getByText('Du er uten nett.').waitFor();
      await context.setOffline(false);
      await page.getByText('Du er uten nett.').waitFor({ state: 'detached' });
      await page.route('**/view?*', (route) => route.fulfill({ status: 500, json: { detail: 'no' } }));
      await page.reload();
      await page.getByText('Noe gikk galt').waitFor();
      await page.unroute('**/view?*');
      await page.getByRole('button', { name: 'Prøv igjen' }).click();
      await page.getByRole('heading', { level: 1, name: 'Årshjul Vestfold' }).waitFor();
      // The browser itself tells of the answer of 500.
      expect(complaints.splice(0)).toHaveLength(1);
    }));

  it('stands when the script of a view cannot be fetched', () =>
    visit(at('agenda'), async ({ page, complaints }) => {
      await page.route('**/assets/coverage-view*', (route) => route.abort());
      await page.getByRole('link', { name: 'Dekning' }).click();
      await page.getByText('Noe gikk galt').waitFor();
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
      await page.getByRole('link', { name: 'Liste' }).click();
      await page.getByRole('heading', { name: 'I dag, onsdag 25. november' }).waitFor();
      complaints.splice(0);
    }));

  it('works where a browser forbids storage, as in some frames', async () => {
    const { page, context, complaints } = await openPage(fixture.browser);
    await page.addInitScript(
      "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
    );
    await page.goto(`${fixture.url}/embed/cycles/${CYCLE}/agenda`);
    await page.getByRole('heading', { level: 1, name: 'Årshjul Vestfold 2026/2027' }).waitFor();
    expect(await page.getByRole('link', { name: 'Åpne hele årshjulet' }).getAttribute('href')).toBe(
      `${fixture.url}/cycles/${CYCLE}/agenda`,
    );
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('keeps the focus when a choice is taken away, and shows gaps where no task fits', () =>
    visit(at('coverage', '?phase=oppstart-vg1&q=ingenting-heter-slik'), async ({ page }) => {
      await page.getByRole('heading', { name: 'Hva årshjulet dekker' }).waitFor();
      await page.getByRole('button', { name: 'Oppstart Vg1' }).click();
      expect(await page.evaluate('document.activeElement?.textContent')).toMatch(/^Viser/);
    }));

  it('leads from its root to the school year that goes on, not to one that is to come', async () => {
    const year = await startPageService((await createDatabase()).address, { SCHOOL_YEAR: '2027/2028' });
    const { page, context } = await openPage(fixture.browser);
    await page.clock.setFixedTime('2026-05-04T09:00:00Z');
    await page.goto(year.url);
    await page.getByRole('heading', { level: 1, name: 'Årshjul Vestfold 2025/2026' }).waitFor();
    await context.close();
    await year.stop();
  });

  it.each([
    ['/cycles/39-1999-2000', 'Finnes ikke'],
    [`/cycles/${CYCLE}/nothing`, 'Denne siden finnes ikke.'],
  ])('says of %s that it is not there', async (path, text) => {
    const { page, context } = await openPage(fixture.browser);
    await page.goto(fixture.url + path);
    await page.getByText(text, { exact: true }).waitFor();
    await context.close();
  });
});
