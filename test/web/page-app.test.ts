import { readdirSync, readFileSync } from 'node:fs';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import { BUILT_PAGE } from '../../src/web/page-app.js';
import { onDatabase } from '../database/databases.js';
import { startTestService } from '../http/test-service.js';

onDatabase('SQLite', 'the page', (createDatabase) => {
  let services: readonly Service[];
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const databases = [await createDatabase('begun'), await createDatabase('begun')];
    const settings = { FRAME_ANCESTORS: 'https://intranet.vestfold.example https://*.skole.example' };
    services = [
      await startTestService(databases[0]?.address ?? ''),
      await startTestService(databases[1]?.address ?? '', { settings }),
    ];
    drop = async () => void (await Promise.all(databases.map((database) => database.drop())));
  });
  afterAll(async () => {
    await Promise.all(services.map((service) => service.stop()));
    await drop();
  });
  const get = (path: string, { framed = false } = {}) =>
    request(services[framed ? 1 : 0]?.url ?? '').get(path);

  describe('as a document', () => {
    it.each([
      '/',
      '/cycles/39-2026-2027',
      '/cycles/39-2026-2027/agenda?phase=oppstart-vg1',
      '/cycles/39-2026-2027/phases/oppstart-vg1',
      '/tasks/39-2026-2027-apen-skole',
      '/units',
    ])('answers %s', async (address) => {
      const { text, headers } = await get(address).expect(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-cache');
      expect(text).toContain('<div id="page">');
    });

    it('is in bokmål, in nynorsk for who prefers it, and in English for who asks', async () => {
      const languageOf = async (path: string, accept: string) =>
        /<html lang="(\w\w)"/.exec((await get(path).set('Accept-Language', accept)).text)?.[1];
      expect(await languageOf('/', 'en-US,en;q=0.9')).toBe('nb');
      expect(await languageOf('/', 'nn,nb;q=0.8')).toBe('nn');
      expect(await languageOf('/?language=en', 'nb')).toBe('en');
    });

    it('names files of its own host only, and nothing inline', async () => {
      const { text } = await get('/').expect(200);
      const addresses = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
      expect(addresses.length).toBeGreaterThan(2);
      for (const address of addresses) expect(address).toMatch(/^\/assets\//);
      expect(text).not.toMatch(/<style|<script(?![^>]*src=)/);
    });

    it('allows nothing inline and no other host', async () => {
      const { headers } = await get('/').expect(200);
      const policy = headers['content-security-policy'];
      expect(policy).toContain("default-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(policy).not.toMatch(/https?:/);
    });
  });

  it('keeps its files with browsers for good, compressed on the way', async () => {
    // A file of less than a kilobyte is sent as it is.
    const script = readdirSync(`${BUILT_PAGE}/assets`).find((name) => /^libraries.*\.js$/.test(name));
    const { headers } = await get(`/assets/${script}`).set('Accept-Encoding', 'gzip').expect(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-encoding']).toBe('gzip');
    await get('/assets/nothing.js').expect(404);
  });

  it('tells a part that is not there as it is, and of nothing that is only read takes a POST', async () => {
    const script = readdirSync(`${BUILT_PAGE}/assets`).find((name) => /^libraries.*\.js$/.test(name));
    const asked = () => get(`/assets/${script}`).set('Accept-Encoding', 'br');
    const { headers, body } = await asked().set('Range', 'bytes=99999999-').expect(400);
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['cache-control'] ?? '').not.toContain('immutable');
    expect(body.status).toBe(400);
    await request(services[0]?.url ?? '')
      .post(`/assets/${script}`)
      .set('Accept-Encoding', 'br')
      .expect(404);
  });

  it('sends them as the build has packed them, to those who can unpack that', async () => {
    for (const [ending, type] of [
      ['.js', 'text/javascript; charset=utf-8'],
      ['.css', 'text/css; charset=utf-8'],
    ] as const) {
      const file = readdirSync(`${BUILT_PAGE}/assets`).find((name) => name.endsWith(ending)) ?? '';
      const response = await fetch(`${services[0]?.url}/assets/${file}`, {
        headers: { 'Accept-Encoding': 'gzip, br' },
      });
      expect(response.headers.get('content-encoding')).toBe('br');
      expect(response.headers.get('content-type')).toBe(type);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(response.headers.get('vary')).toContain('Accept-Encoding');
      expect(await response.text()).toBe(readFileSync(`${BUILT_PAGE}/assets/${file}`, 'utf8'));
    }
    await get('/assets/nothing.js').set('Accept-Encoding', 'br').expect(404);
  });

  describe('in the frame of another site', () => {
    const embedded = '/embed/cycles/39-2026-2027/wheel';

    it('is refused unless the origin is configured, and everywhere but below /embed', async () => {
      for (const [path, framed] of [
        [embedded, false],
        ['/', true],
        ['/cycles/39-2026-2027', true],
      ] as const) {
        const { headers } = await get(path, { framed }).expect(200);
        expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
        expect(headers['x-frame-options']).toBe('SAMEORIGIN');
      }
    });

    it('is allowed for the origins that are configured', async () => {
      const { headers } = await get(embedded, { framed: true }).expect(200);
      expect(headers['content-security-policy']).toContain(
        'frame-ancestors https://intranet.vestfold.example https://*.skole.example;',
      );
      expect(headers['x-frame-options']).toBeUndefined();
    });
  });
});
