import fc from 'fast-check';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '../../src/calendar/iso-date.js';
import type { Service } from '../../src/compose/service.js';
import { withDate } from '../../src/cycle/edit/date-preview.js';
import { applyPatch, createTask, type EditContext, newTaskSchema } from '../../src/task/task-edit.js';
import { anyRule, knowledge, vestfold2026 } from '../calendar/samples.js';
import { onDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, pointers, startTestService } from '../http/test-service.js';
import { vestfoldCycle } from './samples.js';

const context: EditContext = {
  framework: knowledge.framework,
  schoolYear: vestfold2026,
  units: [{ id: '39', retired: false }],
  references: () => undefined,
  language: 'nb',
  now: instant('2026-11-24T10:00:00Z'),
};

const anyDate = fc.constantFrom(...vestfold2026.days).map(({ date }) => date);

/** A date as people ask for it: days, only one of them, or a rule. */
const anyAsked = fc.oneof(
  fc.record({ start: anyDate, end: anyDate }),
  fc.record({ start: anyDate }),
  anyRule.map((rule) => ({ rule })),
);

const NEW_TASK = newTaskSchema.parse({
  title: 'Foreldremøte',
  kind: 'activity',
  phase: 'oppstart-vg1',
  category: 'koordinering',
  actor: 'school',
});

describe('the preview of a date', () => {
  it('is what saving it comes to, for a task that is there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...vestfoldCycle.tasks), anyAsked, (task, asked) => {
        const [previewed, saved] = [withDate(task, asked, context), applyPatch(task, asked, context)];
        expect(previewed).toEqual(saved);
      }),
    );
  });

  it('is what adding it comes to, for a task that is not', () => {
    const place = { id: 'x', cycleId: 'x', layer: '39', origin: 'local', importedUid: null } as const;
    fc.assert(
      fc.property(anyAsked, (asked) => {
        const previewed = withDate(undefined, asked, context);
        const added = createTask(place, { ...NEW_TASK, ...asked }, context);
        if ('flaws' in added || 'flaws' in previewed) expect(previewed).toEqual(added);
        else {
          const dateOf = ({ start, end, rule, why }: typeof added.task) => ({ start, end, rule, why });
          expect(dateOf(previewed.task)).toEqual(dateOf(added.task));
        }
      }),
    );
  });
});

onDatabase('SQLite', 'the preview of a date over HTTP', (createDatabase) => {
  const CYCLE = '39-2026-2027';
  const TASK = `${CYCLE}-apen-skole`;
  let database: TestDatabase;
  let service: Service;

  beforeAll(async () => {
    database = await createDatabase('begun');
    service = await startTestService(database.address);
  });
  afterAll(async () => {
    await service.stop();
    await database.drop();
  });

  const as = { Authorization: `Bearer ${ADMIN_TOKEN}` };
  const preview = (body: object, language = 'nb') =>
    request(service.url).post(`/api/cycles/${CYCLE}/date-preview?language=${language}`).set(as).send(body);

  it('tells the date and its reasons in the caller’s language, and changes nothing', async () => {
    const rule = { template: 'skolestart', plus: { schoolDays: 3 }, roll: 'none' };
    const { body } = await preview({ task: TASK, rule }, 'en').expect(200);
    expect(body).toMatchObject({ start: '2026-08-20', end: '2026-08-20', warnings: [] });
    expect(body.why.at(-1)).toBe('3 school days after: Thursday 20 August 2026.');
    const { body: task } = await request(service.url).get(`/api/tasks/${TASK}`).set(as).expect(200);
    expect([task.start, task.version]).toEqual(['2027-01-27', 1]);
    const { body: saved } = await request(service.url)
      .patch(`/api/tasks/${TASK}?language=en`)
      .set(as)
      .set('If-Match', '"1"')
      .send({ rule })
      .expect(200);
    expect([saved.start, saved.end, saved.why]).toEqual([body.start, body.end, body.why]);
  });

  it('warns of days without school', async () => {
    const warned = async (start: string, end = start) =>
      (await preview({ start, end }).expect(200)).body.warnings.map(({ text }: { text: string }) => text);
    expect(await warned('2026-11-28')).toEqual(['Lørdag 28. november 2026 er i helgen.']);
    expect(await warned('2026-12-25')).toEqual(['Fredag 25. desember 2026 er første juledag.']);
    expect(await warned('2026-11-23', '2027-07-05')).toEqual([
      'Mandag 5. juli 2027 er i elevenes sommerferie.',
    ]);
  });

  it('points to what is wrong, with a code and data to say it by', async () => {
    const flawsOf = async (body: object) => {
      const answer = await preview(body).expect(400);
      return answer.body.errors.map(({ detail: _, ...rest }: { detail: string }) => rest);
    };
    expect(await flawsOf({ start: '2026-11-02', end: '2026-11-01' })).toEqual([
      { pointer: '/body/end', code: 'end-before-start', data: { start: '2026-11-02', end: '2026-11-01' } },
    ]);
    const reason = { kind: 'no-such-day', date: '02-29', year: 2027 };
    expect(await flawsOf({ rule: { date: '02-29', roll: 'none' } })).toEqual([
      { pointer: '/body/rule', code: 'rule-without-date', data: { reason } },
    ]);
    expect(await flawsOf({ rule: { template: 'apen-skole', roll: 'none' }, task: TASK })).toEqual([
      { pointer: '/body/rule', code: 'rule-of-itself', data: {} },
    ]);
    expect(await flawsOf({ start: '2027-08-01' })).toEqual([
      { pointer: '/body/start', code: 'outside-school-year', data: { date: '2027-08-01' } },
      { pointer: '/body/end', code: 'outside-school-year', data: { date: '2027-08-01' } },
    ]);
    expect(pointers((await preview({}).expect(400)).body)).toEqual(['/body/start']);
    await preview({ task: '39-2026-2027-nothing', start: '2026-11-02' }).expect(404);
  });
});
