import type { Browser } from 'playwright-core';
import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { instant } from '../../src/calendar/iso-date.js';
import type { Service } from '../../src/compose/service.js';
import { signIn } from '../access/sign-in.js';
import { launchBrowser, openPage } from '../browser/browser.js';
import { onDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, startTestService } from '../http/test-service.js';
import { picture } from './pictures.js';

/** A Saturday: most of the school year's first term is over. */
const FIRST_DAY = '2026-11-28T09:00:00Z';
const SCHOOL = '39-horten-videregaende-skole';

const PEOPLE = {
  county: { unitId: '39', role: 'county-coordinator', name: 'Kari', address: 'kari@vestfold.example' },
  school: { unitId: SCHOOL, role: 'unit-coordinator', name: 'Siri', address: 'siri@horten.example' },
} as const;

/** The windows, in pixels. */
const WINDOWS = { desktop: { width: 1440, height: 900 }, phone: { width: 375, height: 812 } } as const;

onDatabase('SQLite', 'my tasks on the first day in Vestfold', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let browser: Browser;

  beforeAll(async () => {
    database = await createDatabase('empty');
    service = await startTestService(database.address, { now: () => instant(FIRST_DAY) });
    const add = (what: 'units' | 'people', body: object) =>
      request(service.url)
        .post(`/api/${what}`)
        .set('Authorization', `Bearer ${ADMIN_TOKEN}`)
        .send({ county: '39', ...body })
        .expect(201);
    await add('units', { kind: 'school', name: 'Horten videregående skole' });
    for (const person of Object.values(PEOPLE)) await add('people', person);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await service.stop();
    await database.drop();
  });

  const each = Object.entries(WINDOWS).flatMap(([window, size]) =>
    (['county', 'school'] as const).map((who) => ({ who, window, size })),
  );
  it.each(each)(
    'of the $who begin with this week on a $window, with nothing late',
    async ({ who, window, size }) => {
      const cookie = await signIn(service, database.address, PEOPLE[who].address);
      const { page, context, complaints } = await openPage(browser, {
        ...size,
        signedIn: { url: service.url, cookie },
      });
      await page.clock.setFixedTime(FIRST_DAY);
      await page.goto(`${service.url}/my-tasks`);
      const headings = page.getByRole('main').getByRole('heading', { level: 2 });
      await headings.first().waitFor();
      expect((await headings.allTextContents()).slice(0, 3)).toEqual([
        'Denne uken',
        'Pågår over lengre tid',
        'De neste fire ukene',
      ]);
      // Within the first screen, this week and what comes next.
      const [week, next] = [await headings.nth(0).boundingBox(), await headings.nth(2).boundingBox()];
      if (!week || !next) throw new Error('the headings are not there');
      expect(week.y).toBeGreaterThan(0);
      expect(week.y + week.height).toBeLessThan(size.height);
      expect(next.y + next.height).toBeLessThan(size.height);
      expect(await page.getByRole('region', { name: 'Forsinket' }).count()).toBe(0);
      expect(
        await page
          .getByRole('main')
          .getByText(/forsinket/i)
          .count(),
      ).toBe(0);
      // What is folded away takes a line.
      const height = await page.evaluate('document.documentElement.scrollHeight');
      expect(height).toBeLessThan(4 * size.height);
      await picture(page, `first-day-${who}-${window}`);
      await context.close();
      expect(complaints).toEqual([]);
    },
  );
});
