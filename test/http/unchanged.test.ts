import request from 'supertest';
import { expect, it } from 'vitest';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from './fresh-service.js';
import { ADMIN_TOKEN } from './test-service.js';

const NEW = {
  units: { county: '39', kind: 'school', name: 'Horten videregående skole' },
  feeds: { county: '39', name: 'Fristene' },
  people: {
    county: '39',
    name: 'Kari Nordmann',
    address: 'kari@skole.example',
    unitId: '39',
    role: 'reader',
  },
};

onEachDatabase('a change that changes nothing', (createDatabase) => {
  const { service } = freshService(createDatabase);
  const token = { Authorization: `Bearer ${ADMIN_TOKEN}` };

  it.each(Object.entries(NEW))('leaves version and ETag of %s as they are', async (resource, made) => {
    const created = await request(service.url).post(`/api/${resource}`).set(token).send(made).expect(201);
    const path = `/api/${resource}/${created.body.id}`;
    const patch = (body: object, version = created.body.version) =>
      request(service.url).patch(path).set(token).set('If-Match', `"${version}"`).send(body);
    const { headers, body } = await patch({ name: 'Et annet navn' }).expect(200);
    for (const nothing of [{}, { name: 'Et annet navn' }]) {
      const answer = await patch(nothing, body.version).expect(200);
      expect(answer.headers.etag).toBe(headers.etag);
      expect(answer.body).toEqual(body);
    }
    await patch({}).expect(412);
    const changed = await patch({ name: made.name }, body.version).expect(200);
    expect(changed.body).toMatchObject({ name: made.name, version: body.version + 1 });
  });
});
