import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Mailing } from '../reminders/mailing.js';
import { scratchFolder } from '../scratch-folder.js';
import { Story } from './story.js';

// Nothing else runs it until a version is to leave its fixtures (write-fixtures.ts), by when many defaults may have changed.
it('the story that the fixtures are made of can be told by the code that stands', async () => {
  const folder = scratchFolder('story');
  const address = join(folder, 'story.sqlite');
  const mailing = await Mailing.start({ address, drop: async () => rmSync(folder, { recursive: true }) });
  try {
    const { feeds, tasks, undoable } = await new Story(mailing, address).tell();
    expect(Object.values(feeds).every((path) => path.startsWith('/feeds/'))).toBe(true);
    expect([tasks.length > 50, undoable.length > 20]).toEqual([true, true]);
  } finally {
    await mailing.stop();
  }
});
