import type { Browser } from 'playwright-core';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Grant, readGrant, signGrant } from '../../src/reminders/recipients/signed-link.js';
import { launchBrowser } from '../browser/browser.js';
import { onEachDatabase } from '../database/databases.js';
import { SECRET_KEY } from '../http/test-service.js';
import { BEGUN_AT, CYCLE, Mailing } from './mailing.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

onEachDatabase('what was reported done by a link in a mail', (createDatabase) => {
  let m: Mailing;

  beforeEach(async () => {
    m = await Mailing.start(await createDatabase('begun', BEGUN_AT));
    await m.addOffice();
  });
  afterEach(() => m.stop());

  /** The link of the mail that reminds of the only task of the office. */
  const linkOfMail = async (): Promise<string> => {
    await m.job();
    return m.linkIn(m.mails[0], 'Marker som gjort');
  };
  const open = (link: string) => request(m.service.url).get(link);
  const press = async (link: string) => (await request(m.service.url).post(link).expect(200)).text;
  /** The link of the only button on a page; undefined when there is none. */
  const buttonIn = (page: string) => /action="([^"]+)"/.exec(page)?.[1];
  const task = async (id: string) => (await request(m.service.url).get(`/api/tasks/${id}`).set(m.api())).body;
  const statusOf = async (id: string) => (await task(id)).status;
  const revision = async () => (await request(m.service.url).get(`/api/cycles/${CYCLE}`)).body.revision;
  const linkOf = (grant: Grant) => `/mail/${signGrant(SECRET_KEY, grant)}`;
  const grantIn = (link: string | undefined) =>
    readGrant(SECRET_KEY, (link ?? '').replace('/mail/', ''), m.now);

  it('is taken back by the button of the same page, and is as it was before', async () => {
    const { id } = await m.ownTask('2026-11-27', { status: 'started' });
    await m.person();
    const link = await linkOfMail();
    const back = buttonIn(await press(link));
    expect(await statusOf(id)).toBe('done');
    const page = await press(back ?? '');
    expect(page).toContain('Det er angret. Oppgaven er ikke lenger markert som gjort.');
    expect(buttonIn(page)).toBeUndefined();
    expect(await statusOf(id)).toBe('started');
    // And it can be reported again, and taken back again.
    const again = buttonIn(await press(link));
    expect(await statusOf(id)).toBe('done');
    await press(again ?? '');
    expect(await statusOf(id)).toBe('started');
  });

  it('of what all units share is taken back in the view of the unit alone', async () => {
    const { id: person } = await m.person();
    const taskId = `${CYCLE}-skolestart`;
    const recipient = `person:${person}`;
    const expires = '2026-12-24T00:00:00.000Z' as Grant['expires'];
    const link = linkOf({ purpose: 'done', county: '39', recipient, taskId, expires });
    const ofOffice = async () => {
      const path = `/api/cycles/${CYCLE}/tasks?unit=39-x`;
      const { body } = await request(m.service.url).get(path).set(m.api()).expect(200);
      return body.find(({ id }: { id: string }) => id === taskId).status;
    };
    for (const _time of ['first', 'second']) {
      const back = buttonIn(await press(link));
      expect([await ofOffice(), await statusOf(taskId)]).toEqual(['done', 'planned']);
      await press(back ?? '');
      expect([await ofOffice(), await statusOf(taskId)]).toEqual(['planned', 'planned']);
    }
  });

  it('is not taken back by opening the link, nor twice, nor after somebody has changed it again', async () => {
    const { id } = await m.ownTask('2026-11-27');
    await m.person();
    const link = await linkOfMail();
    const back = buttonIn(await press(link)) ?? '';
    const before = await revision();
    const { text } = await open(back).expect(200);
    expect(text).toContain('Angre at «');
    await request(m.service.url).head(back).expect(200);
    expect(await revision()).toBe(before);
    await press(back);
    const { text: used } = await request(m.service.url).post(back).expect(404);
    expect(used).toContain('Lenken er brukt, utløpt');

    const later = buttonIn(await press(link)) ?? '';
    await m.changeTask(id, { status: 'cancelled' });
    await request(m.service.url).post(later).expect(404);
    expect(await statusOf(id)).toBe('cancelled');
  });

  it('is offered to be taken back only when it was not done already', async () => {
    const { id } = await m.ownTask('2026-11-27');
    await m.person();
    const link = await linkOfMail();
    await m.changeTask(id, { status: 'done' });
    const page = await press(link);
    expect(page).toContain('Takk! Oppgaven er markert som gjort.');
    expect(buttonIn(page)).toBeUndefined();
  });

  it('is taken back by a link that can do nothing else, and not for longer than the one in the mail', async () => {
    const { id } = await m.ownTask('2026-11-27');
    const { id: other } = await m.ownTask('2026-11-28', { title: 'En annen' });
    await m.person();
    await m.job();
    const link = m.linkIn(m.mails[0], 'Marker som gjort');
    const given = grantIn(link);
    const back = buttonIn(await press(link));
    expect(grantIn(back)).toEqual({ ...given, purpose: 'take-back', revision: await revision() });
    await m.changeTask(other, { status: 'done' });
    await press(back ?? '');
    expect([await statusOf(id), await statusOf(other)]).toEqual(['planned', 'done']);
    await request(m.service.url)
      .post((back ?? '').replace('.', 'A.'))
      .expect(404);
    m.now = '2027-11-24T06:30:00.000Z' as typeof m.now;
    await open(back ?? '').expect(404);
  });

  it('is taken back in one touch in a browser', async () => {
    const { id } = await m.ownTask('2026-11-27');
    await m.person();
    const link = await linkOfMail();
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(m.service.url + link);
    await page.getByRole('button', { name: 'Ja, marker som gjort' }).click();
    await page.getByRole('heading', { name: 'Takk! Oppgaven er markert som gjort.' }).waitFor();
    expect(await statusOf(id)).toBe('done');
    await page.getByRole('button', { name: 'Angre' }).click();
    await page.getByRole('heading', { name: 'Det er angret.' }).waitFor();
    expect(await statusOf(id)).toBe('planned');
    expect(await page.getByRole('button').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
