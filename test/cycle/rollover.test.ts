import fc from 'fast-check';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { isoDate, weekdayOf } from '../../src/calendar/iso-date.js';
import { samePlace } from '../../src/calendar/same-place.js';
import { isSchoolDay } from '../../src/calendar/school-year.js';
import { labelOf } from '../../src/calendar/school-year-label.js';
import { schoolYearFor } from '../../src/datafiles/knowledge.js';
import { derivedSchoolYear, knowledge, vestfold2026 } from '../calendar/samples.js';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN } from '../http/test-service.js';

describe('the same place in next year', () => {
  const next = schoolYearFor(knowledge, '39', labelOf(2027));

  it.each([
    ['2026-09-10', '2027-09-16', 'before the autumn break: the same ISO week and weekday'],
    ['2026-10-14', '2027-10-20', 'the Wednesday after the autumn break'],
    ['2027-01-27', '2028-01-26', 'three weeks after Christmas'],
    ['2027-03-03', '2028-03-01', 'the Wednesday after the winter break'],
    ['2027-03-31', '2028-04-19', 'the Wednesday after Easter, which is later'],
  ])('of %s is %s: %s', (date, expected) => {
    expect(samePlace(isoDate(date), vestfold2026, next)).toBe(expected);
  });

  it('is a school day when it was one, and the same weekday unless it had to move', () => {
    const anyPair = fc.tuple(
      fc.integer({ min: 2000, max: 2099 }),
      fc.integer({ min: 40, max: 41 }),
      fc.integer({ min: 8, max: 9 }),
    );
    fc.assert(
      fc.property(anyPair, fc.nat(), ([year, autumn, winter], pick) => {
        const [from, to] = [
          derivedSchoolYear(year, autumn, winter),
          derivedSchoolYear(year + 1, autumn, winter),
        ];
        const date = from.schoolDays[pick % from.schoolDays.length] as ReturnType<typeof isoDate>;
        const place = samePlace(date, from, to);
        expect(place).toBeDefined();
        if (!place) return;
        expect(isSchoolDay(to, place)).toBe(true);
        if (weekdayOf(place) !== weekdayOf(date)) {
          const moved = to.days.some(
            (day) => day.weekday === weekdayOf(date) && day.is.kind !== 'school-day' && day.date < place,
          );
          expect(moved).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

const CYCLE = '39-2026-2027';
const NEXT = '39-2027-2028';

onEachDatabase('rolling a cycle over', (createDatabase) => {
  const { service } = freshService(createDatabase);
  const auth = { Authorization: `Bearer ${ADMIN_TOKEN}` };

  const post = (path: string, body: object = {}) => request(service.url).post(path).set(auth).send(body);
  const patch = (key: string, version: number, body: object) =>
    request(service.url)
      .patch(`/api/tasks/${CYCLE}-${key}`)
      .set(auth)
      .set('If-Match', `"${version}"`)
      .send(body)
      .expect(200);
  const task = async (id: string) =>
    (await request(service.url).get(`/api/tasks/${id}`).set(auth).expect(200)).body;
  const preview = async (body: object = {}) =>
    (await post(`/api/cycles/${CYCLE}/rollover?preview=true`, body).expect(200)).body;

  it('dates what follows a rule by the new skolerute, keeps the place of the rest, and brings along what people wrote', async () => {
    const checklist = [{ id: 'a', text: 'Lag klasselister', done: true }];
    await patch('skolestart', 1, { title: 'Velkommen', status: 'done', partners: ['parents'], checklist });
    await patch('apen-skole', 1, { start: '2027-01-28' });
    const local = {
      title: 'Foreldremøte',
      kind: 'activity',
      phase: 'oppstart-vg1',
      category: 'koordinering',
      actor: 'school',
    };
    const links = [{ title: 'Invitasjon', url: 'https://skole.example/' }];
    const { body: byHand } = await post(`/api/cycles/${CYCLE}/tasks`, {
      ...local,
      start: '2026-09-10',
      links,
    }).expect(201);
    const rule = { anchor: 'school-start', plus: { schoolDays: 9 }, roll: 'none' };
    const { body: byRule } = await post(`/api/cycles/${CYCLE}/tasks`, {
      ...local,
      title: 'Etter regel',
      rule,
    }).expect(201);

    const { token, cycleId, notCarried } = await preview();
    expect([cycleId, notCarried]).toEqual([NEXT, []]);
    await request(service.url).get(`/api/cycles/${NEXT}`).set(auth).expect(404);
    await post(`/api/cycles/${CYCLE}/rollover`, { token }).expect(200);

    const { body: cycle } = await request(service.url).get(`/api/cycles/${NEXT}`).set(auth).expect(200);
    expect(cycle).toMatchObject({ state: 'draft', revision: 1, publishedRevision: null });
    expect(await task(`${NEXT}-skolestart`)).toMatchObject({
      title: 'Velkommen',
      status: 'planned',
      partners: ['parents'],
      checklist: [{ id: 'a', text: 'Lag klasselister', done: false }],
      version: 1,
    });
    expect((await task(`${NEXT}-soknadsfrist-videregaende`)).start).toBe('2028-03-01');
    const moved = await task(`${NEXT}-apen-skole`);
    expect(moved.start).toBe('2028-01-27');
    expect(moved.why.at(-1)).toBe('Samme plass i året som 28. januar 2027: torsdag 27. januar 2028.');
    expect(await task(byHand.id.replace(CYCLE, NEXT))).toMatchObject({
      start: '2027-09-16',
      title: 'Foreldremøte',
      links: [{ url: 'https://skole.example/' }],
    });
    expect((await task(byRule.id.replace(CYCLE, NEXT))).why.join(' ')).toContain('9 skoledager etter');
    expect(await task(byHand.id)).toMatchObject({ start: '2026-09-10' });
  });

  it('offers what is cancelled instead of copying it, and carries it when asked to', async () => {
    await patch('yrkesmesse', 1, { status: 'cancelled' });
    const { notCarried, token } = await preview();
    expect(notCarried).toMatchObject([{ taskId: `${CYCLE}-yrkesmesse`, unit: null, reason: 'cancelled' }]);
    const withCancelled = [`${CYCLE}-yrkesmesse`];
    await post(`/api/cycles/${CYCLE}/rollover`, { token, withCancelled }).expect(409);
    const again = await preview({ withCancelled });
    await post(`/api/cycles/${CYCLE}/rollover`, { token: again.token, withCancelled }).expect(200);
    expect((await task(`${NEXT}-yrkesmesse`)).status).toBe('planned');
  });

  it('tells what has no date next year', async () => {
    await patch('apen-skole', 1, { rule: { date: '02-28', roll: 'none' } });
    const rule = { week: 53, day: 'thu', roll: 'none' };
    await patch('yrkesmesse', 1, { rule });
    const { notCarried } = await preview();
    expect(notCarried).toMatchObject([
      { taskId: `${CYCLE}-yrkesmesse`, unit: null, reason: 'no-date-next-year' },
    ]);
  });

  it('makes exactly what was previewed, once', async () => {
    const { token } = await preview();
    await patch('skolestart', 1, { title: 'Velkommen' });
    await post(`/api/cycles/${CYCLE}/rollover`, { token }).expect(409);
    const again = await preview();
    await post(`/api/cycles/${CYCLE}/rollover`, { token: again.token }).expect(200);
    const { body } = await post(`/api/cycles/${CYCLE}/rollover?preview=true`).expect(409);
    expect(body.detail).toBe(`The cycle ${NEXT} already exists.`);
    await post(`/api/cycles/${CYCLE}/rollover`).expect(400);
  });

  it('makes a draft that subscribers do not see before it is published', async () => {
    const [{ url }] = (await request(service.url).get('/api/feeds').set(auth)).body;
    const feed = async () => (await request(service.url).get(new URL(url).pathname).expect(200)).text;
    const before = await feed();
    await post(`/api/cycles/${CYCLE}/rollover`, { token: (await preview()).token }).expect(200);
    expect(await feed()).toBe(before);
    await post(`/api/cycles/${NEXT}/publish`).set('If-Match', '"1"').expect(200);
    expect(await feed()).toContain(`UID:${NEXT}-skolestart@arshjul`);
  });
});
