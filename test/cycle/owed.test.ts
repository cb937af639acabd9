import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Instant, instant } from '../../src/calendar/iso-date.js';
import type { Service } from '../../src/compose/service.js';
import type { MyTasksView } from '../../src/cycle/view/my-tasks-view.js';
import { signInAs } from '../access/sign-in.js';
import { onEachDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, startTestService } from '../http/test-service.js';
import { PARENTS_MEETING } from './parents-meeting.js';

const CYCLE = '39-2026-2027';
const HORTEN = '39-horten';
const SANDE = '39-sande';
const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };

/** The day of the first publication, that on which the first of the school came, and the one on which My tasks is looked at. */
const PUBLISHED = instant('2026-11-02T09:00:00Z');
const CAME = instant('2026-11-05T09:00:00Z');
const LOOKED_AT = instant('2026-11-11T09:00:00Z');

/** What the tests say of a task: when it is, what it is, and whose. */
const TASKS = {
  'Frist før noen kom': ['2026-11-04', 'deadline', HORTEN],
  'Frist den dagen': ['2026-11-05', 'deadline', HORTEN],
  'Frist etterpå': ['2026-11-10', 'deadline', HORTEN],
  'Frist i dag': ['2026-11-11', 'deadline', HORTEN],
  'Meldt ferdig': ['2026-11-10', 'deadline', HORTEN],
  'Møte etterpå': ['2026-11-10', 'cooperation', HORTEN],
  'Kurs etterpå': ['2026-11-10', 'activity', HORTEN],
  'Frist der ingen er': ['2026-11-10', 'deadline', SANDE],
  'Fylkets frist': ['2026-11-10', 'deadline', '39'],
  'Fylkets møte': ['2026-11-10', 'cooperation', '39'],
} as const;

onEachDatabase('GET /api/cycles/{id}/owed', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let school: Record<string, string>;
  let now: Instant = PUBLISHED;

  const post = (path: string, body: object) =>
    request(service.url).post(path).set(automation).send(body).expect(201);
  const owed = async (headers: Record<string, string>, query = ''): Promise<MyTasksView> =>
    (await request(service.url).get(`/api/cycles/${CYCLE}/owed${query}`).set(headers).expect(200)).body;
  /** When those of the tests that somebody has are due, by title. */
  const dueOf = ({ tasks }: MyTasksView) =>
    Object.fromEntries(
      tasks.filter(({ task }) => task.title in TASKS).map(({ task, due }) => [task.title, due]),
    );

  beforeAll(async () => {
    database = await createDatabase();
    service = await startTestService(database.address, { now: () => now });
    for (const id of [HORTEN, SANDE])
      await post('/api/units', { county: '39', id, kind: 'school', name: `Skolen ${id}` });
    for (const [title, [start, kind, unitId]] of Object.entries(TASKS)) {
      const actor = unitId === '39' ? 'school-owner' : 'school';
      const { body } = await post(`/api/cycles/${CYCLE}/tasks`, {
        ...PARENTS_MEETING,
        ...{ title, start, kind, unitId, actor },
      });
      if (title === 'Meldt ferdig')
        await request(service.url)
          .patch(`/api/tasks/${body.id}`)
          .set({ ...automation, 'If-Match': '"1"' })
          .send({ status: 'done' })
          .expect(200);
    }
    now = CAME;
    const person = { unitId: HORTEN, role: 'contributor', name: 'Nils' };
    ({ headers: school } = await signInAs(service, database.address, person));
    now = LOOKED_AT;
  });
  afterAll(async () => {
    await service.stop();
    await database.drop();
  });

  it('has late deadlines that passed since the unit’s first person came, and nothing else of what is over', async () => {
    const found = await owed(school);
    expect(found.unit).toEqual({ id: HORTEN, name: `Skolen ${HORTEN}`, kind: 'school' });
    expect(dueOf(found)).toEqual({
      'Frist før noen kom': 'past',
      'Frist den dagen': 'late',
      'Frist etterpå': 'late',
      'Frist i dag': 'this-week',
      'Meldt ferdig': 'done',
      'Møte etterpå': 'past',
      'Kurs etterpå': 'past',
    });
    const late = found.tasks.filter(({ due }) => due === 'late').map(({ task }) => task);
    for (const { kind, end } of late) {
      expect(kind).toBe('deadline');
      expect(end >= '2026-11-05' && end < '2026-11-11', end).toBe(true);
    }
    expect(found.lateElsewhere).toEqual([]);
  });

  it('has nothing late for a unit to which nobody has come', async () => {
    const found = await owed(automation, `?unit=${SANDE}`);
    expect(dueOf(found)).toEqual({ 'Frist der ingen er': 'past' });
    expect(found.tasks.filter(({ due }) => due === 'late')).toEqual([]);
  });

  it('gives the county its own, and what is late elsewhere by unit', async () => {
    const found = await owed(automation);
    expect(found.unit).toMatchObject({ id: '39', kind: 'county' });
    expect(dueOf(found)).toEqual({ 'Fylkets frist': 'late', 'Fylkets møte': 'past' });
    for (const { task, part } of found.tasks) {
      expect(part).toBe('own');
      expect(task.unitId ?? '39', task.title).toBe('39');
      if (task.unitId === null) expect(task.actor, task.title).toBe('school-owner');
    }
    expect(found.lateElsewhere.map(({ unit }) => unit.id)).toEqual([HORTEN]);
    const [{ tasks } = { tasks: [] }] = found.lateElsewhere;
    expect(tasks.filter(({ title }) => title in TASKS)).toMatchObject([
      { title: 'Frist den dagen', start: '2026-11-05', end: '2026-11-05' },
      { title: 'Frist etterpå', start: '2026-11-10', end: '2026-11-10' },
    ]);
    const own = (await owed(school)).tasks.flatMap(({ task, part, due }) =>
      part === 'own' && due === 'late' ? [task.id] : [],
    );
    expect(tasks.map(({ id }) => id)).toEqual(own);
  });

  it('gives anybody of the county what they ask for, and nobody else', async () => {
    expect(dueOf(await owed(school, '?unit=39'))).toEqual({
      'Fylkets frist': 'late',
      'Fylkets møte': 'past',
    });
    await request(service.url).get(`/api/cycles/${CYCLE}/owed`).expect(401);
  });
});
