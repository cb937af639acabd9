import request from 'supertest';
import { expect, it } from 'vitest';
import { onDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, SECRET_KEY, startTestService } from './test-service.js';

onDatabase('SQLite', 'the settings of the service', (createDatabase) => {
  it('are told without its secrets', async () => {
    const database = await createDatabase('begun');
    const service = await startTestService(database.address, {
      settings: {
        BASE_URL: 'https://arshjul.example',
        SMTP_URL: 'smtp://user:a-password@localhost:2525',
        MAIL_FROM: 'arshjul@fylke.example',
        OIDC_ISSUER: 'https://provider.example',
        OIDC_CLIENT_ID: 'a-client',
        OIDC_CLIENT_SECRET: 'a-client-secret',
        OIDC_NAME: 'Feide',
        OIDC_ROLE_MAP: JSON.stringify([
          {
            claim: 'groups',
            value: 'a',
            and: [{ claim: 'b', value: 'c' }],
            unit: '39',
            role: 'county-coordinator',
          },
        ]),
      },
    });
    try {
      const { body, text } = await request(service.url)
        .get('/api/settings')
        .set('Authorization', `Bearer ${ADMIN_TOKEN}`)
        .expect(200);
      expect(body).toMatchObject({
        baseUrl: 'https://arshjul.example',
        database: 'sqlite',
        county: '39',
        mail: { from: 'arshjul@fylke.example', bounces: null },
        provider: {
          name: 'Feide',
          rules: [
            {
              conditions: [
                { claim: 'groups', value: 'a' },
                { claim: 'b', value: 'c' },
              ],
              unit: '39',
            },
          ],
        },
        automation: true,
      });
      for (const secret of ['a-password', 'a-client-secret', ADMIN_TOKEN, SECRET_KEY, database.address])
        expect(text).not.toContain(secret);
    } finally {
      await service.stop();
      await database.drop();
    }
  });
});
