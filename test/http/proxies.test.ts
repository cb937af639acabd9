import request from 'supertest';
import { afterEach, expect, it } from 'vitest';
import { onDatabase } from '../database/databases.js';
import { startTestService } from './test-service.js';

onDatabase('SQLite', 'behind proxies', (createDatabase) => {
  let stop: () => Promise<void> = async () => undefined;
  afterEach(() => stop());

  const serve = async (settings: Record<string, string>) => {
    const database = await createDatabase('begun');
    const service = await startTestService(database.address, { settings });
    stop = async () => {
      await service.stop();
      await database.drop();
    };
    return request(service.url);
  };

  it.each([
    ['1', (client: string) => client],
    ['1', (client: string) => `1.1.1.1, ${client}`],
    ['2', (client: string) => `1.1.1.1, ${client}, 193.0.0.9`],
    ['loopback, 193.0.0.9', (client: string) => `${client}, 193.0.0.9`],
  ])('TRUST_PROXY=%s counts each client by itself (%#)', async (TRUST_PROXY, forwardedOf) => {
    const service = await serve({ TRUST_PROXY });
    const from = (client: string) => ({ 'X-Forwarded-For': forwardedOf(client) });
    const signIn = (client: string) => service.post('/api/sign-in/link').set(from(client)).send({});
    const feed = (client: string) => service.get('/feeds/unknown.ics').set(from(client));
    for (let tries = 0; tries < 60; tries += 1)
      expect([(await signIn('193.213.112.4')).status, (await feed('193.213.112.4')).status]).not.toContain(
        429,
      );
    expect([(await signIn('193.213.112.4')).status, (await feed('193.213.112.4')).status]).toEqual([
      429, 429,
    ]);
    for (let last = 10; last < 50; last += 1)
      expect([(await signIn(`80.1.1.${last}`)).status, (await feed(`80.1.1.${last}`)).status]).not.toContain(
        429,
      );
  });

  it('/metrics is anyone’s without METRICS_TOKEN, and asks for it when it is set', async () => {
    const open = await serve({});
    await open.get('/metrics').expect(200);
    await stop();
    const METRICS_TOKEN = 'a-token-for-the-metrics-alone';
    const kept = await serve({ METRICS_TOKEN });
    const { body, headers } = await kept.get('/metrics').expect(401);
    expect([body.type, headers['www-authenticate']]).toEqual(['urn:arshjul:problem:unauthorized', 'Bearer']);
    await kept.get('/metrics').set('Authorization', `Bearer ${METRICS_TOKEN}x`).expect(401);
    const { text } = await kept.get('/metrics').set('Authorization', `Bearer ${METRICS_TOKEN}`).expect(200);
    expect(text).toContain('arshjul_outbox_messages');
    await kept.get('/healthz').expect(200);
    await kept.get('/api/settings').set('Authorization', `Bearer ${METRICS_TOKEN}`).expect(401);
    for (let n = 0; n < 28; n += 1) await kept.get('/metrics').set('Authorization', 'Bearer x').expect(401);
    await kept.get('/metrics').set('Authorization', 'Bearer x').expect(429);
    await kept.get('/metrics').set('Authorization', `Bearer ${METRICS_TOKEN}`).expect(200);
  });
});
