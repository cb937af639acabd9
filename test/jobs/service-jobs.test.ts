import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import { taskQuerySchema } from '../../src/cycle/view/task-query.js';
import { type ServiceJobs, serviceJobs } from '../../src/jobs/service-jobs.js';
import { renderPoster } from '../../src/poster/poster.js';
import { knowledge } from '../calendar/samples.js';
import { AN_ORDER, subjectIn } from '../poster/samples.js';
import { calendarOf, eventOf, REFUSED, UNUSABLE } from './hostile-files.js';

describe('what is done in threads', () => {
  let jobs: ServiceJobs;

  beforeAll(() => {
    // No deadline comes: what a file is refused for is what is in it, however slowly it is read.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    jobs = serviceJobs(knowledge.folder);
  });
  afterAll(async () => {
    vi.useRealTimers();
    await jobs.close();
  });

  const read = (format: 'ics' | 'csv' | 'xlsx', bytes: Buffer) =>
    jobs.readImportFile({
      format,
      bytes,
      mapping: undefined,
      from: isoDate('2026-08-01'),
      to: isoDate('2027-07-31'),
    });

  it.each(REFUSED)('refuses $name, and says what is too much', async ({ format, bytes, says }) => {
    const refused = await read(format, bytes()).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'RequestProblem' });
    const { code, errors } = refused as { code: string; errors: { pointer: string; detail: string }[] };
    expect(['too-large', 'invalid-request']).toContain(code);
    expect(errors).toMatchObject([{ pointer: '/body/content', detail: expect.stringContaining(says) }]);
  });

  it('says what was found and what is read as data, for the page to word', async () => {
    const bytes = Buffer.from(`tittel\n${'a\n'.repeat(5_001)}`);
    await expect(read('csv', bytes)).rejects.toMatchObject({
      code: 'too-large',
      errors: [{ code: 'too-much-rows', data: { found: 5_001, allowed: 5_000 } }],
    });
  });

  it.each(UNUSABLE)('says of the event %j that it %s, and reads the others', async (lines, says) => {
    const { events, unusable } = await read(
      'ics',
      calendarOf(eventOf(...lines), eventOf('DTSTART;VALUE=DATE:20261002')),
    );
    expect(events).toMatchObject([{ start: '2026-10-02' }]);
    expect(unusable).toMatchObject([{ problems: [{ what: expect.stringContaining(says) }] }]);
  });

  it('reads no more at once than it can keep, and tells the others to come again', async () => {
    const bytes = () => Buffer.from('tittel,dato\nMøte,2026-10-01\n');
    const asked = await Promise.allSettled(Array.from({ length: 30 }, () => read('csv', bytes())));
    const refused = asked.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
    expect(refused).toEqual(Array.from({ length: 9 }, () => 'busy'));
    expect((await read('csv', bytes())).events).toHaveLength(1);
  });

  it.each(['svg', 'png', 'pdf'] as const)('draws the same %s as the main thread would', async (format) => {
    const order = { ...AN_ORDER, format, paper: 'a4' } as const;
    const subject = subjectIn('nn');
    const { county, countyName, provisional, baseUrl, publishedAt, changedAt } = subject;
    const drawn = await jobs.drawPoster(
      order,
      {
        ...{ county, countyName, provisional, baseUrl, publishedAt, changedAt },
        cycle: '39-2026-2027',
        skolerute: subject.schoolYear.skolerute,
        query: taskQuerySchema.parse({}),
        language: 'nn',
      },
      async () => ({
        entries: { county, state: 'published', tasks: JSON.stringify(subject.tasks), adjustments: '[]' },
        units: subject.units,
      }),
    );
    expect(Buffer.from(drawn).equals(Buffer.from(await renderPoster(order, subject)))).toBe(true);
  });
});
