import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runArshjul, runHere, serveArshjul } from '../cli/run-arshjul.js';

const folder = mkdtempSync(join(tmpdir(), 'arshjul-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ADMIN_TOKEN = 'a-token-only-for-this-test';

it('no secret of a sign-in stands in the log, however much is logged', async () => {
  const settings = {
    LOG_LEVEL: 'trace',
    PORT: '0',
    ADMIN_TOKEN,
    DATABASE_URL: join(folder, 'log.sqlite'),
    SCHOOL_YEAR: '2026/2027',
  };
  const { url, greeting, log, stop } = await serveArshjul(settings);
  const link = /#link=(\w+)/.exec(greeting)?.[1] ?? '';
  const own = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' };
  const post = (path: string, body: object, more: Record<string, string> = {}) =>
    fetch(url + path, { method: 'POST', headers: { ...own, ...more }, body: JSON.stringify(body) });
  const signedIn = await post('/api/sign-in/link', { token: link });
  expect(signedIn.status).toBe(200);
  const Cookie = signedIn.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
  const made = await post('/api/tokens', { name: 'x', scopes: ['read'] }, { Cookie });
  const { secret } = (await made.json()) as { secret: string };
  const wrong = 'arshjul_a-guess-that-is-wrong';
  for (const bearer of [secret, wrong, ADMIN_TOKEN])
    await fetch(`${url}/api/units?county=39`, { headers: { Authorization: `Bearer ${bearer}` } });
  await post('/api/sign-in/link', { token: link });
  await post('/api/sign-in/link', { token: 'x'.repeat(500) });
  const back = '/api/auth/callback/oidc?code=a-secret-code&state=a-secret-state';
  await fetch(url + back, { redirect: 'manual' });
  await stop();
  expect(log()).toContain('/api/sign-in/link');
  const cookie = decodeURIComponent(Cookie).split('=')[1]?.split('.')[0] ?? '';
  for (const known of [link, secret, wrong, ADMIN_TOKEN, cookie, 'a-secret-code', 'a-secret-state'])
    expect(log()).not.toContain(known);
});

it('a link is made in the terminal for a coordinator who is named, and for nobody without an address', async () => {
  const settings = { DATABASE_URL: join(folder, 'cli.sqlite') };
  const made = runArshjul(['sign-in-link', '--address', 'kari@fylke.example', '--name', 'Kari'], settings);
  expect(made).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^http:\/\/localhost:3000\/sign-in#link=\w{32}\n$/),
  });
  expect(await runHere(['sign-in-link', '--address', 'kari'], settings)).toMatchObject({
    code: 2,
    err: '--address: "kari" is not an e-mail address\n',
  });
});

it('example units are added when they are asked for, once, and say that they are examples', async () => {
  const settings = { DATABASE_URL: join(folder, 'examples.sqlite') };
  expect(runArshjul(['example-units'], settings).err).toMatch(/^9 units added/);
  expect((await runHere(['example-units'], settings)).err).toMatch(/^0 units added/);
});
