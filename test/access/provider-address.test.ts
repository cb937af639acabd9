import type { AccountClaims } from 'oidc-provider';
import request from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import { openDatabase } from '../../src/database/database.js';
import { onEachDatabase, type TestDatabase } from '../database/databases.js';
import { freePort } from '../http/free-port.js';
import { startTestService } from '../http/test-service.js';
import { CLIENT, signInAtProvider, startProvider, type TestProvider } from './oidc-provider.js';
import { OWN_PAGE, openLink } from './sign-in.js';

const FIRST = 'coordinator-39@arshjul.invalid';

/** What the provider knows of each account. */
const accounts: Record<string, Omit<AccountClaims, 'sub'>> = {};

onEachDatabase('an address that no mail can have', (createDatabase) => {
  let database: TestDatabase;
  let provider: TestProvider;
  let service: Service;
  let baseUrl: string;

  beforeEach(async () => {
    baseUrl = `http://localhost:${await freePort()}`;
    database = await createDatabase('begun');
    provider = await startProvider(baseUrl, (account) => accounts[account] ?? { name: account });
    service = await startTestService(database.address, {
      settings: {
        PORT: new URL(baseUrl).port,
        BASE_URL: baseUrl,
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: CLIENT.id,
        OIDC_CLIENT_SECRET: CLIENT.secret,
        OIDC_PRIVATE_HOSTS: 'localhost',
      },
    });
  });
  afterEach(async () => {
    await service.stop();
    await provider.stop();
    await database.drop();
  });

  const sessionOf = async (cookie: string) =>
    (
      await request(service.url)
        .get('/api/session')
        .set({ Cookie: cookie, ...OWN_PAGE })
    ).body;
  const addressesOf = async () => {
    const store = openDatabase(database.address);
    const rows = await store.selectFrom('auth_users').select('email').execute();
    await store.destroy();
    return rows.map(({ email }) => email);
  };
  const printedLink = () => /#link=(\w+)/.exec(service.greeting.join('\n'))?.[1] ?? '';

  it.each([FIRST, 'Coordinator-39@ARSHJUL.invalid'])(
    'gives nobody anything who comes with %s from the provider before the first coordinator',
    async (email) => {
      accounts.mallory = { name: 'Mallory', email, email_verified: true };
      const { cookie } = await signInAtProvider(baseUrl, 'mallory');
      expect(await sessionOf(cookie)).toMatchObject({ name: 'Mallory', role: 'anyone', memberships: [] });
      expect(await addressesOf()).toEqual([expect.stringMatching(/^[0-9a-f]{32}@oidc\.invalid$/)]);
      const first = await openLink(service, printedLink()).expect(200);
      expect(first.body).toEqual({ name: 'Fylkeskoordinator' });
    },
  );

  it('gives nobody anything who comes with it after the first coordinator', async () => {
    await openLink(service, printedLink()).expect(200);
    accounts.mallory = { name: 'Mallory', email: FIRST, email_verified: true };
    const { cookie } = await signInAtProvider(baseUrl, 'mallory');
    expect(await sessionOf(cookie)).toMatchObject({ name: 'Mallory', role: 'anyone', memberships: [] });
    expect(await addressesOf()).toHaveLength(2);
  });

  it('gives nobody the account of somebody whose address the provider has not verified', async () => {
    accounts.kari = { name: 'Kari', email: 'kari@fylke.example', email_verified: false };
    await signInAtProvider(baseUrl, 'kari');
    const [standIn = ''] = await addressesOf();
    expect(standIn).toMatch(/@oidc\.invalid$/);
    accounts.mallory = { name: 'Mallory', email: standIn, email_verified: true };
    await signInAtProvider(baseUrl, 'mallory');
    expect(new Set(await addressesOf()).size).toBe(2);
  });
});
