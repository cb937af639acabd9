import { readFileSync } from 'node:fs';
import request from 'supertest';
import { expect, it } from 'vitest';
import { declaredRoutes } from '../../src/compose/api-description.js';
import { openApiDocument } from '../../src/http/openapi.js';
import { onDatabase } from '../database/databases.js';
import { ROOT } from '../docs/markdown.js';
import { sharedService } from './fresh-service.js';
import { knowledgeOfTests } from './test-service.js';

onDatabase('SQLite', 'the description of the API', (createDatabase) => {
  const { service } = sharedService(createDatabase);
  const get = (coding = 'identity') =>
    request(service.url).get('/openapi.json').set('Accept-Encoding', coding);

  it('is served as the build has written it, of the routes as they are now', async () => {
    const { version } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));
    const described = JSON.stringify(openApiDocument(declaredRoutes(knowledgeOfTests()), version));
    expect(readFileSync(`${ROOT}/dist/openapi.json`, 'utf8'), 'run `npm run build`').toBe(described);
    const { text, headers } = await get().expect(200);
    expect(text).toBe(described);
    expect(headers).toMatchObject({
      'content-type': expect.stringContaining('application/json'),
      'cache-control': 'no-cache',
      vary: expect.stringContaining('Accept-Encoding'),
    });
  });

  it('is not sent again to who has it, in any coding', async () => {
    const tags = await Promise.all(
      ['identity', 'gzip', 'br'].map(async (coding) => {
        const { headers } = await get(coding).expect(200);
        expect(headers['content-encoding']).toBe(coding === 'identity' ? undefined : coding);
        await get(coding)
          .set('If-None-Match', headers.etag as string)
          .expect(304);
        return headers.etag;
      }),
    );
    expect(new Set(tags).size).toBe(3);
  });
});
