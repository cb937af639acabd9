import request from 'supertest';
import { expect, it } from 'vitest';
import type { HistoryEntry } from '../../src/cycle/history/history-view.js';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN } from '../http/test-service.js';
import { PARENTS_MEETING } from './parents-meeting.js';

const CYCLE = '39-2026-2027';
const TASK = `${CYCLE}-apen-skole`;
const OTHER = `${CYCLE}-skolestart`;
const HORTEN = '39-horten-videregaende-skole';

onEachDatabase('the history of a cycle', (createDatabase) => {
  const { service } = freshService(createDatabase);

  const as = (who: string, unit?: string): Record<string, string> => ({
    Authorization: `Bearer ${ADMIN_TOKEN}`,
    'On-Behalf-Of': who,
    ...(unit && { 'Acting-Unit': unit }),
  });
  const post = async (path: string, body: object) => {
    const { ok, text, body: answer } = await request(service.url).post(path).set(as('kari')).send(body);
    expect(ok, text).toBe(true);
    return answer;
  };
  const patch = (path: string, version: number, body: object, who = 'kari', unit?: string) =>
    request(service.url)
      .patch(`/api/tasks/${path}`)
      .set(as(who, unit))
      .set('If-Match', `"${version}"`)
      .send(body)
      .expect(200);
  const history = async (query = '', headers = as('kari')): Promise<HistoryEntry[]> =>
    (
      await request(service.url)
        .get(`/api/cycles/${CYCLE}/history${query}`)
        .set(headers)
        .set('Accept-Language', 'nb')
        .expect(200)
    ).body;
  const words = ({ changes }: HistoryEntry | undefined = {} as HistoryEntry) =>
    changes[0]?.inWords.map(({ name, before, after }) => [name, before, after]);

  it('tells what was changed in the words of the reader, and leaves out what follows from it', async () => {
    await post('/api/units', { county: '39', kind: 'school', name: 'Horten videregående skole' });
    await patch(TASK, 1, {
      start: '2027-01-12',
      end: '2027-01-13',
      unitId: HORTEN,
      partners: ['nav', 'ppt'],
      reminders: [1, 0],
      checklist: [{ id: 'a', text: 'Bestill rom', done: true }],
    });
    const [entry] = await history();
    expect(entry?.changes[0]).toMatchObject({
      title: 'Åpen skole for søkere og foreldre',
      change: 'changed',
      unit: null,
    });
    const told = words(entry);
    expect(told?.map(([name]) => name)).toEqual(['Når', 'Enhet', 'Sammen med', 'Sjekkliste', 'Påminnelser']);
    expect(told?.[0]?.[2]).toBe('tirsdag 12. januar 2027 – onsdag 13. januar 2027');
    expect(told?.[1]).toEqual(['Enhet', null, 'Horten videregående skole']);
    expect(told?.[2]?.[2]).toBe('Nav, PPT');
    expect(told?.[3]?.[2]).toBe('Bestill rom (gjort)');
    expect(told?.[4]?.[2]).toBe('1 dag før, samme dag');
    const [english] = await history('?language=en');
    expect(words(english)?.[0]).toMatchObject([
      'When',
      expect.any(String),
      expect.stringContaining('January'),
    ]);
  });

  it('tells of a list what has come and gone, and of a new task what it is at a glance', async () => {
    const { id } = await post(`/api/cycles/${CYCLE}/tasks`, {
      ...PARENTS_MEETING,
      checklist: [
        { id: 'a', text: 'Innkalle', done: false },
        { id: 'b', text: 'Bestille rom', done: false },
      ],
    });
    await patch(id, 1, {
      checklist: [
        { id: 'a', text: 'Innkalle', done: true },
        { id: 'b', text: 'Bestille rom', done: false },
      ],
    });
    const [ticked, added] = await history();
    expect(words(ticked)).toEqual([['Sjekkliste', 'Innkalle', 'Innkalle (gjort)']]);
    expect(added?.changes[0]).toMatchObject({ title: 'Foreldremøte', change: 'added' });
    expect(words(added)?.map(([name]) => name)).toEqual(['Når', 'Fase', 'Aktør', 'Sammen med']);
  });

  it('tells what a unit does differently, with the unit’s name', async () => {
    await post('/api/units', { county: '39', kind: 'school', name: 'Horten videregående skole' });
    await patch(`${TASK}/adjustments/${HORTEN}`, 0, { hidden: 'Har ikke.' }, 'siri', HORTEN);
    const [entry] = await history();
    expect(entry?.changes[0]).toMatchObject({
      title: 'Åpen skole for søkere og foreldre',
      unitName: 'Horten videregående skole',
      inWords: [{ name: 'Skjult for enheten', before: null, after: 'Har ikke.' }],
    });
  });

  it('marks what has been taken back, and says to each what they may take back', async () => {
    await post('/api/units', { county: '39', kind: 'school', name: 'Horten videregående skole' });
    await patch(TASK, 1, { title: 'Én' });
    await patch(`${TASK}/adjustments/${HORTEN}`, 0, { hidden: 'Har ikke.' }, 'siri', HORTEN);
    const marks = async (headers?: Record<string, string>) =>
      (await history('', headers)).map(({ revision, isTakenBack, mayUndo }) => [
        revision,
        isTakenBack,
        mayUndo,
      ]);
    expect(await marks(as('siri', HORTEN))).toEqual([
      [3, false, true],
      [2, false, false],
      [1, false, false],
    ]);
    await post(`/api/cycles/${CYCLE}/undo`, { revision: 2 });
    expect(await marks()).toEqual([
      [4, false, true],
      [3, false, true],
      [2, true, false],
      [1, false, false],
    ]);
    expect((await history())[0]).toMatchObject({ action: 'undone', takesBack: 2 });
  });

  it('is read a page at a time, by person, task and kind of change', async () => {
    for (const version of [1, 2, 3]) await patch(TASK, version, { title: `Nr. ${version}` }, 'ola');
    await patch(OTHER, 1, { status: 'done' }, 'kari');
    const revisions = async (query: string) => (await history(query)).map(({ revision }) => revision);
    expect(await revisions('?limit=2')).toEqual([5, 4]);
    expect(await revisions('?limit=2&before=4')).toEqual([3, 2]);
    expect(await revisions('?who=ola&limit=2')).toEqual([4, 3]);
    expect(await revisions(`?task=${OTHER}`)).toEqual([5]);
    expect(await revisions('?action=generated,published')).toEqual([1]);
    const { body } = await request(service.url)
      .get(`/api/cycles/${CYCLE}/history/authors`)
      .set(as('kari'))
      .expect(200);
    expect(body).toEqual(['kari', 'ola', 'service']);
  });
});
