import { sql } from 'kysely';
import { expect, inject, it } from 'vitest';
import { openDatabase } from '../../src/database/database.js';
import { migrate } from '../../src/database/migrate.js';
import { onDatabase, onEachDatabase } from '../database/databases.js';
import { runArshjul, runHere } from './run-arshjul.js';

onEachDatabase('a database of a newer version', (createDatabase) => {
  it('is refused in one line, and left as it was', async () => {
    const { address, drop } = await createDatabase();
    const database = openDatabase(address);
    await migrate(database);
    await sql`insert into kysely_migration values ('9999_of_tomorrow', '2030-01-01')`.execute(database);
    await database.destroy();
    const settings = {
      DATABASE_URL: address,
      LOG_LEVEL: 'silent',
      SECRET_KEY: 'a-key-only-for-this-test-0123456789',
    };
    for (const ran of [runArshjul(['serve'], settings), await runHere(['migrate'], settings)])
      expect(ran).toMatchObject({
        code: 2,
        out: '',
        err: 'DATABASE_URL names a database of a newer version of årshjul (migration 9999_of_tomorrow); start that version instead\n',
      });
    await drop();
  });
});

onDatabase('PostgreSQL', 'a database that cannot be had', (createDatabase) => {
  it.each([
    [
      'a server that is not there',
      'postgres://127.0.0.1:1/x',
      1,
      /^DATABASE_URL: The database cannot be reached\. .*ECONNREFUSED.*\n$/,
    ],
    [
      'an unknown database',
      '/not_there',
      2,
      /^DATABASE_URL is refused: database "not_there" does not exist\n$/,
    ],
  ])('is told in one line: %s', async (_what, address, code, line) => {
    const { drop } = await createDatabase();
    const DATABASE_URL = address.startsWith('/') ? inject('postgres') + address : address;
    const ran = await runHere(['serve'], {
      DATABASE_URL,
      LOG_LEVEL: 'silent',
      SECRET_KEY: 'a-key-only-for-this-test-0123456789',
    });
    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.err).toMatch(line);
    await drop();
  });
});
