/**
 * Feeds of every kind against parsers and clients that are not ours: python3-icalendar (and ics-check.py), khal, and
 * vdirsyncer, which synchronises a feed over HTTP twice. Needs these three; ends with 1 when anything is amiss.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ICAL from 'ical.js';
import { readConfig } from '../../dist/compose/config.js';
import { startService } from '../../dist/compose/service.js';

const ADMIN_TOKEN = 'a-token-only-for-the-interop-run';
const CYCLE = '39-2026-2027';
const HORTEN = '39-horten';
const CHECK = fileURLToPath(new URL('../feeds/ics-check.py', import.meta.url));
// A backslash before an n is left to the property tests: python3-icalendar takes it for a line end (RFC 5545 3.3.11).
const STRANGE =
  'Møte; "NAV", PPT: \\ – 👩‍🎓 e\u0301 مرحبا \u202e Čáhcesuolu\nEND:VEVENT\r\nBEGIN:VALARM ' +
  'ø'.repeat(300);

const folder = mkdtempSync(join(tmpdir(), 'arshjul-interop-'));
const service = await startService(
  readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    DATABASE_URL: join(folder, 'a.sqlite'),
    ADMIN_TOKEN,
    SCHOOL_YEAR: '2026/2027',
  }),
  { now: () => '2026-11-24T10:00:00.000Z', version: 'interop' },
);

async function call(method, path, body, version) {
  const response = await fetch(service.url + path, {
    method,
    headers: {
      Authorization: `Bearer ${ADMIN_TOKEN}`,
      'Content-Type': 'application/json',
      ...(version !== undefined && { 'If-Match': `"${version}"` }),
    },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** A cycle with one of each: strange text, a meeting, several days with times, a cancelled and a moved task, a unit's own. */
async function fillCycle() {
  await call('POST', '/api/units', { county: '39', kind: 'school', name: 'Horten', id: HORTEN });
  const meeting = {
    title: STRANGE.replace(/\s+/g, ' ').slice(0, 190),
    description: STRANGE,
    kind: 'cooperation',
    phase: 'oppfolging-vg1',
    category: 'koordinering',
    actor: 'school',
    partners: ['nav'],
    start: '2026-10-22',
    startTime: '12:00',
    endTime: '13:30',
  };
  await call('POST', `/api/cycles/${CYCLE}/tasks`, meeting);
  await call('POST', `/api/cycles/${CYCLE}/tasks`, { ...meeting, end: '2026-10-27', layer: HORTEN });
  await call('PATCH', `/api/tasks/${CYCLE}-skolestart`, { status: 'cancelled' }, 1);
  await call('PATCH', `/api/tasks/${CYCLE}-apen-skole`, { leeway: { before: 7, after: 7 } }, 1);
  await call('PATCH', `/api/tasks/${CYCLE}-apen-skole/adjustments/${HORTEN}`, { start: '2027-01-28' }, 0);
  const { revision } = await call('GET', `/api/cycles/${CYCLE}`);
  await call('POST', `/api/cycles/${CYCLE}/publish`, {}, revision);
}

const KINDS = {
  'whole county, bokmål': {},
  'whole county, nynorsk': { language: 'nn' },
  'whole county, English, with alarms': { language: 'en', alarms: true },
  'one unit': { filter: { unit: HORTEN } },
  'one unit, only its own to do': { filter: { unit: HORTEN, responsibleOnly: true } },
  deadlines: { filter: { kinds: ['deadline'] } },
  'cooperation with NAV': { filter: { partners: ['nav'], kinds: ['cooperation'] } },
  'nothing in it': { filter: { measures: ['nothing'] } },
  'task list': { form: 'todos' },
  'strange name': { name: 'Årshjul; "x", \\y 👩‍🎓' },
};

// Not synchronously: the service that the programs read from runs in this process.
const run = async (command, args) => (await promisify(execFile)(command, args, { env })).stdout;
const say = (line) => process.stdout.write(`${line}\n`);
const env = {
  ...process.env,
  HOME: folder,
  XDG_CONFIG_HOME: join(folder, 'config'),
  XDG_DATA_HOME: join(folder, 'data'),
};

/** What python3-icalendar reads of each component: UID, SUMMARY, DESCRIPTION and the first and last moment. */
const READ_WITH_PYTHON = `
import icalendar, json, sys
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
text = lambda component, name: str(component.get(name, ""))
moment = lambda component, name: component[name].dt.isoformat()[:16] if name in component else ""
print(json.dumps([[text(c, "UID"), text(c, "SUMMARY"), text(c, "DESCRIPTION"), moment(c, "DTSTART"), moment(c, "DTEND"), moment(c, "DUE")]
                  for c in calendar.walk() if c.name in ("VEVENT", "VTODO")]))
`;

function readWithIcalJs(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const components = calendar
    .getAllSubcomponents()
    .filter(({ name }) => name === 'vevent' || name === 'vtodo');
  const value = (component, name) => String(component.getFirstPropertyValue(name) ?? '');
  return components.map((each) => [
    ...['uid', 'summary', 'description'].map((name) => value(each, name)),
    ...['dtstart', 'dtend', 'due'].map((name) => value(each, name).slice(0, 16)),
  ]);
}

/** Reads a calendar with khal and counts what it has taken in. */
async function importIntoKhal(name, file) {
  const calendars = join(folder, 'khal', name);
  mkdirSync(calendars, { recursive: true });
  const config = join(folder, `${name}.conf`);
  const cache = join(folder, `${name}.db`);
  writeFileSync(
    config,
    `[calendars]\n[[feed]]\npath = ${calendars}\n[sqlite]\npath = ${cache}\n[locale]\nlocal_timezone = Europe/Oslo\ndefault_timezone = Europe/Oslo\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n`,
  );
  await run('khal', ['-c', config, 'import', '--batch', '-a', 'feed', file]);
  const list = await run(
    'khal',
    ['-c', config, 'list', '-a', 'feed', '--format', '{start} {uid}', '2026-10-22', '1d'],
    { env },
  );
  const titles = await run('khal', [
    '-c',
    config,
    'list',
    '-a',
    'feed',
    '--once',
    '--format',
    '{uid} {title}',
    '2026-08-01',
    '365d',
  ]);
  return { taken: readdirSync(calendars).length, list, titles };
}

/** Synchronises a feed into a folder twice; answers what each time said. */
async function synchronise(name, url) {
  const items = join(folder, 'vdir', name);
  mkdirSync(items, { recursive: true });
  const config = join(folder, `${name}.vdirsyncer`);
  writeFileSync(
    config,
    `[general]\nstatus_path = "${join(folder, 'status', name)}"\n[pair feed]\na = "here"\nb = "there"\ncollections = null\n[storage here]\ntype = "filesystem"\npath = "${items}"\nfileext = ".ics"\n[storage there]\ntype = "http"\nurl = "${url}"\n`,
  );
  const sync = () => run('sh', ['-c', `vdirsyncer -c '${config}' sync 2>&1`]);
  await run('sh', ['-c', `yes | vdirsyncer -c '${config}' discover 2>&1`]);
  const first = await sync();
  const second = await sync();
  return { items: readdirSync(items).length, first, second };
}

let amiss = 0;
const expectThat = (holds, what) => {
  if (holds) return;
  amiss += 1;
  say(`AMISS: ${what}`);
};

try {
  await fillCycle();
  for (const [index, [kind, look]] of Object.entries(KINDS).entries()) {
    const { url } = await call('POST', '/api/feeds', { county: '39', ...look });
    const local = service.url + new URL(url).pathname;
    const text = await (await fetch(local)).text();
    const file = join(folder, `${index}.ics`);
    writeFileSync(file, text);
    const events = text.split('BEGIN:VEVENT').length - 1;
    const todos = text.split('BEGIN:VTODO').length - 1;
    const read = readWithIcalJs(text);
    expectThat(read.length === events + todos, `${kind}: ical.js read ${read.length}`);
    const python = JSON.parse(await run('/usr/bin/python3', ['-c', READ_WITH_PYTHON, file]));
    read.forEach((component, at) => {
      const [one, other] = [JSON.stringify(component), JSON.stringify(python[at])];
      expectThat(one === other, `${kind}: ical.js reads ${one}, python3-icalendar ${other}`);
    });
    const checked = (await run('/usr/bin/python3', [CHECK, file])).trim();
    expectThat(checked === `${events} events, 0 broken points`, `${kind}: ics-check.py says ${checked}`);
    const khal = await importIntoKhal(`k${index}`, file);
    for (const [uid, summary] of events > 0 ? read : [])
      expectThat(khal.titles.includes(`${uid} ${summary}`), `${kind}: khal has not ${uid} ${summary}`);
    expectThat(khal.taken === events, `${kind}: khal took ${khal.taken} of ${events} events`);
    if (kind.startsWith('whole county') || kind === 'cooperation with NAV')
      expectThat(
        khal.list.includes('2026-10-22 12:00'),
        `${kind}: khal shows the meeting elsewhere: ${khal.list}`,
      );
    const synced = await synchronise(`v${index}`, local);
    expectThat(
      synced.items === events + todos,
      `${kind}: vdirsyncer has ${synced.items} of ${events + todos}`,
    );
    expectThat(
      events === 0 || synced.first.includes('Copying'),
      `${kind}: the first time vdirsyncer copied nothing`,
    );
    expectThat(
      !/Copying|Deleting/.test(synced.second),
      `${kind}: the second time vdirsyncer says ${synced.second}`,
    );
    say(
      `${kind}: ${events} events, ${todos} tasks; read alike by ical.js, python3-icalendar, khal and vdirsyncer`,
    );
  }
} finally {
  await service.stop();
  rmSync(folder, { recursive: true });
}
say(amiss === 0 ? 'nothing amiss' : `${amiss} amiss`);
process.exitCode = amiss === 0 ? 0 : 1;
