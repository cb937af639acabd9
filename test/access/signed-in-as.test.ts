import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import request from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.js';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN } from '../http/test-service.js';
import { signIn, signInAs } from './sign-in.js';

const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };

onEachDatabase('as whom accounts have signed in', (createDatabase) => {
  const { service, database } = freshService(createDatabase);
  let store: Database;

  beforeEach(() => {
    store = openDatabase(database.address);
  });
  afterEach(() => store.destroy());

  const noted = async () => {
    const rows = await store
      .selectFrom('signed_in_as')
      .innerJoin('auth_users', 'auth_users.id', 'signed_in_as.user_id')
      .select(['auth_users.email', 'signed_in_as.county', 'signed_in_as.person_id'])
      .orderBy('auth_users.email')
      .execute();
    return rows.map(({ email, county, person_id }) => `${email} ${county} ${person_id}`);
  };
  /** What the migration makes of a database of the version before. */
  const migrateAgain = async () => {
    await store.schema.dropTable('signed_in_as').execute();
    const file = new URL('../../db/migrations/0018_signed_in_as.sql', import.meta.url);
    const statements = readFileSync(file, 'utf8')
      .replace(/^\s*--.*$/gm, '')
      .split(/;\s*$/m);
    for (const statement of statements) if (statement.trim() !== '') await sql.raw(statement).execute(store);
  };

  it('is known of those from before by the log, but for people whose address has been another since', async () => {
    const at = '2026-11-24T10:00:00.000Z';
    const kari = { unitId: '39', role: 'county-coordinator', name: 'Kari' };
    const { id } = await signInAs(service, database.address, { ...kari, address: 'Kari@x.example' });
    const moved = await signInAs(service, database.address, {
      ...kari,
      name: 'Per',
      address: 'per@x.example',
    });
    await request(service.url)
      .patch(`/api/people/${moved.id}`)
      .set({ ...automation, 'If-Match': '"1"' })
      .send({ address: 'vera@x.example' })
      .expect(200);
    // Who has no role yet is nobody, and whoever has one by claims is the account.
    await signIn(service, database.address, 'nobody@x.example');
    await signIn(service, database.address, 'vera@x.example');
    await store.deleteFrom('audit').where('who_id', '=', moved.id).where('at', '>', at).execute();
    const claims = await store
      .insertInto('auth_users')
      .values({
        id: 'u',
        name: 'Ola',
        email: 'ola@x.example',
        email_verified: 1,
        image: null,
        created_at: at,
        updated_at: at,
        person_id: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await store
      .insertInto('audit')
      .values({
        county: '39',
        id: 'a',
        at,
        event: 'signed-in',
        who: 'Ola',
        who_id: `39-user-${claims.id}`,
        about: null,
        detail: JSON.stringify({ role: 'reader' }),
      })
      .execute();
    expect(await noted()).toEqual([`kari@x.example 39 ${id}`, `vera@x.example 39 ${moved.id}`]);
    await migrateAgain();
    expect(await noted()).toEqual([`kari@x.example 39 ${id}`, 'ola@x.example 39 39-user-u']);
  });

  it('is known of the first coordinator, whose account was made for them', async () => {
    const [, token = ''] = /#link=(\w+)/.exec(service.greeting.join('\n')) ?? [];
    await request(service.url)
      .post('/api/sign-in/link')
      .set('Sec-Fetch-Site', 'same-origin')
      .send({ token })
      .expect(200);
    const before = await noted();
    expect(before).toHaveLength(1);
    await migrateAgain();
    expect(await noted()).toEqual(before);
  });
});
