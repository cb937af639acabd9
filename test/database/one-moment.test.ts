import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.js';
import { readAtOneMoment } from '../../src/database/one-moment.js';
import { onEachDatabase, type TestDatabase } from './databases.js';

onEachDatabase('what is read at one moment', (createDatabase) => {
  let file: TestDatabase;
  let database: Database;

  beforeEach(async () => {
    file = await createDatabase();
    database = openDatabase(file.address);
  });
  afterEach(async () => {
    await database.destroy();
    await file.drop();
  });

  const write = (id: number) =>
    database.insertInto('write_probe').values({ id, probed_at: '', padding: '' }).execute();
  const idsIn = async (where: Pick<Database, 'selectFrom'>) =>
    (await where.selectFrom('write_probe').select('id').orderBy('id').execute()).map(({ id }) => id);

  it('is what was there at first, while others write without waiting', async () => {
    await write(2);
    const read = await readAtOneMoment(database, async (transaction) => {
      const first = await idsIn(transaction);
      await write(3);
      return { first, later: await idsIn(transaction), others: await idsIn(database) };
    });
    expect(read.later).toEqual(read.first);
    expect(read.others).toEqual([...read.first, 3]);
    expect(await idsIn(database)).toEqual(read.others);
  });

  it('cannot be written in, and is over when reading fails', async () => {
    const failed = readAtOneMoment(database, (transaction) =>
      transaction.insertInto('write_probe').values({ id: 4, probed_at: '', padding: '' }).execute(),
    );
    await expect(failed).rejects.toThrow();
    await write(4);
    expect(await idsIn(database)).toContain(4);
  });
});
