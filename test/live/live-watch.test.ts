import { afterEach, beforeEach, expect, it } from 'vitest';
import { instant } from '../../src/calendar/iso-date.js';
import { openDatabase } from '../../src/database/database.js';
import { migrate } from '../../src/database/migrate.js';
import { LiveWatch } from '../../src/live/live-watch.js';
import type { StreamEvent } from '../../src/routing/route.js';
import { onDatabase, type TestDatabase } from '../database/databases.js';
import { startTestService } from '../http/test-service.js';

onDatabase('SQLite', 'the poll of the database', (createDatabase) => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await createDatabase();
    await (await startTestService(test.address)).stop();
  });
  afterEach(() => test.drop());

  it('is one for all who watch, and none while nobody does', async () => {
    const database = openDatabase(test.address);
    await migrate(database);
    let polls = 0;
    const now = () => {
      polls += 1;
      return instant('2026-11-24T10:00:00.000Z');
    };
    const watch = new LiveWatch({ database, now, onError: () => undefined });
    watch.poll();
    expect(polls).toBe(0);
    const heard: StreamEvent[] = [];
    let ended = 0;
    const sink = {
      send: (event: StreamEvent) => void heard.push(event),
      end: () => {
        ended += 1;
      },
    };
    const leave = Array.from({ length: 50 }, () =>
      watch.watch({ cycleId: '39-2026-2027', userId: null, version: undefined }).begin(sink),
    );
    await expect.poll(() => heard.length).toBe(50);
    expect(polls).toBeLessThan(5);
    for (const each of leave.slice(1)) each();
    await watch.stop();
    expect(ended).toBe(1);
    const before = polls;
    watch.poll();
    expect(polls).toBe(before);
    await database.destroy();
  });
});
