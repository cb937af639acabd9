import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import { signInAs } from '../access/sign-in.js';
import { onDatabase, type TestDatabase } from '../database/databases.js';
import { startTestService } from '../http/test-service.js';
import { launchBrowser, openPage, type SignedIn } from './browser.js';
import { signInCoordinator } from './coordinator.js';
import { CYCLE } from './page-service.js';

const COUNTED = ['Dekning', 'Arbeidsmengde'];
const ALL = ['Nå', 'Hjul', 'Liste', 'Måned', 'Hvem gjør hva', 'Tidslinje', ...COUNTED];
const OPEN = ALL.filter((name) => !COUNTED.includes(name));

onDatabase('SQLite', 'coverage and workload on the page', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let browser: Browser;
  let coordinator: SignedIn;
  const people = new Map<string, SignedIn>();

  beforeAll(async () => {
    database = await createDatabase('begun');
    [service, browser] = await Promise.all([startTestService(database.address), launchBrowser()]);
    coordinator = await signInCoordinator(service, database.address);
    for (const role of ['reader', 'contributor']) {
      const { headers } = await signInAs(service, database.address, { unitId: '39', role, name: role });
      people.set(role, { url: service.url, cookie: headers.Cookie ?? '' });
    }
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await service.stop();
    await database.drop();
  });

  const visit = async (
    path: string,
    look: (page: Page) => Promise<void>,
    signedIn: SignedIn | undefined = undefined,
  ) => {
    const { page, context, complaints } = await openPage(browser, signedIn && { signedIn });
    try {
      await page.goto(service.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await look(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  };
  const tabsOf = (page: Page) =>
    page.getByRole('navigation', { name: 'Visninger' }).getByRole('link').allTextContents();
  const at = (view: string) => `/cycles/${CYCLE}/${view}`;

  it('have no tabs for anybody, and say at their addresses who they are for and where to sign in', async () => {
    await visit(at('agenda'), async (page) => expect(await tabsOf(page)).toEqual(OPEN));
    for (const view of ['coverage', 'workload'])
      await visit(at(view), async (page) => {
        await page.getByText('er for dem som arbeider med årshjulet. Logg inn').waitFor();
        expect(await tabsOf(page)).toEqual(OPEN);
        await page.getByRole('main').getByRole('link', { name: 'Logg inn' }).click();
        await page.waitForURL(`${service.url}/sign-in`);
      });
  });

  it('are not led back to by a page that was reached from them', () =>
    visit(`/tasks/${CYCLE}-soknadsfrist-videregaende?view=coverage`, async (page) => {
      const crumb = page.getByRole('link', { name: 'Årshjul Vestfold 2026/2027' });
      await crumb.waitFor();
      expect(await crumb.getAttribute('href')).toBe(`/cycles/${CYCLE}`);
    }));

  it('have no tabs in the frame of another site, not even for those who work', () =>
    visit(
      `/embed${at('coverage')}`,
      async (page) => {
        const link = page.getByRole('main').getByRole('link', { name: 'Logg inn' });
        await link.waitFor();
        expect([await link.getAttribute('href'), await link.getAttribute('target')]).toEqual([
          '/sign-in',
          '_blank',
        ]);
        expect(await tabsOf(page)).toEqual(OPEN);
      },
      coordinator,
    ));

  it('are shown to contributors, and readers are told that they are not for them', async () => {
    await visit(
      at('workload'),
      async (page) => {
        await page.getByRole('region', { name: 'Arbeidsmengde', exact: true }).waitFor();
        expect(await tabsOf(page)).toEqual(ALL);
      },
      people.get('contributor'),
    );
    await visit(
      at('workload'),
      async (page) => {
        await page.getByText('er for bidragsytere og koordinatorer i fylket').waitFor();
        expect(await tabsOf(page)).toEqual(OPEN);
        expect(await page.getByRole('main').getByRole('link', { name: 'Logg inn' }).count()).toBe(0);
      },
      people.get('reader'),
    );
  });

  it('are open to anybody, also in a frame, once the coordinator opens them in the settings', async () => {
    const choice = (page: Page) => page.getByLabel('Vis dekning og arbeidsmengde for alle');
    await visit(
      '/administration/settings',
      async (page) => {
        expect(await choice(page).isChecked()).toBe(false);
        const saved = page.waitForResponse((response) => response.url().endsWith('/api/units/39'));
        await choice(page).click();
        expect((await saved).status()).toBe(200);
        await page.reload();
        await expect.poll(() => choice(page).isChecked()).toBe(true);
      },
      coordinator,
    );
    for (const path of [at('coverage'), `/embed${at('coverage')}`])
      await visit(path, async (page) => {
        await page.getByRole('heading', { name: 'Hva årshjulet dekker' }).waitFor();
        expect(await tabsOf(page)).toEqual(ALL);
      });
  });
});
