import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/database/database.js';
import { cleanEnvironment, MAIN } from '../cli/run-arshjul.js';
import { onDatabase, onEachDatabase } from '../database/databases.js';
import { SECRET_KEY } from '../http/test-service.js';
import { inTurns } from './asking.js';

const PROVIDER = { OIDC_ISSUER: 'http://localhost:9', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'x' };

/** Each is set wrong in some way that people set it; the name is that of the setting which the line has to name. */
const WRONG: readonly (readonly [name: string, value: string, others?: Readonly<Record<string, string>>])[] =
  [
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '3000x'],
    ['PORT', 'http'],
    ['HOST', 'not a host'],
    ['HOST', '999.1.1.1'],
    ['HOST', 'nowhere.invalid'],
    ['HOST', '192.0.2.1'],
    ['BASE_URL', 'arshjul.fylke.no'],
    ['BASE_URL', 'ftp://arshjul.fylke.no'],
    ['BASE_URL', 'https://'],
    ['DATABASE_URL', 'mysql://localhost/arshjul'],
    ['DATABASE_URL', 'http://localhost/arshjul'],
    ['DATABASE_URL', 'postgres://localhost:port/arshjul'],
    ['DATABASE_URL', '/dev/null/arshjul.sqlite'],
    ['DATABASE_URL', '/'],
    ['DATABASE_URL', MAIN],
    ['COUNTY', '3'],
    ['COUNTY', '99'],
    ['COUNTY', 'Vestfold'],
    ['SCHOOL_YEAR', '2026'],
    ['SCHOOL_YEAR', '2026/2028'],
    ['SCHOOL_YEAR', '1999/2000'],
    ['SCHOOL_YEAR', '2026-2027'],
    ['FIRST_CYCLE', 'draft'],
    ['SECRET_KEY', 'short'],
    ['ADMIN_TOKEN', 'short'],
    ['ADMIN_TOKEN', 'with a space in it, 0123456789-0123456789'],
    ['METRICS_TOKEN', 'short'],
    ['MAX_CONNECTIONS', '0'],
    ['MAX_CONNECTIONS', 'many'],
    ['SMTP_URL', 'localhost:25'],
    ['SMTP_URL', 'http://localhost:25'],
    ['MAIL_FROM', 'Årshjul <arshjul@fylke.no>'],
    ['MAIL_FROM', 'arshjul'],
    ['MAIL_BOUNCES', 'arshjul'],
    ['MAIL_UNSUBSCRIBE', 'mailto:arshjul@fylke.no'],
    ['OIDC_ISSUER', 'provider.fylke.no', PROVIDER],
    ['OIDC_CLIENT_ID', '', PROVIDER],
    ['OIDC_CLIENT_SECRET', '', PROVIDER],
    ['OIDC_NAME', 'x'.repeat(61), PROVIDER],
    ['OIDC_SCOPES', 'profile email', PROVIDER],
    ['OIDC_ROLE_MAP', '{', PROVIDER],
    ['OIDC_ROLE_MAP', '{}', PROVIDER],
    ['OIDC_ROLE_MAP', '[{"claim":"groups","value":"x","unit":"39","role":"boss"}]', PROVIDER],
    [
      'OIDC_ROLE_MAP',
      '[{"claim":"groups","value":"x","unit":"99-no-such-county","role":"reader"}]',
      PROVIDER,
    ],
    ['OIDC_ROLE_MAP', '[{"claim":"groups","value":"x","unit":"39","role":"unit-coordinator"}]', PROVIDER],
    ['OIDC_GROUPS_URL', 'groups', PROVIDER],
    ['OIDC_TRUST_EMAIL', 'yes', PROVIDER],
    ['OIDC_PRIVATE_HOSTS', 'http://localhost', PROVIDER],
    ['TRUST_PROXY', 'proxy.fylke.no'],
    ['TRUST_PROXY', 'yes please'],
    ['TRUST_PROXY', '10.0.0.0/99'],
    ['TRUST_PROXY', '-1'],
    ['FRAME_ANCESTORS', 'intranet.fylke.no'],
    ['FRAME_ANCESTORS', "https://a.example; script-src 'unsafe-inline'"],
    ['LOG_LEVEL', 'loud'],
  ];

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the service with these settings; it is given ten seconds to say why it does not start. */
async function served(environment: Readonly<Record<string, string>>): Promise<Ended> {
  const service = spawn(process.execPath, [MAIN, 'serve'], { env: cleanEnvironment(environment) });
  const ended = { out: '', err: '' };
  service.stdout.on('data', (part) => {
    ended.out += part;
  });
  service.stderr.on('data', (part) => {
    ended.err += part;
  });
  const giveUp = setTimeout(() => service.kill('SIGKILL'), 20_000);
  const listening = setInterval(() => {
    if (!ended.out.includes('listening')) return;
    clearInterval(listening);
    service.kill('SIGTERM');
  }, 50);
  const [code] = await once(service, 'exit');
  clearTimeout(giveUp);
  clearInterval(listening);
  return { code, ...ended };
}

/** It names the setting in one line, and ends as a command does that cannot use its input. */
function expectOneLine(name: string, { code, out, err }: Ended): string[] {
  return [
    ...(out.includes('listening') ? ['it starts'] : []),
    ...(code === 2 ? [] : [`it ends with ${code}`]),
    ...(err.trimEnd().split('\n').length === 1 ? [] : [`it says ${err.trimEnd().split('\n').length} lines`]),
    ...(err.includes(name) ? [] : [`it does not name ${name}: ${err.slice(0, 200)}`]),
    ...(/\bat .*\.js:\d+/.test(err) ? ['it shows its inside'] : []),
  ];
}

onDatabase('SQLite', 'settings that are set wrong', (createDatabase) => {
  it('are each told in one line that names them, and nothing starts', async () => {
    const results = await inTurns(WRONG, 3, async ([name, value, others = {}]) => {
      const database = await createDatabase();
      const ended = await served({
        PORT: '0',
        HOST: '127.0.0.1',
        LOG_LEVEL: 'silent',
        DATABASE_URL: database.address,
        SECRET_KEY,
        ...others,
        [name]: value,
      });
      await database.drop();
      return { setting: `${name}=${value.slice(0, 60)}`, wrong: expectOneLine(name, ended) };
    });
    expect(results.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
  });

  it('are told without the secrets in them', async () => {
    const secret = 'tops';
    for (const name of ['SECRET_KEY', 'ADMIN_TOKEN', 'SMTP_URL']) {
      const { code, err } = await served({ PORT: '0', DATABASE_URL: '/nowhere', SECRET_KEY, [name]: secret });
      expect(code, name).toBe(2);
      expect(err).not.toContain(secret);
    }
    const address = `postgres://user:${secret}@127.0.0.1:9/nothing`;
    expect((await served({ PORT: '0', SECRET_KEY, DATABASE_URL: address })).err).not.toContain(secret);
  });

  it('are told when another program has the port', async () => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const database = await createDatabase();
    const settings = { PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: database.address, SECRET_KEY };
    const { code, err } = await served({ ...settings, LOG_LEVEL: 'silent' });
    expect([code, err.trimEnd().split('\n').length]).toEqual([1, 1]);
    server.close();
    await database.drop();
  });
});

onEachDatabase('a database of a newer version', (createDatabase) => {
  it('is told in one line and left as it is', async () => {
    const address = await createDatabase();
    const settings = {
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'silent',
      DATABASE_URL: address.address,
      SECRET_KEY,
    };
    expect((await served(settings)).code).toBe(0);
    const database = openDatabase(address.address);
    const name = '999-of-another-time';
    await database
      .insertInto('kysely_migration' as never)
      .values({ name, timestamp: '2030-01-01' } as never)
      .execute();
    await database.destroy();
    const ended = await served(settings);
    expect(expectOneLine('DATABASE_URL', ended)).toEqual([]);
    await address.drop();
  });
});
