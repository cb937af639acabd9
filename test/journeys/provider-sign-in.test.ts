import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import { CLIENT, startProvider, type TestProvider } from '../access/oidc-provider.js';
import { launchBrowser, openPage, settled, type WatchedPage } from '../browser/browser.js';
import { onEachDatabase, type TestDatabase } from '../database/databases.js';
import { freePort } from '../http/free-port.js';
import { ADMIN_TOKEN, startTestService } from '../http/test-service.js';

const SCHOOL = '39-fjellet';
const GROUP = 'fc:org:fylke.example:unit:fjellet';
const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };

/** What the provider knows of each account; tests change it as a directory changes. */
const accounts: Record<
  string,
  { name: string; email?: string; email_verified?: boolean; groups?: string[] }
> = {};

/** What the provider's address for groups answers. */
let groups: object[] = [];

onEachDatabase('signing in at the provider', (createDatabase) => {
  let browser: Browser;
  let database: TestDatabase;
  let provider: TestProvider;
  let service: Service;
  let baseUrl: string;
  let opened: WatchedPage;

  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser.close());

  const start = (settings: Record<string, string> = {}) =>
    startTestService(database.address, {
      settings: {
        PORT: new URL(baseUrl).port,
        BASE_URL: baseUrl,
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: CLIENT.id,
        OIDC_CLIENT_SECRET: CLIENT.secret,
        OIDC_NAME: 'Fylkets pålogging',
        OIDC_SCOPES: 'openid profile email groups',
        OIDC_PRIVATE_HOSTS: 'localhost',
        OIDC_ROLE_MAP: JSON.stringify([
          { claim: 'groups', value: GROUP, unit: SCHOOL, role: 'unit-coordinator' },
        ]),
        ...settings,
      },
    });

  beforeEach(async () => {
    for (const account of Object.keys(accounts)) delete accounts[account];
    baseUrl = `http://localhost:${await freePort()}`;
    database = await createDatabase();
    provider = await startProvider(
      baseUrl,
      (account) => accounts[account] ?? { name: account },
      () => groups,
    );
    service = await start();
    await request(service.url)
      .post('/api/units')
      .set(automation)
      .send({ county: '39', id: SCHOOL, kind: 'school', name: 'Fjellet vgs' })
      .expect(201);
    opened = await openPage(browser);
  });
  afterEach(async () => {
    await opened.context.close();
    await service.stop();
    await provider.stop();
    await database.drop();
  });

  /** From the front page to the provider, through its pages, and back. */
  const signIn = async (page: Page, account: string) => {
    await page.goto(`${baseUrl}/sign-in`);
    await page.getByRole('button', { name: 'Logg inn med Fylkets pålogging' }).click();
    await page.waitForURL(`${provider.issuer}/**`);
    await page.locator('[name=login]').fill(account);
    await page.locator('[name=password]').fill('anything');
    await page.locator('[type=submit]').click();
    await page.locator('[type=submit]', { hasText: 'Continue' }).click();
    await page.waitForURL(`${baseUrl}/**`);
  };
  const session = async (page: Page) => (await page.request.get(`${baseUrl}/api/session`)).json();

  it('leads through its pages to a session with the role that its groups give, and out again', async () => {
    accounts.kari = {
      name: 'Kari Nordmann',
      email: 'kari@fylke.example',
      email_verified: false,
      groups: [GROUP],
    };
    const { page } = opened;
    await signIn(page, 'kari');
    await page.getByText('Kari Nordmann').waitFor();
    expect(await session(page)).toMatchObject({
      name: 'Kari Nordmann',
      role: 'unit-coordinator',
      county: '39',
      unit: SCHOOL,
    });
    const cookies = await opened.context.cookies(baseUrl);
    expect(cookies.find(({ name }) => name.endsWith('session_token'))).toMatchObject({
      httpOnly: true,
      sameSite: 'Lax',
    });
    await settled(page);
    // What stands on the page while the front page is on its way asks for nothing that is no longer its own.
    await page.route(`${baseUrl}/`, async (route) => {
      await setTimeout(1_000);
      await route.continue();
    });
    await page.getByRole('button', { name: 'Logg ut' }).click();
    await page.getByRole('link', { name: 'Logg inn' }).waitFor();
    expect(await session(page)).toMatchObject({ name: null, role: 'anyone' });
    // The provider's own pages ask for fonts of another host.
    expect(opened.complaints.filter((text) => !text.includes('ERR_NAME_NOT_RESOLVED'))).toEqual([]);
  }, 60_000);

  it('takes away the role at the next sign-in when the group is gone', async () => {
    accounts.kari = { name: 'Kari', groups: [GROUP] };
    await signIn(opened.page, 'kari');
    expect((await session(opened.page)).role).toBe('unit-coordinator');
    accounts.kari = { name: 'Kari', groups: [] };
    const later = await openPage(browser);
    await signIn(later.page, 'kari');
    expect((await session(later.page)).role).toBe('anyone');
    await later.context.close();
  }, 60_000);

  it.each([
    ['knows a person by an address that the provider has verified', true, 'contributor'],
    ['does not know a person by an address that nobody has verified', false, 'anyone'],
  ])(
    '%s',
    async (_what, email_verified, role) => {
      await request(service.url)
        .post('/api/people')
        .set(automation)
        .send({
          county: '39',
          unitId: SCHOOL,
          name: 'Ola',
          address: 'ola@skole.example',
          role: 'contributor',
        })
        .expect(201);
      accounts.ola = { name: 'Ola', email: 'ola@skole.example', email_verified };
      await signIn(opened.page, 'ola');
      expect((await session(opened.page)).role).toBe(role);
    },
    60_000,
  );

  it.each([
    ['an employee', ['member', 'employee', 'faculty'], 'reader'],
    ['a pupil', ['member', 'student'], 'anyone'],
  ])(
    'gives by groups that have an address of their own what %s of a school may do',
    async (_who, affiliation, role) => {
      await service.stop();
      const school = 'fc:org:fylke.example:unit:NO999999999';
      groups = [
        { id: 'fc:org:fylke.example', type: 'fc:org', membership: { basic: 'member', affiliation } },
        { id: school, type: 'fc:org', membership: { basic: 'member', primarySchool: true } },
      ];
      const and = [{ claim: 'groups.membership.affiliation', value: 'employee' }];
      service = await start({
        OIDC_GROUPS_URL: `${provider.issuer}/groups`,
        OIDC_ROLE_MAP: JSON.stringify([
          { claim: 'groups.id', value: school, unit: SCHOOL, role: 'reader', and },
        ]),
      });
      await signIn(opened.page, 'siri');
      expect((await session(opened.page)).role).toBe(role);
    },
    60_000,
  );

  it('is refused when the way back is not that of this browser, and recorded', async () => {
    await opened.page.goto(`${baseUrl}/api/auth/callback/oidc?code=stolen&state=forged`);
    await opened.page.waitForURL(`${baseUrl}/sign-in?error=*`);
    await opened.page.getByRole('alert').waitFor();
    const { body } = await request(service.url).get('/api/audit?county=39').set(automation).expect(200);
    expect(body).toMatchObject([{ event: 'sign-in-failed', detail: { way: 'provider' } }]);
  }, 60_000);

  it('does not reach a provider inside the own network unless it is configured', async () => {
    await service.stop();
    const before = provider.requests();
    service = await start({ OIDC_PRIVATE_HOSTS: '' });
    await opened.page.goto(`${baseUrl}/sign-in`);
    await opened.page.getByRole('button', { name: 'Logg inn med Fylkets pålogging' }).click();
    await opened.page.getByRole('alert').or(opened.page.getByText('Noe gikk galt')).first().waitFor();
    expect((await session(opened.page)).role).toBe('anyone');
    expect(provider.requests()).toBe(before);
  }, 60_000);
});
