import ICAL from 'ical.js';
import request from 'supertest';
import { expect, it } from 'vitest';
import { addDays, type IsoDate, instant, isoDate, weekdayOf } from '../../src/calendar/iso-date.js';
import { onDatabase } from '../database/databases.js';
import { sharedService } from '../http/fresh-service.js';
import { ADMIN_TOKEN } from '../http/test-service.js';

const FIRST = isoDate('2026-08-01');

/** The weekdays of the school year. */
const WEEKDAYS: readonly IsoDate[] = Array.from({ length: 365 }, (_, day) => addDays(FIRST, day)).filter(
  (day) => !['sat', 'sun'].includes(weekdayOf(day)),
);

/** How many all-day entries a calendar has on each weekday of the school year, ascending, and how long its longest is. */
function loadOf(calendar: string) {
  const events = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent').map((component) => {
    const { startDate, endDate } = new ICAL.Event(component);
    return { isAllDay: startDate.isDate, from: startDate.toString(), before: endDate.toString(), component };
  });
  const allDay = events.filter(({ isAllDay }) => isAllDay);
  const daysOf = ({ from, before }: { from: string; before: string }) =>
    (Date.parse(before) - Date.parse(from)) / 86_400_000;
  const counts = WEEKDAYS.map(
    (day) => allDay.filter(({ from, before }) => from <= day && day < before).length,
  );
  return {
    counts: counts.sort((a, b) => a - b),
    longest: Math.max(...allDay.map(daysOf)),
    entries: events.length,
  };
}

// One database is enough: what is counted is what has been served.
onDatabase('SQLite', 'what a subscription puts into a calendar', (createDatabase) => {
  const { service } = sharedService(createDatabase, { now: () => instant('2026-11-28T10:00:00Z') });
  const as = { Authorization: `Bearer ${ADMIN_TOKEN}` };
  const served = async (filter: object): Promise<string> => {
    const { body } = await request(service.url)
      .post('/api/feeds')
      .set(as)
      .send({ county: '39', filter })
      .expect(201);
    return (await request(service.url).get(new URL(body.url).pathname).expect(200)).text;
  };
  const unit = async (fields: object): Promise<string> => {
    const { body } = await request(service.url)
      .post('/api/units')
      .set(as)
      .send({ county: '39', ...fields })
      .expect(201);
    return body.id;
  };

  const UNITS = {
    'a school': { kind: 'school', name: 'Horten videregående skole' },
    NAV: { kind: 'partner', name: 'NAV Vestfold', partner: 'nav' },
    'an OT office': { kind: 'follow-up-service', name: 'OT Vestfold' },
    'a municipality': { kind: 'municipality', name: 'Horten kommune' },
  };

  it.each(['the public', ...Object.keys(UNITS)])('of %s leaves room in it', async (whose) => {
    const fields = Object.entries(UNITS).find(([name]) => name === whose)?.[1];
    const filter = fields ? { unit: await unit(fields) } : {};
    const { counts, longest, entries } = loadOf(await served(filter));
    const at = (share: number) => counts[Math.ceil(share * counts.length) - 1];
    expect(counts).toHaveLength(260);
    expect(entries).toBeGreaterThan(10);
    expect(at(0.5)).toBeLessThanOrEqual(1);
    expect(at(0.95)).toBeLessThanOrEqual(3);
    expect(at(1)).toBeLessThanOrEqual(6);
    expect(longest).toBeLessThanOrEqual(5);
  });

  it('is far under 1 MB with five school years published, and little above it with every task', async () => {
    const { body: next } = await request(service.url)
      .post('/api/cycles')
      .set(as)
      .send({ county: '39', schoolYear: '2027/2028' })
      .expect(201);
    expect(next.id).toBe('39-2027-2028');
    const publish = async (id: string) => {
      const { headers } = await request(service.url).get(`/api/cycles/${id}`).set(as).expect(200);
      await request(service.url)
        .post(`/api/cycles/${id}/publish`)
        .set(as)
        .set('If-Match', headers.etag ?? '')
        .send({})
        .expect(200);
    };
    await publish(next.id);
    for (const schoolYear of ['2023/2024', '2024/2025', '2025/2026']) {
      const { body } = await request(service.url)
        .post('/api/cycles')
        .set(as)
        .send({ county: '39', schoolYear })
        .expect(201);
      await publish(body.id);
    }
    const yearsIn = (text: string) =>
      new Set([...text.matchAll(/^UID:39-(\d{4})/gm)].map(([, year]) => year));
    const shown = await served({});
    expect([...yearsIn(shown)].sort()).toEqual(['2025', '2026', '2027']);
    expect(Buffer.byteLength(shown)).toBeLessThan(500_000);
    const everything = await served({ level: 'complete' });
    expect(Buffer.byteLength(everything)).toBeLessThan(1_200_000);
    const unbounded = await served({ level: 'complete', from: '2000-01-01', to: '2100-01-01' });
    expect(yearsIn(unbounded).size).toBe(5);
  });
});
