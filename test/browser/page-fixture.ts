import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { CycleView } from '../../src/cycle/view/cycle-view.js';
import type { TestDatabase } from '../database/databases.js';
import { launchBrowser, type SignedIn } from './browser.js';
import { signInCoordinator } from './coordinator.js';
import { CYCLE, startPageService } from './page-service.js';

interface PageFixture {
  /** Where the service is. */
  readonly url: string;
  readonly browser: Browser;
  /** What anyone sees of the cycle. */
  readonly published: CycleView;
  /** A coordinator of the county who has signed in. */
  readonly coordinator: SignedIn;
}

/** The service that the page is looked at with, and a browser: there from the first test of the block that asks for them on. */
export function pageFixture(createDatabase: () => Promise<TestDatabase>): PageFixture {
  let fixture: PageFixture;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const database = await createDatabase();
    const [service, browser] = await Promise.all([startPageService(database.address), launchBrowser()]);
    const { url } = service;
    const view = await fetch(`${url}/api/cycles/${CYCLE}/view?state=published`);
    const published = (await view.json()) as CycleView;
    const coordinator = await signInCoordinator(service, database.address);
    fixture = { url, browser, published, coordinator };
    stop = async () => {
      await browser.close();
      await service.stop();
      await database.drop();
    };
  }, 60_000);
  afterAll(() => stop());
  return {
    get url() {
      return fixture.url;
    },
    get browser() {
      return fixture.browser;
    },
    get published() {
      return fixture.published;
    },
    get coordinator() {
      return fixture.coordinator;
    },
  };
}
