import request from 'supertest';
import { instant } from '../../src/calendar/iso-date.js';
import { signInAs } from '../access/sign-in.js';
import { CYCLE, type Mailing } from '../reminders/mailing.js';
import { type Asked, ask, automation, done } from './api.js';
import { RULES } from './rules.js';

const COUNTY = '39';
const FJELLET = '39-fjellet';
const HAVNA = '39-havna';
const YEAR = '/api/school-years/2026-2027?county=39';

/** The winter break comes a week earlier than in the county's own skolerute. */
const CORRECTED = {
  status: 'official',
  source: { page: 'vestfoldfylke.no', note: 'Vedtak i november' },
  'first-school-day': '2026-08-17',
  'autumn-break': { from: '2026-10-05', to: '2026-10-09' },
  'christmas-break': { from: '2026-12-19', to: '2027-01-04' },
  'winter-break': { from: '2027-02-15', to: '2027-02-19' },
  'easter-break': { from: '2027-03-22', to: '2027-03-29' },
  'last-school-day': '2027-06-18',
  daysOff: ['2027-05-07'],
};

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:x',
  'BEGIN:VEVENT',
  'UID:dag@skole',
  'SUMMARY:Skolens dag',
  'DTSTART;VALUE=DATE:20270121',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:mote@skole',
  'SUMMARY:Fagmøte',
  'DESCRIPTION:Med æ\\, ø og å',
  'DTSTART;TZID=Europe/Oslo:20270112T123000',
  'DTEND;TZID=Europe/Oslo:20270112T140000',
  'RRULE:FREQ=WEEKLY;COUNT=3',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

interface Shown {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly version: number;
  readonly key: string;
}

interface FeedShown {
  readonly id: string;
  readonly url: string;
  readonly version: number;
}

/** Something of before that can still be undone afterwards: who by, which revision, and where to see that it was. */
export interface Undoable {
  readonly what: string;
  readonly unit?: string;
  readonly revision: number;
  readonly sees: readonly string[];
}

/** What is known of the story afterwards and stands in no database: secrets, addresses and what can be undone. */
export interface Told {
  /** The secrets of API tokens, by whose they are. */
  readonly tokens: { readonly coordinator: string; readonly school: string; readonly revoked: string };
  /** The paths of feeds by what they show. */
  readonly feeds: Readonly<Record<string, string>>;
  /** The tasks that people have worked on. */
  readonly tasks: readonly string[];
  readonly undoable: readonly Undoable[];
}

/** What feeds that anybody may make show, by their names here; their addresses follow from what they show. */
export const SHARED_FEEDS = {
  'shared nb': { language: 'nb', filter: {} },
  'shared nn': { language: 'nn', filter: {} },
  'shared en': { language: 'en', filter: {} },
  'shared of a school': { language: 'nn', filter: { unit: HAVNA } },
  'shared of who is to do it': { language: 'en', filter: { unit: FJELLET, responsibleOnly: true } },
  'shared of a phase and kind': {
    language: 'nb',
    filter: { phases: ['oppstart-vg1'], kinds: ['deadline', 'cooperation'] },
  },
  'shared of an actor': { language: 'nb', filter: { actors: ['follow-up-service'] } },
} as const;

/** Fills a database by the API and by mails, as a county does from November to January. Leaves the service running. */
export class Story {
  readonly #m: Mailing;
  readonly #address: string;
  readonly #tasks: string[] = [];
  readonly #undoable: Undoable[] = [];
  #feeds: Record<string, string> = {};
  #tokens: Told['tokens'] = { coordinator: '', school: '', revoked: '' };

  constructor(mailing: Mailing, address: string) {
    this.#m = mailing;
    this.#address = address;
  }

  /** Tells the whole of it. */
  async tell(): Promise<Told> {
    await this.#unitsAndPeople();
    await this.#editEveryField();
    await this.#ownTasks();
    await this.#adjust();
    await this.#undoAndRedo();
    await this.#makeFeeds();
    await this.#publish('Møteplanen for våren er klar.');
    await this.#remind();
    await this.#correctTheSkolerute();
    await this.#rollOver();
    await this.#leaveWork();
    return {
      tokens: this.#tokens,
      feeds: this.#feeds,
      tasks: [...new Set(this.#tasks)],
      undoable: this.#undoable,
    };
  }

  /** Goes to another moment. */
  #at(moment: string): void {
    this.#m.now = instant(moment);
  }

  #do<Body>(method: 'get' | 'post' | 'patch' | 'delete', path: string, asked?: Asked): Promise<Body> {
    return done<Body>(this.#m, method, path, asked);
  }

  async #etag(path: string): Promise<string> {
    return (await ask(this.#m, 'get', path)).headers.etag ?? '';
  }

  async #change(id: string, body: object, unit?: string): Promise<void> {
    const path = `/api/tasks/${id}`;
    this.#tasks.push(id);
    await this.#do('patch', path, { body, from: await this.#etag(path), as: automation(unit) });
  }

  /** Adds a task of a unit's own, or of the county's. */
  async #add(fields: object, unit?: string, cycle = CYCLE): Promise<Shown> {
    const body = {
      title: 'Møte om overgangen',
      kind: 'deadline',
      phase: 'oppstart-vg1',
      category: 'koordinering',
      actor: 'school',
      ...fields,
    };
    const added = await this.#do<Shown>('post', `/api/cycles/${cycle}/tasks`, { body, as: automation(unit) });
    this.#tasks.push(added.id);
    return added;
  }

  async #adjustTask(task: string, unit: string, body: object, version = 0): Promise<void> {
    this.#tasks.push(task);
    const path = `/api/tasks/${task}/adjustments/${unit}`;
    await this.#do('patch', path, { body, from: `"${version}"`, as: automation(unit) });
  }

  async #revision(cycle = CYCLE): Promise<number> {
    return (await this.#do<{ revision: number }>('get', `/api/cycles/${cycle}`)).revision;
  }

  /** Does something that is to be undone in the test. */
  async #toUndo(what: string, sees: readonly string[], work: () => Promise<unknown>, unit?: string) {
    await work();
    this.#undoable.push({
      what,
      revision: await this.#revision(),
      sees,
      ...(unit !== undefined && { unit }),
    });
  }

  async #publish(message?: string): Promise<void> {
    await this.#m.publish(message);
  }

  async #unitsAndPeople(): Promise<void> {
    this.#at('2026-11-24T07:30:00Z');
    await this.#do('patch', '/api/units/39', { body: { address: 'post@vestfold.example' }, from: '"1"' });
    const units = [
      { id: FJELLET, kind: 'school', name: 'Fjellet vgs', address: 'post@fjellet.example' },
      { id: HAVNA, kind: 'school', name: 'Havna vgs', language: 'nn', leadTimes: { deadline: [10, 2] } },
      {
        id: '39-ot',
        kind: 'follow-up-service',
        name: 'OT Vestfold',
        address: 'ot@vestfold.example',
        reminders: 'each-task',
      },
      { id: '39-horten', kind: 'municipality', name: 'Horten kommune', municipality: 'Horten' },
      {
        id: '39-nav',
        kind: 'partner',
        partner: 'nav',
        name: 'NAV Horten',
        address: 'nav@horten.example',
        language: 'en',
      },
      { id: '39-gamle', kind: 'school', name: 'Gamle vgs', organisationNumber: '974760673' },
    ];
    for (const unit of units) await this.#do('post', '/api/units', { body: { county: COUNTY, ...unit } });
    const people = [
      { unitId: FJELLET, name: 'Ola Berg', weeklyDigest: true, leadTimes: { deadline: [20, 5] } },
      { unitId: FJELLET, name: 'Åse Lie', attachesCalendar: true, follows: [`${CYCLE}-skolestart`] },
      {
        unitId: HAVNA,
        name: 'Per Vik',
        language: 'nn',
        monthlyOutlook: true,
        followed: { phases: ['oppstart-vg1'] },
      },
      { unitId: '39-nav', name: 'Ann Hill', language: 'en', weeklyDigest: true, monthlyOutlook: true },
      { unitId: '39-horten', name: 'Siv Dahl' },
      { unitId: HAVNA, name: 'Tor Moe' },
    ];
    for (const person of people) {
      const address = `${person.name.split(' ')[0]?.toLowerCase().replace('å', 'a')}@x.example`;
      await this.#do('post', '/api/people', { body: { county: COUNTY, address, ...person } });
    }
    const { service } = this.#m;
    const kari = await signInAs(service, this.#address, {
      unitId: COUNTY,
      role: 'county-coordinator',
      name: 'Kari Nes',
    });
    const ola = await signInAs(service, this.#address, {
      unitId: FJELLET,
      role: 'unit-coordinator',
      name: 'Nils Aas',
    });
    const token = (as: Asked['as'], name: string, scopes: string[]) =>
      this.#do<{ id: string; secret: string }>('post', '/api/tokens', {
        body: { name, scopes, days: 365 },
        ...(as && { as }),
      });
    const coordinator = await token(kari.headers, 'Rapport', ['read', 'write']);
    const school = await token(ola.headers, 'Skolens', ['read', 'write', 'feeds']);
    const revoked = await token(kari.headers, 'Gammel', ['read']);
    await this.#do('delete', `/api/tokens/${revoked.id}`, { as: kari.headers });
    this.#tokens = { coordinator: coordinator.secret, school: school.secret, revoked: revoked.secret };
  }

  /** Each field of a task on another generated task, so that each has its row of the history and its merge. */
  async #editEveryField(): Promise<void> {
    this.#at('2026-11-24T08:00:00Z');
    const all = await this.#do<Shown[]>('get', `/api/cycles/${CYCLE}/tasks`);
    const ids = all
      .filter(({ id, start, end }) => start === end && !id.endsWith('skolestart'))
      .map(({ id }) => id)
      .sort();
    const edits: readonly object[] = [
      { title: 'Nytt navn på oppgaven' },
      { description: 'Første linje\nAndre linje, med semikolon; og komma' },
      { kind: 'activity' },
      { phase: 'oppfolging-vg1' },
      { category: 'kvalitet-og-utvikling' },
      { measures: [] },
      { actor: 'school-owner' },
      { unitId: FJELLET },
      { partners: ['nav', 'ppt'] },
      { start: '2027-01-14', end: '2027-01-14' },
      { start: '2027-01-18', end: '2027-01-22' },
      { startTime: '09:00', endTime: '10:30' },
      { leeway: { before: 10, after: 5 } },
      { rule: { week: 8, day: 'thu', roll: 'previous-school-day' } },
      { status: 'started' },
      { links: [{ title: 'Lenke', url: 'https://example.no/a?b=c', historical: true }] },
      { checklist: [{ id: 'a', text: 'Første steg', done: false }] },
      { reminders: [30, 1] },
      { status: 'cancelled' },
      { status: 'done' },
    ];
    for (const [index, edit] of edits.entries()) {
      const id = ids[index] ?? '';
      await this.#toUndo(`the edit of ${Object.keys(edit).join(', ')}`, [`/api/tasks/${id}`], () =>
        this.#change(id, edit),
      );
    }
    const present = await this.#do<Shown[]>(
      'get',
      `/api/cycles/${CYCLE}/tasks?from=2027-02-01&to=2027-05-31`,
    );
    const versions = present.slice(-4).map(({ id, version }) => ({ id, version }));
    this.#tasks.push(...versions.map(({ id }) => id));
    await this.#do('post', `/api/cycles/${CYCLE}/bulk`, {
      body: { tasks: versions, change: { move: { schoolDays: -1 } } },
    });
  }

  async #ownTasks(): Promise<void> {
    this.#at('2026-11-24T08:30:00Z');
    for (const [index, rule] of RULES.entries())
      await this.#add({ title: `Fylkets egen ${index + 1}`, rule }, index % 2 === 0 ? undefined : FJELLET);
    const added = await this.#add({
      title: 'Felles møte',
      kind: 'cooperation',
      partners: ['nav'],
      start: '2027-01-13',
      startTime: '12:00',
      endTime: '14:00',
      leeway: { before: 7, after: 7 },
      checklist: [
        { id: 'kall-inn', text: 'Kall inn', done: true },
        { id: 'rom', text: 'Bestill rom', done: false },
      ],
      links: [{ title: 'Sak', url: 'https://example.no/sak' }],
      reminders: [21, 7, 1],
    });
    await this.#toUndo('a comment’s task, moved', [`/api/tasks/${added.id}`], () =>
      this.#change(added.id, { start: '2027-01-15' }),
    );
    for (const text of ['Passer dette?', 'Ja.\nVi kommer.'])
      await this.#do('post', `/api/tasks/${added.id}/comments`, { body: { text } });
    await this.#add({ title: 'Gamle skolens', start: '2027-01-20' }, '39-gamle');
    await this.#do('patch', '/api/units/39-gamle', { body: { retired: true }, from: '"1"' });
    const taken = await this.#add({ title: 'Tas ut igjen', start: '2027-01-12' });
    await this.#toUndo('a task that was taken out', [`/api/cycles/${CYCLE}/tasks?q=Tas`], () =>
      this.#do('delete', `/api/tasks/${taken.id}`, { from: '"1"' }),
    );
    const order = { format: 'ics', content: Buffer.from(CALENDAR).toString('base64') };
    const { token } = await this.#do<{ token: string }>('post', `/api/cycles/${CYCLE}/import?preview=true`, {
      body: order,
    });
    await this.#do('post', `/api/cycles/${CYCLE}/import`, { body: { ...order, token } });
  }

  async #adjust(): Promise<void> {
    this.#at('2026-11-24T09:00:00Z');
    const common = await this.#add({
      title: 'Skolene velger dag',
      start: '2027-01-19',
      leeway: { before: 14, after: 14 },
      checklist: [{ id: 'steg', text: 'Et steg', done: false }],
    });
    await this.#adjustTask(common.id, FJELLET, { start: '2027-01-25', status: 'started', ticked: ['steg'] });
    await this.#adjustTask(common.id, HAVNA, { hidden: 'Vi har ikke dette løpet.' });
    const hidden = `${CYCLE}-skolestart`;
    await this.#toUndo(
      'a unit’s hiding of a task',
      [`/api/cycles/${CYCLE}/tasks?unit=${HAVNA}&hidden=only`],
      () => this.#adjustTask(hidden, HAVNA, { hidden: 'Ikke hos oss.' }),
      HAVNA,
    );
    await this.#adjustTask(hidden, FJELLET, { status: 'done' });
    await this.#adjustTask(hidden, FJELLET, { status: null }, 1);
  }

  async #undoAndRedo(): Promise<void> {
    this.#at('2026-11-24T09:30:00Z');
    const task = await this.#add({ title: 'Angres og gjøres om', start: '2027-01-27' });
    const takeBack = (kind: 'undo' | 'redo', body?: object) =>
      this.#do('post', `/api/cycles/${CYCLE}/${kind}`, body ? { body } : { body: {} });
    await this.#change(task.id, { title: 'Angret' });
    await takeBack('undo');
    await this.#change(task.id, { title: 'Gjort om' });
    await takeBack('undo');
    await takeBack('redo');
    await this.#change(task.id, { description: 'Navngitt endring' });
    const named = await this.#revision();
    await this.#change(task.id, { reminders: [2] });
    await takeBack('undo', { revision: named });
  }

  async #makeFeeds(): Promise<void> {
    this.#at('2026-11-24T10:00:00Z');
    const feeds: Readonly<Record<string, object>> = {
      'county nb': {},
      'county nn': { language: 'nn' },
      'county en': { language: 'en', alarms: true },
      'county as a task list': { form: 'todos', alarms: true },
      'a school nb': { filter: { unit: FJELLET }, alarms: true },
      'a school nn': { filter: { unit: HAVNA }, language: 'nn' },
      'a school en': { filter: { unit: FJELLET, responsibleOnly: true }, language: 'en', name: 'Ours' },
      'a layer': { filter: { layers: [FJELLET] } },
      'a role nb': { filter: { actors: ['school'] } },
      'a role nn': { filter: { actors: ['follow-up-service'] }, language: 'nn' },
      'a role en': { filter: { partners: ['nav'] }, language: 'en' },
      'a phase, a category and words': {
        filter: { phases: ['oppstart-vg1', 'oppfolging-vg1'], categories: ['koordinering'], text: 'møte' },
      },
    };
    const pathOf = ({ url }: FeedShown) => new URL(url).pathname;
    const made = new Map<string, FeedShown>();
    for (const [name, look] of Object.entries(feeds))
      made.set(name, await this.#do('post', '/api/feeds', { body: { county: COUNTY, ...look } }));
    for (const [name, body] of Object.entries(SHARED_FEEDS))
      made.set(name, await this.#do('post', `/api/cycles/${CYCLE}/feeds`, { body }));
    const school = await this.#do<FeedShown>('post', '/api/feeds', {
      body: { county: COUNTY, filter: { unit: FJELLET }, name: 'Skolens egen' },
      as: automation(FJELLET),
    });
    made.set('made by a school', school);
    const [turned, withdrawn] = [await this.#newFeed('Ny adresse'), await this.#newFeed('Trukket tilbake')];
    made.set('an address that was given up', turned);
    made.set('a feed that was withdrawn', withdrawn);
    made.set(
      'a new address',
      await this.#do('post', `/api/feeds/${turned.id}/rotate`, { from: `"${turned.version}"` }),
    );
    await this.#do('delete', `/api/feeds/${withdrawn.id}`, { from: `"${withdrawn.version}"` });
    this.#feeds = Object.fromEntries([...made].map(([name, feed]) => [name, pathOf(feed)]));
  }

  #newFeed(name: string): Promise<FeedShown> {
    return this.#do('post', '/api/feeds', { body: { county: COUNTY, name } });
  }

  /** Weeks of mornings, in which tasks come near, move, change, go and are let pass; mails are answered, refused and lost. */
  async #remind(): Promise<void> {
    const m = this.#m;
    const late = await this.#add({ title: 'Sen frist', start: '2026-11-10', unitId: FJELLET });
    const moved = await this.#add({ title: 'Flyttes', start: '2026-12-08', reminders: [14, 3] }, FJELLET);
    const changed = await this.#add({ title: 'Endres', start: '2026-12-09', reminders: [14, 1] }, HAVNA);
    const gone = await this.#add({ title: 'Avlyses', start: '2026-12-10', reminders: [14] }, '39-nav');
    const later = await this.#add(
      { title: 'Minnes om igjen', start: '2026-12-17', reminders: [21] },
      '39-ot',
    );
    await this.#publish();
    await m.job('2026-11-25T06:30:00Z');
    await m.job('2026-11-26T06:30:00Z');
    const mailTo = (address: string, words: string) =>
      m.mails.find(
        ({ envelope, text }) => envelope.to.some((to) => to.startsWith(address)) && text?.includes(words),
      );
    const use = (path: string) => request(m.service.url).post(path).expect(200);
    await use(m.linkIn(mailTo('ot@vestfold.example', 'Minnes om igjen'), 'Minn meg på det om en uke'));
    await use(m.linkIn(mailTo('ola@x.example', 'Flyttes'), 'Slutt å sende meg påminnelser'));
    this.#tasks.push(later.id);
    await this.#change(moved.id, { start: '2026-12-11', end: '2026-12-11' }, FJELLET);
    await this.#change(changed.id, { title: 'Endret tittel', startTime: '10:00' }, HAVNA);
    await this.#change(gone.id, { status: 'cancelled' }, '39-nav');
    await this.#publish();
    await m.job('2026-11-27T06:30:00Z');
    await m.job('2026-11-30T06:30:00Z');
    m.refusals = { rcpt: '550 no such mailbox' };
    await m.job('2026-12-01T06:30:00Z');
    m.refusals = {};
    await m.job('2026-12-02T06:30:00Z', null);
    await m.job('2026-12-03T06:30:00Z');
    await this.#change(late.id, { status: 'done' });
    await this.#publish('Vi avlyser desembermøtet.');
    for (const day of ['07', '08', '14', '16', '17', '18']) await m.job(`2026-12-${day}T06:30:00Z`);
  }

  async #correctTheSkolerute(): Promise<void> {
    this.#at('2026-12-18T08:00:00Z');
    await this.#do('patch', YEAR, { body: CORRECTED, from: '"0"' });
    const regenerate = `/api/cycles/${CYCLE}/regenerate`;
    const { token, conflicts } = await this.#do<{
      token: string;
      conflicts: { taskId: string; field: string }[];
    }>('post', `${regenerate}?preview=true`, { body: {} });
    const decisions = conflicts.map(({ taskId, field }, index) => ({
      taskId,
      field,
      take: index % 2 === 0 ? 'edited' : 'regenerated',
    }));
    await this.#do('post', regenerate, { body: { token, decisions } });
    await this.#publish();
  }

  async #rollOver(): Promise<void> {
    this.#at('2026-12-18T09:00:00Z');
    const next = '39-2027-2028';
    const rollover = `/api/cycles/${CYCLE}/rollover`;
    const cancelled = await this.#do<Shown[]>('get', `/api/cycles/${CYCLE}/tasks?status=cancelled`);
    const withCancelled = cancelled.slice(0, 1).map(({ id }) => id);
    const { token } = await this.#do<{ token: string }>('post', `${rollover}?preview=true`, {
      body: { withCancelled },
    });
    await this.#do('post', rollover, { body: { withCancelled, token } });
    const tasks = await this.#do<Shown[]>('get', `/api/cycles/${next}/tasks`);
    const ids = tasks.slice(0, 5).map(({ id }) => id);
    const looked = { body: { tasks: ids, lookedOver: true } };
    await this.#do('patch', `/api/cycles/${next}/looked-over`, looked);
    await this.#do('patch', `/api/cycles/${next}/looked-over`, {
      body: { tasks: ids.slice(0, 1), lookedOver: false },
    });
    await this.#change(ids[1] ?? '', { description: 'Endret i utkastet' });
  }

  /** What is still on its way when the story ends: to be told, to be published, and a message that waits. */
  async #leaveWork(): Promise<void> {
    this.#at('2027-01-05T09:00:00Z');
    const soon = await this.#add({ title: 'Snart', start: '2027-01-13', reminders: [7, 1] }, HAVNA);
    await this.#add({ title: 'For sent', start: '2026-12-15', unitId: FJELLET, reminders: [1] });
    const tells = await this.#add({ title: 'Er fortalt', start: '2027-01-14', reminders: [14] }, FJELLET);
    const renamed = await this.#add(
      { title: 'Er også fortalt', start: '2027-01-14', reminders: [14] },
      HAVNA,
    );
    await this.#publish();
    await this.#m.job('2027-01-05T09:05:00Z');
    await this.#change(renamed.id, { title: 'Har fått nytt navn' }, HAVNA);
    await this.#publish();
    await this.#m.job('2027-01-05T09:10:00Z', null);
    await this.#change(tells.id, { start: '2027-01-15', end: '2027-01-15' }, FJELLET);
    await this.#publish('Nyttårshilsen fra fylket');
    await this.#change(soon.id, { title: 'Ikke publisert ennå' }, HAVNA);
  }
}
