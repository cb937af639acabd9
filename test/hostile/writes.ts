import { expect } from 'vitest';
import type { Answer } from './asking.js';
import { addSchool, addSignedIn, type SignedIn, send } from './people.js';
import { AUTOMATION, CYCLE, type Target } from './watched-service.js';

/** One field in which people write, and how a text comes into it. */
export interface Field {
  readonly name: string;
  /** Sends a text in the field. */
  readonly write: (text: string) => Promise<Answer>;
  /** What of a text the field can hold at all; everything when left out. */
  readonly holds?: 'digits' | 'one line';
  /** Whether an answer says that the text was taken; 2xx when left out. */
  readonly isTaken?: (answer: Answer) => boolean;
}

const SCHOOL = '39-fjellet';

/** 190 days of school. */
const SKOLERUTE = {
  status: 'official',
  'first-school-day': '2026-08-17',
  'autumn-break': { from: '2026-10-05', to: '2026-10-09' },
  'christmas-break': { from: '2026-12-19', to: '2027-01-04' },
  'winter-break': { from: '2027-02-22', to: '2027-02-26' },
  'easter-break': { from: '2027-03-22', to: '2027-03-29' },
  'last-school-day': '2027-06-18',
  daysOff: ['2027-05-07'],
};

interface Versioned {
  readonly id: string;
  readonly version: number;
}

const isOk = ({ status }: Answer) => status >= 200 && status < 300;

/** A table of one row is read, and the row is said to be of use or not. */
const rowsAreUsed = (answer: Answer) => {
  if (!isOk(answer)) return false;
  const answered = answer.json<{ rows?: { outcome: string }[] } | { outcome: string }[]>();
  const rows = Array.isArray(answered) ? answered : (answered.rows ?? []);
  return rows.some(({ outcome }) => outcome !== 'unusable');
};

/** A text as a cell of CSV. */
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/**
 * Every field in which people write, on a service with a school, its coordinator, a task, a person and a feed. Each write
 * is one that is taken when its text is an ordinary one.
 */
export async function fieldsOf(target: Target): Promise<Field[]> {
  const { service } = target;
  await addSchool(service, SCHOOL, 'Fjellet videregående skole');
  const kari: SignedIn = await addSignedIn(target, {
    unitId: '39',
    role: 'county-coordinator',
    name: 'Kari',
    address: 'kari@vestfold.example',
  });
  const common = `${CYCLE}-skolestart`;
  const { kind, phase, category, actor } = await service.get<Record<string, string>>(`/api/tasks/${common}`);
  const task = { kind, phase, category, actor, title: 'Dag', start: '2026-09-10', end: '2026-09-10' };
  const made = await send<Versioned>(service, 201, 'POST', `/api/cycles/${CYCLE}/tasks`, { body: task });
  const feed = await send<Versioned>(service, 201, 'POST', '/api/feeds', {
    body: { county: '39', name: 'Mitt' },
  });
  const person = { county: '39', unitId: '39', name: 'Ola', address: 'ola@vestfold.example' };
  const ola = await send<Versioned>(service, 201, 'POST', '/api/people', { body: person });
  let adjustments = 0;
  let serial = 0;
  /** A number that no other write has. */
  const next = () => {
    serial += 1;
    return serial;
  };
  const post = (path: string, body: object, headers: Record<string, string> = AUTOMATION) =>
    service.ask('POST', path, { headers, body });
  /** Changes a thing at the version that it has. */
  const patch = async (path: string, body: object, headers: Record<string, string> = AUTOMATION) => {
    const current = await service.ask('GET', path, { headers: AUTOMATION });
    const tag = String(current.headers.etag);
    return service.ask('PATCH', path, { headers: { ...headers, 'If-Match': tag }, body });
  };
  const newTask = (fields: object) => post(`/api/cycles/${CYCLE}/tasks`, { ...task, ...fields });
  const unit = (fields: object) =>
    post('/api/units', { county: '39', kind: 'school', name: `Skole ${next()}`, ...fields });
  const newPerson = (fields: object) =>
    post('/api/people', { ...person, address: `p${next()}@vestfold.example`, ...fields });
  const file = (path: string, table: string, fields: object = {}) =>
    post(`${path}?preview=true`, {
      format: 'csv',
      content: Buffer.from(table).toString('base64'),
      ...fields,
    });
  const skolerute = (source: object) => {
    const path = '/api/school-years/2026-2027?county=39';
    return patch(path, { ...SKOLERUTE, source });
  };
  const adjusted = async (fields: object) => {
    const path = `/api/tasks/${common}/adjustments/${SCHOOL}`;
    const headers = { ...AUTOMATION, 'Acting-Unit': SCHOOL, 'If-Match': `"${adjustments}"` };
    const answer = await service.ask('PATCH', path, { headers, body: fields });
    if (isOk(answer)) adjustments = answer.json<Versioned>().version;
    return answer;
  };
  const link = (fields: object) =>
    newTask({ links: [{ title: 'Lenke', url: 'https://x.example/', ...fields }] });
  const step = (fields: object) =>
    newTask({ checklist: [{ id: 'steg', text: 'Steg', done: false, ...fields }] });
  return [
    { name: 'the title of a new task', holds: 'one line', write: (title) => newTask({ title }) },
    { name: 'the description of a new task', write: (description) => newTask({ description }) },
    { name: 'the title of a link', holds: 'one line', write: (title) => link({ title }) },
    {
      name: 'the address of a link',
      holds: 'digits',
      write: (text) => link({ url: `https://x.example/elev/${text}` }),
    },
    { name: 'a step of a checklist', holds: 'one line', write: (text) => step({ text }) },
    { name: 'the id of a step', holds: 'one line', write: (id) => step({ id: id.slice(0, 50) }) },
    {
      name: 'the title of a task',
      holds: 'one line',
      write: (title) => patch(`/api/tasks/${made.id}`, { title }),
    },
    {
      name: 'the description of a task',
      write: (description) => patch(`/api/tasks/${made.id}`, { description }),
    },
    { name: 'a comment', write: (text) => post(`/api/tasks/${common}/comments`, { text }) },
    { name: 'why a unit hides a task', write: (hidden) => adjusted({ hidden }) },
    {
      name: 'what is said of a publication',
      write: (message) => publish(message),
    },
    {
      name: 'the name of a new unit',
      holds: 'one line',
      write: (name) => unit({ name: `${name} ${next()}` }),
    },
    {
      name: 'the municipality of a new unit',
      holds: 'one line',
      write: (municipality) => unit({ municipality }),
    },
    {
      name: 'the address of a new unit',
      holds: 'digits',
      write: (text) => unit({ address: `${text}@skole.example` }),
    },
    {
      name: 'the id of a new unit',
      holds: 'digits',
      write: (text) => unit({ id: `39-skole-${text}-${next()}` }),
    },
    {
      name: 'the name of a unit',
      holds: 'one line',
      write: (name) => patch(`/api/units/${SCHOOL}`, { name }),
    },
    {
      name: 'the municipality of a unit',
      holds: 'one line',
      write: (municipality) => patch(`/api/units/${SCHOOL}`, { municipality }),
    },
    { name: 'the name of a new person', holds: 'one line', write: (name) => newPerson({ name }) },
    {
      name: 'the address of a new person',
      holds: 'digits',
      write: (text) => newPerson({ address: `${text}@vestfold.example` }),
    },
    { name: 'the name of a person', holds: 'one line', write: (name) => patchPerson({ name }) },
    {
      name: 'the words of a new feed',
      holds: 'one line',
      write: (text) => post('/api/feeds', { county: '39', filter: { text } }),
    },
    {
      name: 'the name of a new feed',
      holds: 'one line',
      write: (name) => post('/api/feeds', { county: '39', name }),
    },
    {
      name: 'the name of a feed',
      holds: 'one line',
      write: (name) => patch(`/api/feeds/${feed.id}`, { name }),
    },
    {
      name: 'the words of a feed for all',
      holds: 'one line',
      write: (text) => post(`/api/cycles/${CYCLE}/feeds`, { language: 'nb', filter: { text } }),
    },
    {
      name: 'the name of a token',
      holds: 'one line',
      write: (name) => post('/api/tokens', { name, scopes: ['read'] }, kari.headers),
    },
    { name: 'the source of a skolerute', holds: 'one line', write: (page) => skolerute({ page }) },
    { name: 'the note on a skolerute', write: (note) => skolerute({ page: 'fylke.no', note }) },
    {
      name: 'the source of a skolerute in a file',
      holds: 'one line',
      write: (source) => {
        const content = Buffer.from('hva;fra;til\nFørste skoledag;17.08.2026;\n').toString('base64');
        const order = { county: '39', schoolYear: '2026/2027', format: 'csv', content, source };
        return post('/api/school-years/import', order);
      },
    },
    {
      name: 'a title in a table of tasks',
      write: (text) => file(`/api/cycles/${CYCLE}/import`, `Hva;Dato\n${cell(text)};11.09.2026\n`),
      isTaken: rowsAreUsed,
    },
    {
      name: 'a name in a table of units',
      holds: 'one line',
      write: (text) => file('/api/units/import', `Navn;Type\n${cell(text)};skole\n`, { county: '39' }),
      isTaken: rowsAreUsed,
    },
    {
      name: 'a name in a table of people',
      holds: 'one line',
      write: (text) =>
        file('/api/people/import', `Navn;E-post;Enhet\n${cell(text)};q@x.example;39\n`, { county: '39' }),
      isTaken: rowsAreUsed,
    },
    {
      name: 'for whom automation writes',
      holds: 'one line',
      write: (text) =>
        patch(
          `/api/tasks/${made.id}`,
          { description: `${next()}` },
          { ...AUTOMATION, 'On-Behalf-Of': Buffer.from(text).toString('latin1') },
        ),
    },
  ];

  async function publish(message: string): Promise<Answer> {
    await patch(`/api/tasks/${made.id}`, { description: `til publisering ${next()}` });
    const { revision } = await service.get<{ revision: number }>(`/api/cycles/${CYCLE}`);
    const headers = { ...AUTOMATION, 'If-Match': `"${revision}"` };
    return service.ask('POST', `/api/cycles/${CYCLE}/publish`, { headers, body: { message } });
  }

  async function patchPerson(fields: object): Promise<Answer> {
    const people = await service.get<Versioned[]>('/api/people?county=39');
    const version = people.find(({ id }) => id === ola.id)?.version;
    const headers = { ...AUTOMATION, 'If-Match': `"${version}"` };
    return service.ask('PATCH', `/api/people/${ola.id}`, { headers, body: fields });
  }
}

/** Which of the fields take a text; each is asked by itself. */
export async function takenIn(fields: readonly Field[], text: string): Promise<string[]> {
  const taken: string[] = [];
  for (const { name, write, isTaken = isOk } of fields) {
    const answer = await write(text);
    expect(answer.status, `${name}: ${answer.body.toString().slice(0, 200)}`).not.toBe(0);
    if (isTaken(answer)) taken.push(name);
  }
  return taken;
}
