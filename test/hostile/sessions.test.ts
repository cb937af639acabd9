import { beforeAll, expect, it } from 'vitest';
import { addSignedIn, type SignedIn, send, signInAt } from './people.js';
import { underAttack } from './watched-service.js';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const EDGE =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0';

interface Session {
  readonly id: string;
}

underAttack('sessions that somebody else may have', (target) => {
  let own: SignedIn;
  let firefox: Record<string, string>;
  let edge: Record<string, string>;
  let stranger: SignedIn;

  beforeAll(async () => {
    const kari = { unitId: '39', role: 'reader', name: 'Kari', address: 'kari@vestfold.example' };
    own = await addSignedIn(target, kari);
    firefox = await signInAt(target, kari.address, { 'User-Agent': FIREFOX });
    edge = await signInAt(target, kari.address, { 'User-Agent': EDGE });
    const ola = { unitId: '39', role: 'reader', name: 'Ola', address: 'ola@vestfold.example' };
    stranger = await addSignedIn(target, ola);
  });

  const list = (headers: Record<string, string>) => target.service.get<Session[]>('/api/sessions', headers);
  const counts = async (headers: Record<string, string>) =>
    (await target.service.ask('GET', '/api/units?county=39', { headers })).status === 200;
  const sessionOf = async (browser: string) =>
    (await list(own.headers)).find((session) => JSON.stringify(session).includes(browser));

  it('are listed to whom they are of, with the family of the browser, and with nothing that signs in or tells a place', async () => {
    const sessions = await list(own.headers);
    expect(sessions).toHaveLength(3);
    const text = JSON.stringify(sessions);
    expect(text).toContain('Firefox');
    expect(text).toContain('Edge');
    for (const hidden of [FIREFOX, EDGE, 'rv:145', '127.0.0', 'Windows NT'])
      expect(text).not.toContain(hidden);
    const cookie = decodeURIComponent(/session_token=([^;]+)/.exec(String(firefox.Cookie))?.[1] ?? 'none');
    expect(text).not.toContain(cookie.split('.')[0]);
    expect(await list(stranger.headers)).toHaveLength(1);
  });

  it('are not listed to anybody else, nor to a program', async () => {
    const asked = { headers: own.headers, body: { name: 'program', scopes: ['read', 'write'] } };
    const { secret } = await send<{ secret: string }>(target.service, 201, 'POST', '/api/tokens', asked);
    for (const headers of [{}, { Authorization: `Bearer ${secret}` }]) {
      const { status } = await target.service.ask('GET', '/api/sessions', { headers });
      expect([401, 403]).toContain(status);
    }
  });

  it('are ended one by one by whom they are of alone', async () => {
    const session = await sessionOf('Firefox');
    const path = `/api/sessions/${session?.id}`;
    const refused = await target.service.ask('DELETE', path, { headers: stranger.headers });
    expect(refused.status).toBe(404);
    expect(await counts(firefox)).toBe(true);
    const foreign = { headers: { Cookie: String(own.headers.Cookie), 'Sec-Fetch-Site': 'cross-site' } };
    expect((await target.service.ask('DELETE', path, foreign)).status).toBe(403);
    expect((await target.service.ask('DELETE', path, { headers: own.headers })).status).toBe(200);
    expect(await counts(firefox)).toBe(false);
    expect([await counts(edge), await counts(own.headers)]).toEqual([true, true]);
  });

  it('are ended all at once', async () => {
    const { status } = await target.service.ask('DELETE', '/api/sessions', { headers: own.headers });
    expect(status).toBe(200);
    expect(await counts(edge)).toBe(false);
    expect(await counts(stranger.headers)).toBe(true);
  });
});
