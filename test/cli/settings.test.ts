import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { instant, isoDate } from '../../src/calendar/iso-date.js';
import { type ProgramEnvironment, runProgram } from '../../src/cli/program.js';
import { readConfig, settingsSchema, withoutSecrets } from '../../src/compose/config.js';
import { startService } from '../../src/compose/service.js';
import { loadKnowledge } from '../../src/datafiles/knowledge.js';
import { runArshjul } from './run-arshjul.js';

const folder = mkdtempSync(join(tmpdir(), 'arshjul-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SECRET = 'a-secret-that-nobody-sees';
const PROVIDER = {
  OIDC_ISSUER: 'https://login.example',
  OIDC_CLIENT_ID: 'arshjul',
  OIDC_CLIENT_SECRET: 'client-secret',
};
const rule = (further: object) => JSON.stringify([{ claim: 'a', value: 'b', role: 'reader', ...further }]);

const aFile = join(folder, 'a-file');
writeFileSync(aFile, 'this is no database, only a file of more than a hundred letters. '.repeat(3));
mkdirSync(join(folder, 'a-folder'));

type Wrong = readonly [value: string, sentence: string, others?: Readonly<Record<string, string>>];

/** Of every setting, values that it cannot be and what is said of them. */
const WRONG: Readonly<Record<string, readonly Wrong[]>> = {
  PORT: [
    ['abc', '"abc" is not a port number from 0 to 65535'],
    ['65536', '"65536" is not a port number from 0 to 65535'],
    ['-1', 'is not a port number from 0 to 65535'],
    [' 3000', '" 3000" is not a port'],
    ["'3000'", `"'3000'" is not a port`],
  ],
  HOST: [
    ['http://localhost', '"http://localhost" is not a plain name or address of this machine'],
    ['localhost:3000', 'such as localhost, 0.0.0.0 or ::'],
    [
      'nowhere.invalid',
      '"nowhere.invalid" is not a name or address of this machine; set one such as localhost',
    ],
    ['203.0.113.7', '"203.0.113.7" is not a name or address of this machine'],
    ['two words', 'is not a plain name or address'],
  ],
  BASE_URL: [
    ['ftp://x', '"ftp://x" is not an http(s) address, such as https://arshjul.fylke.no'],
    ['arshjul.fylke.no', 'is not an http(s) address'],
    ['https://fylke.no/arshjul', 'should be only scheme, host and port, such as https://arshjul.fylke.no'],
    ['https://fylke.no?a=b', 'should be only scheme, host and port'],
    [`https://user:${SECRET}@fylke.no`, '"https://(hidden)@fylke.no" should be only scheme, host and port'],
  ],
  DATABASE_URL: [
    [`mysql://user:${SECRET}@localhost/db`, '"mysql://(hidden)@localhost/db" is neither a file path nor'],
    ['sqlite:db/a.sqlite', 'is neither a file path nor a postgres://… address'],
    ['postgres:localhost', 'is neither a file path nor a postgres://… address'],
    [`postgres://user:${SECRET}/@localhost/db`, 'is not a well-formed postgres://… address'],
    [`'${join(folder, 'b.sqlite')}'`, 'is in quotation marks: remove them'],
    [`${join(folder, 'b.sqlite')}\r`, 'begins or ends with white space: remove it'],
    [join(folder, 'a-folder'), 'a-folder" is a folder, not a file'],
    [aFile, 'cannot be opened as a database: file is not a database'],
    [join(aFile, 'a.sqlite'), 'cannot be opened as a database: '],
  ],
  COUNTY: [
    ['vestfold', '"vestfold" is not a county number of two digits'],
    ["'39'", `"'39'" is not a county number of two digits`],
    [' 39', '" 39" is not a county number of two digits'],
    ['99', '"99" is not one of the counties: 03 Oslo, '],
  ],
  SCHOOL_YEAR: [
    ['2026', '"2026" is not a school year; write it as 2026/2027'],
    ['2026/2028', 'the one that starts in 2026 is 2026/2027'],
    ['1999/2000', 'is outside the school years 2000/2001 to 2100/2101'],
  ],
  FIRST_CYCLE: [['draft', '"draft" is neither published nor none']],
  SECRET_KEY: [
    [SECRET, 'as it is set is shorter than 32 characters'],
    ['', 'is required with PostgreSQL: all instances share it', { DATABASE_URL: 'postgres://localhost/db' }],
  ],
  ADMIN_TOKEN: [
    ['short', 'as it is set is shorter than 16 characters'],
    [`${SECRET} ${SECRET}`, 'as it is set contains white space'],
  ],
  METRICS_TOKEN: [
    ['short', 'as it is set is shorter than 16 characters'],
    [SECRET, 'should differ from ADMIN_TOKEN', { ADMIN_TOKEN: SECRET }],
  ],
  MAX_CONNECTIONS: [
    ['0', '"0" is not a number from 1 to 1000000'],
    ['1e4', 'is not a number from 1 to 1000000'],
    ['-5', 'is not a number from 1 to 1000000'],
    ['1000001', 'is not a number from 1 to 1000000'],
  ],
  SMTP_URL: [
    ['smtp://', 'as it is set is not an smtp(s) address with a host'],
    ['smtp.fylke.no', 'is not an smtp(s) address with a host'],
    [`http://user:${SECRET}@smtp.fylke.no`, 'as it is set is not an smtp(s) address'],
    ['smtp://host:port', 'is not an smtp(s) address'],
  ],
  MAIL_FROM: [
    ['Fylket <a@fylke.no>', 'is not a plain e-mail address, such as arshjul@fylke.no'],
    ['fylke.no', '"fylke.no" is not a plain e-mail address'],
    ["'a@fylke.no'", 'is in quotation marks'],
  ],
  MAIL_BOUNCES: [['nobody', '"nobody" is not a plain e-mail address']],
  MAIL_UNSUBSCRIBE: [['nobody', '"nobody" is not a plain e-mail address']],
  TRUST_PROXY: [
    ['true', '"true" would let anyone claim any address: it should be the number of proxies in front'],
    ['false', '"false" should be the number of proxies in front (0 to 20), or a list of loopback'],
    ['proxy.fylke.no', 'should be the number of proxies in front'],
    ['10.0.0.0/99', 'should be the number of proxies'],
    ['0.0.0.0/0', 'should be the number of proxies'],
    ['loopback, nonsense', 'should be the number of proxies'],
    ['127', 'should be the number of proxies'],
    ['-1', 'should be the number of proxies'],
    [',', 'should be the number of proxies'],
  ],
  FRAME_ANCESTORS: [
    ['intranet.example', 'contains something that is not an origin, such as https://intranet.example'],
    ['https://intranet.example/page', 'contains something that is not an origin'],
  ],
  OIDC_ISSUER: [
    ['login.example', '"login.example" is not an http(s) address, such as', PROVIDER],
    ['https:login.example', 'is not an http(s) address', PROVIDER],
    [`https://a:${SECRET}@login.example`, 'should not contain a user name, a password or #', PROVIDER],
    ['https://login.example', 'OIDC_CLIENT_ID is required with OIDC_ISSUER'],
  ],
  OIDC_CLIENT_ID: [
    ['arshjul', 'has no effect without OIDC_ISSUER'],
    ['"arshjul"', 'is in quotation marks', PROVIDER],
  ],
  OIDC_CLIENT_SECRET: [
    [SECRET, 'has no effect without OIDC_ISSUER'],
    [`${SECRET}\n`, 'as it is set begins or ends with white space', PROVIDER],
  ],
  OIDC_NAME: [
    ['x'.repeat(61), 'is longer than 60 characters'],
    ["'Feide'", 'is in quotation marks'],
  ],
  OIDC_SCOPES: [
    ['profile email', '"profile email" should be a list of scopes that includes openid'],
    ["'openid email'", 'should be a list of scopes that includes openid'],
  ],
  OIDC_ROLE_MAP: [
    ['{', '"{" is not JSON: it should be a list of rules'],
    ['{}', 'should be a list of rules'],
    [rule({}), 'at 0.unit: '],
    [rule({ unit: '39 Horten' }), 'at 0.unit: should be the id of a unit'],
    [rule({ unit: '99' }), 'at 0.unit: "99" is not one of the counties: 03 Oslo, '],
    [rule({ unit: '99-horten' }), 'at 0.unit: "99" is not one of the counties'],
    [rule({ unit: '39', role: 'king' }), 'at 0.role: '],
    [rule({ unit: '39-horten', role: 'county-coordinator' }), 'at 0.role: may be county-coordinator only in'],
  ],
  OIDC_GROUPS_URL: [
    ['groups', '"groups" is not an http(s) address'],
    [`https://a:${SECRET}@groups.example`, 'should not contain a user name, a password or #'],
  ],
  OIDC_TRUST_EMAIL: [['yes', '"yes" is neither true nor false']],
  OIDC_PRIVATE_HOSTS: [
    ['https://login.example', 'should be a list of hosts, without scheme, port and path'],
    ['login.example:8443', 'should be a list of hosts'],
  ],
  LOG_LEVEL: [
    ['loud', '"loud" is not one of fatal, error, warn, info, debug, trace, silent'],
    [' info', '" info" is not one of fatal'],
  ],
};

const knowledge = loadKnowledge();
const unused = () => Promise.reject(new Error('serve alone is asked for'));

/** What `arshjul serve` says of its settings and ends with. */
async function serve(settings: Readonly<Record<string, string>>) {
  let [out, err] = ['', ''];
  const now = () => instant('2026-11-24T10:00:00Z');
  const environment: ProgramEnvironment = {
    output: {
      out: (content) => {
        out += content;
      },
      err: (text) => {
        err += text;
      },
    },
    version: '0.0.0',
    today: () => isoDate('2026-11-24'),
    baseUrl: undefined,
    now,
    access: { signInLink: unused, addExampleUnits: unused },
    storage: { backUp: unused, restore: unused, keyFile: () => undefined },
    withReminders: unused,
    migrate: unused,
    serve: async () => {
      const service = await startService(readConfig(settings), { now, version: '0.0.0', knowledge });
      await service.stop();
    },
  };
  const code = await runProgram(['serve'], environment);
  return { code, out, err };
}

const QUIET = { PORT: '0', LOG_LEVEL: 'silent' };
const inFolder = () => readdirSync(folder, { recursive: true }).map(String).sort();

describe('a setting that is wrong', () => {
  it('stands in the table, whichever it is', () => {
    expect(Object.keys(WRONG).sort()).toEqual(Object.keys(settingsSchema.shape).sort());
  });

  const rows = Object.entries(WRONG).flatMap(([name, values]) =>
    values.map(([value, sentence, others]) => ({ name, value, sentence, others })),
  );
  it.each(rows)('ends the start in one line, with 2 and nothing created: $name=$value', async (row) => {
    const { name, value, sentence, others } = row;
    const before = inFolder();
    const DATABASE_URL = join(folder, 'new', 'a.sqlite');
    const { code, out, err } = await serve({ ...QUIET, DATABASE_URL, ...others, [name]: value });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err).toMatch(/^[A-Z_]+ .*\n$/);
    expect(err).toContain(name);
    expect(err).not.toContain(SECRET);
    expect(inFolder()).toEqual(before);
  });

  it('is told by the program itself', () => {
    const told = (settings: Record<string, string>) => {
      const { code, out, err } = runArshjul(['serve'], { ...QUIET, ...settings });
      return { code, out, err };
    };
    const DATABASE_URL = join(folder, 'new', 'a.sqlite');
    expect(told({ DATABASE_URL, TRUST_PROXY: 'proxy.fylke.no' })).toEqual({
      code: 2,
      out: '',
      err: 'TRUST_PROXY "proxy.fylke.no" should be the number of proxies in front (0 to 20), or a list of loopback, linklocal, uniquelocal, addresses and networks such as 10.0.0.0/8\n',
    });
    expect(told({ DATABASE_URL, HOST: 'nowhere.invalid' })).toEqual({
      code: 2,
      out: '',
      err: 'HOST "nowhere.invalid" is not a name or address of this machine; set one such as localhost, 0.0.0.0 or ::\n',
    });
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });
});

describe('the settings', () => {
  it('are those of the table in docs/settings.md', () => {
    const settings = readFileSync(new URL('../../docs/settings.md', import.meta.url), 'utf8');
    const names = [...settings.matchAll(/^\| ([^|]*) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name),
    );
    expect(names.sort()).toEqual(Object.keys(settingsSchema.shape).sort());
  });

  it('may be an address of IPv6, and hops in front', () => {
    expect(readConfig({ HOST: '::1', TRUST_PROXY: '2' })).toMatchObject({ HOST: '::1', TRUST_PROXY: 2 });
    expect(readConfig({ TRUST_PROXY: 'loopback, 10.0.0.0/8 2001:db8::1' }).TRUST_PROXY).toEqual([
      'loopback',
      '10.0.0.0/8',
      '2001:db8::1',
    ]);
  });

  it('are logged without secrets', () => {
    const logged = JSON.stringify(
      withoutSecrets(
        readConfig({
          ...PROVIDER,
          OIDC_CLIENT_SECRET: SECRET,
          DATABASE_URL: `postgres://user:${SECRET}%40/@host/db?password=${SECRET}`.replace('/@', '@'),
          SECRET_KEY: `${SECRET}${SECRET}`,
          ADMIN_TOKEN: `${SECRET}1`,
          METRICS_TOKEN: `${SECRET}2`,
          SMTP_URL: `smtp://user:${SECRET}@host`,
        }),
      ),
    );
    expect(logged).not.toContain(SECRET);
    expect(logged).toContain('postgres://(hidden)@host/db');
  });

  it('keep a key as it is, whatever stands around it, for the addresses made with it', () => {
    const SECRET_KEY = `"${SECRET}${SECRET}" \r`;
    expect(readConfig({ SECRET_KEY }).SECRET_KEY).toBe(SECRET_KEY);
  });

  it('name the database when PostgreSQL has none of that name, nobody of that name, or is not there', async () => {
    const SECRET_KEY = 'a-key-only-for-this-test-0123456789';
    const { host, username, password } = new URL(inject('postgres'));
    const told = async (DATABASE_URL: string) => {
      const { code, err } = await serve({ ...QUIET, SECRET_KEY, DATABASE_URL });
      expect(err).not.toContain(SECRET);
      return [code, err];
    };
    expect(await told(`postgres://${username}:${password}@${host}/no-such-database`)).toEqual([
      2,
      'DATABASE_URL is refused: database "no-such-database" does not exist\n',
    ]);
    expect(await told(`postgres://nobody:${SECRET}@${host}/postgres`)).toEqual([
      2,
      expect.stringMatching(/^DATABASE_URL is refused: .*"nobody".*\n$/),
    ]);
    // A server that is down is no wrong setting: whoever starts the service may try again.
    expect(await told(`postgres://nobody:${SECRET}@localhost:1/postgres`)).toEqual([
      1,
      expect.stringMatching(/^DATABASE_URL: The database cannot be reached\. .*\n$/),
    ]);
  });

  it('say that a port is taken before a database is made', async () => {
    const other = createServer().listen(0, 'localhost');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const DATABASE_URL = join(folder, 'new', 'a.sqlite');
    const { code, err } = await serve({ ...QUIET, DATABASE_URL, PORT: String(port) });
    other.close();
    expect([code, err]).toEqual([1, `localhost:${port} is already in use; set PORT to another port\n`]);
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });
});
