import request from 'supertest';
import { expect, it } from 'vitest';
import { onEachDatabase } from '../database/databases.js';
import { sharedService } from '../http/fresh-service.js';
import { ADMIN_TOKEN, pointers } from '../http/test-service.js';

const CYCLE = '39-2026-2027';
const TASK = `${CYCLE}-skolestart`;
const OTHER = `${CYCLE}-apen-skole`;

// What is refused changes nothing: the tests share a service, and each finds the cycle as it was begun.
onEachDatabase('an edit that is refused', (createDatabase) => {
  const { service } = sharedService(createDatabase, { settings: { BASE_URL: 'https://arshjul.example' } });

  const as = { Authorization: `Bearer ${ADMIN_TOKEN}`, 'On-Behalf-Of': 'kari' };
  const get = async (path: string) => (await request(service.url).get(path).set(as).expect(200)).body;
  const patch = (id: string, version: number, body: object) =>
    request(service.url).patch(`/api/tasks/${id}`).set(as).set('If-Match', `"${version}"`).send(body);
  const task = (id: string) => get(`/api/tasks/${id}`);

  it.each([
    ['an unknown field', { colour: 'red' }, ['/body/colour']],
    ['a wrong type', { title: 5, partners: 'nav' }, ['/body/partners', '/body/title']],
    ['a title of 100,000 letters', { title: 'a'.repeat(100_000) }, ['/body/title']],
    ['a date that does not exist', { start: '2027-02-30' }, ['/body/start']],
    ['a date outside the school year', { start: '2028-02-01' }, ['/body/end', '/body/start']],
    ['an end before the start', { start: '2027-02-02', end: '2027-02-01' }, ['/body/end']],
    [
      'a time in the hour that summer time leaves out',
      { start: '2027-03-28', end: '2027-03-28', startTime: '02:30' },
      ['/body/startTime'],
    ],
    [
      'an end in that hour',
      { start: '2027-03-27', end: '2027-03-28', startTime: '22:00', endTime: '02:00' },
      ['/body/endTime'],
    ],
    ['an unknown partner', { partners: ['nobody'] }, ['/body/partners']],
    ['an unknown measure', { measures: ['nothing'] }, ['/body/measures']],
    ['cooperation with nobody', { kind: 'cooperation', partners: [] }, ['/body/partners']],
    ['a date and a rule', { start: '2027-02-02', rule: { date: '02-02', roll: 'none' } }, ['/body/rule']],
    ['a rule that is none', { rule: { week: 60, day: 'fri', roll: 'none' } }, ['/body/rule/week']],
    ['a rule of no kind', { rule: { kind: 'moon', roll: 'none' } }, ['/body/rule/kind']],
    ['a rule without a date', { rule: { date: '02-29', roll: 'none' } }, ['/body/rule']],
    [
      'a script for an address',
      { links: [{ title: 'x', url: 'javascript:alert(1)' }] },
      ['/body/links/0/url'],
    ],
  ])('refuses %s with a pointer to it, and changes nothing', async (_what, change, expected) => {
    const before = await task(OTHER);
    const { body, headers } = await patch(OTHER, 1, change).expect(400);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(pointers(body)).toEqual(expected);
    expect(await task(OTHER)).toEqual(before);
    expect((await get(`/api/cycles/${CYCLE}`)).revision).toBe(1);
  });

  it('refuses a national identity number without repeating it', async () => {
    const number = '01017000027';
    const { body, text } = await patch(TASK, 1, { description: `Snakk med 010170 00027` }).expect(400);
    expect(pointers(body)).toEqual(['/body/description']);
    expect(text).not.toContain(number);
    expect(text).not.toContain('00027');
  });

  it('lets nobody write without the token', async () => {
    for (const path of [
      `/api/cycles/${CYCLE}/publish`,
      `/api/cycles/${CYCLE}/undo`,
      `/api/cycles/${CYCLE}/tasks`,
    ]) {
      await request(service.url).post(path).send({}).expect(401);
    }
    await request(service.url)
      .patch(`/api/tasks/${TASK}`)
      .set('If-Match', '"1"')
      .send({ title: 'x' })
      .expect(401);
  });
});
