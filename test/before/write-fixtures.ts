import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { it } from 'vitest';
import { Mailing } from '../reminders/mailing.js';
import { scratchFolder } from '../scratch-folder.js';
import { FIXTURES, writeFixtures } from './fixtures.js';
import { observe } from './observe.js';
import { Story } from './story.js';

/**
 * Writes fixtures/ by the code that stands, in about a minute: `npm run build`, then
 * `npx vitest run --config test/before/vitest.config.ts`. It is run at a version that others will come after, never at one that is
 * to be held against it; fixtures/about.json says at which it was. With `FIXTURES=/tmp/tried` in the environment it writes
 * there instead, to see that it still can.
 * 1. Tell the story on an empty database. 2. Make it one small file. 3. Observe the service on copies of it.
 */
it('writes what this version leaves to those after it', async () => {
  const folder = scratchFolder('before');
  try {
    const address = join(folder, 'story.sqlite');
    const mailing = await Mailing.start({ address, drop: async () => undefined });
    const told = await new Story(mailing, address).tell().finally(() => mailing.stop());
    const small = join(folder, 'small.sqlite');
    const story = new SqliteDatabase(address);
    story.prepare('vacuum into ?').run(small);
    story.close();
    const database = readFileSync(small);
    const observed = await observe(database, told);
    const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
    // The last change of what is observed; the tests of it may be newer.
    const [commit = '', subject = ''] = git('log', '-1', '--format=%H%n%s', '--', 'src', 'data', 'db').split(
      '\n',
    );
    writeFixtures(process.env.FIXTURES ?? FIXTURES, database, observed, { commit, subject });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
