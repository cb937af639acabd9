import type { Browser } from 'playwright-core';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import { linkTokenFor } from '../access/sign-in.js';
import { launchBrowser, openPage, type PageWish, type WatchedPage } from '../browser/browser.js';
import { CYCLE, SCHOOL, startPageService, TODAY } from '../browser/page-service.js';
import type { TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN } from '../http/test-service.js';

export { settled } from '../browser/browser.js';
export { CYCLE, SCHOOL, TODAY };

/** Who stands ready in every journey, by first name: the county's coordinator, two more people of the county, and a school's own. */
const PEOPLE = {
  kari: { unitId: '39', role: 'county-coordinator' },
  per: { unitId: '39', role: 'county-coordinator' },
  ola: { unitId: '39', role: 'reader' },
  siri: { unitId: SCHOOL, role: 'unit-coordinator' },
  nils: { unitId: SCHOOL, role: 'contributor' },
} as const;

export type PersonName = keyof typeof PEOPLE;

export interface Journey {
  readonly service: Service;
  readonly database: TestDatabase;
  readonly browser: Browser;
  /** Calls the API as automation with the county's role; fails unless it succeeds. */
  readonly call: (
    method: 'get' | 'post' | 'patch' | 'delete',
    path: string,
    body?: object,
    version?: number,
  ) => Promise<request.Response>;
  /** A browser window of somebody who has signed in, at an address of the service. */
  readonly openAs: (name: PersonName, path: string, wish?: PageWish) => Promise<WatchedPage>;
  /** A browser window of somebody who has not. */
  readonly open: (path: string, wish?: PageWish) => Promise<WatchedPage>;
}

/**
 * A service with two public school years, a school and the people above before each test, or once for all of them,
 * and a browser; whatever a page complains of by the end fails the test, unless it has been taken out of `complaints`.
 */
export function journeys(
  createDatabase: () => Promise<TestDatabase>,
  settings: Record<string, string> = {},
  lasts: 'one test' | 'all tests' = 'one test',
): () => Journey {
  let journey: Journey;
  let opened: WatchedPage[] = [];
  const [before, after] = lasts === 'one test' ? [beforeEach, afterEach] : [beforeAll, afterAll];

  before(async () => {
    opened = [];
    const database = await createDatabase();
    const [service, browser] = await Promise.all([
      startPageService(database.address, settings),
      launchBrowser(),
    ]);
    const call: Journey['call'] = async (method, path, body, version) => {
      const asked = request(service.url)[method](path).set('Authorization', `Bearer ${ADMIN_TOKEN}`);
      if (version !== undefined) asked.set('If-Match', `"${version}"`);
      const answer = await (body === undefined ? asked : asked.send(body));
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
      return answer;
    };
    for (const [name, place] of Object.entries(PEOPLE))
      await call('post', '/api/people', { county: '39', name, address: addressOf(name), ...place });
    const open: Journey['open'] = async (path, wish) => {
      const watched = await openPage(browser, wish);
      opened.push(watched);
      await watched.page.clock.setFixedTime(TODAY);
      await watched.page.goto(service.url + path);
      return watched;
    };
    const openAs: Journey['openAs'] = async (name, path, wish) => {
      const token = await linkTokenFor(database.address, addressOf(name));
      const watched = await open(`/sign-in#link=${token}`, wish);
      const { page } = watched;
      await page.getByRole('main').getByRole('button', { name: 'Logg inn' }).click();
      // On a phone it is in the menu.
      await page.getByRole('button', { name: 'Logg ut', includeHidden: true }).waitFor({ state: 'attached' });
      await page.goto(service.url + path);
      // By its tag: a dialog that is open at once hides it from those who ask by role.
      await page.locator('h1').first().waitFor();
      return watched;
    };
    journey = { service, database, browser, call, openAs, open };
  });
  after(async () => {
    const complaints = opened.flatMap((each) => each.complaints);
    await Promise.all(opened.map(({ context }) => context.close()));
    await journey.browser.close();
    await journey.service.stop();
    await journey.database.drop();
    expect(complaints).toEqual([]);
  });
  return () => journey;
}

const addressOf = (name: string) => `${name}@vestfold.example`;
