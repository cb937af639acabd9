import ICAL from 'ical.js';
import request from 'supertest';
import { expect, it } from 'vitest';
import { addDays, instant, isoDate } from '../../src/calendar/iso-date.js';
import { entryLoad } from '../../src/feeds/entries/entry-load.js';
import type { ShownDay } from '../../src/feeds/entries/shown-day.js';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN } from '../http/test-service.js';

const CYCLE = '39-2026-2027';
const TODAY = isoDate('2026-09-14');
const DAYS = Array.from({ length: 14 }, (_, day) => addDays(TODAY, day));

/** The titles that stand on each of the days in a calendar, sorted. */
function titlesByDay(calendar: string): string[][] {
  const events = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent').map((component) => {
    const { startDate, endDate, summary } = new ICAL.Event(component);
    const [from, end] = [startDate.toString().slice(0, 10), endDate.toString()];
    // The end of whole days is the day after them.
    return { summary, from, until: startDate.isDate ? addDays(isoDate(end), -1) : end.slice(0, 10) };
  });
  return DAYS.map((day) =>
    events
      .filter(({ from, until }) => from <= day && day <= until)
      .map(({ summary }) => summary)
      .sort(),
  );
}

const titlesOf = (coming: readonly ShownDay[]) =>
  coming.map(({ entries }) => entries.map(({ title }) => title).sort());

onEachDatabase('the preview of a feed', (createDatabase) => {
  const { service } = freshService(createDatabase, { now: () => instant(`${TODAY}T10:00:00Z`) });
  const token = { Authorization: `Bearer ${ADMIN_TOKEN}` };
  const ask = (look: object, part = '') =>
    request(service.url)
      .post(`/api/cycles/${CYCLE}/feeds${part}`)
      .send({ language: 'nb', ...look });
  const preview = async (look: object): Promise<{ name: string; coming: ShownDay[] }> =>
    (await ask(look, '/preview').expect(200)).body;
  const feeds = async () => (await request(service.url).get('/api/feeds').set(token).expect(200)).body.length;
  const school = async (): Promise<string> => {
    const unit = { county: '39', kind: 'school', name: 'Horten videregående skole' };
    return (await request(service.url).post('/api/units').set(token).send(unit).expect(201)).body.id;
  };

  it('has what the feed of the same choices has, day by day, and its name', async () => {
    const unit = await school();
    const looks = [
      { filter: { level: 'recommended' } },
      { filter: { level: 'complete' } },
      { filter: { level: 'complete' }, bars: true, phases: true },
      { filter: { unit, concernsOnly: true } },
      { filter: { unit, level: 'complete' }, cancelled: false, language: 'en' },
    ];
    const loads = [];
    for (const look of looks) {
      const { name, coming } = await preview(look);
      const { body: feed } = await ask(look).expect(200);
      const { text } = await request(service.url).get(new URL(feed.url).pathname).expect(200);
      expect(coming.map(({ date }) => date)).toEqual(DAYS);
      expect(titlesOf(coming)).toEqual(titlesByDay(text));
      expect(name).toBe(feed.name);
      const { text: page } = await request(service.url).get(new URL(feed.subscribePage).pathname).expect(200);
      for (const title of titlesOf(coming).flat()) expect(page).toContain(title);
      loads.push(entryLoad(coming).count);
    }
    const [recommended = 0, complete = 0, bars = 0, own = 0, ofUnit = 0] = loads;
    expect(recommended).toBeGreaterThan(0);
    expect(complete).toBeGreaterThan(recommended);
    expect(bars).toBeGreaterThan(complete);
    expect(own).toBeGreaterThan(0);
    expect(ofUnit).toBeGreaterThan(own);
  });

  it('creates nothing, however often it is asked for', async () => {
    const before = await feeds();
    for (let n = 0; n < 70; n += 1) await preview({ filter: { text: `ord ${n}` } });
    expect(await feeds()).toBe(before);
    await ask({ filter: { text: 'ord' } }).expect(200);
    expect(await feeds()).toBe(before + 1);
  });

  it('is of what anyone may read, and is refused where the feed would be', async () => {
    await ask({ filter: { unit: '03-nowhere' } }, '/preview').expect(400);
    await request(service.url)
      .patch(`/api/cycles/${CYCLE}`)
      .set({ ...token, 'If-Match': '"1"' })
      .send({ public: false })
      .expect(200);
    await ask({ filter: {} }, '/preview').expect(404);
    const { body } = await ask({ filter: {} }, '/preview').set(token).expect(200);
    expect(entryLoad(body.coming)).toEqual({ count: 0, most: 0 });
  });
});
