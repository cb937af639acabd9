import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { addDays, isoDate } from '../../src/calendar/iso-date.js';
import { schoolDaysOf } from '../../src/calendar/school-days.js';
import { schoolYearFor } from '../../src/datafiles/knowledge.js';
import { knowledge } from '../calendar/samples.js';
import { onDatabase } from '../database/databases.js';
import { checkOutbox, prepare, startServer } from './reminder-world.js';

const INSTANCE = fileURLToPath(new URL('reminder-instance.js', import.meta.url));
const PEOPLE = Array.from({ length: 20 }, (_, index) => `p${index}`);

onDatabase('PostgreSQL', 'two instances with one outbox', (createDatabase) => {
  it('send no message twice, and all of them although one is killed in the middle again and again', async () => {
    const address = await createDatabase();
    // Each task for itself: a kill is to find something on its way on most days.
    const database = await prepare(address.address, PEOPLE, { reminders: 'each-task' });
    const server = await startServer(
      () => 0.5,
      () => 2,
    );
    const start = async () => {
      const instance = fork(INSTANCE, [address.address, String(server.port)]);
      await once(instance, 'message');
      return instance;
    };
    /** Wakes an instance; resolves when it is done or dead. */
    const wake = async (instance: ChildProcess, now: string) => {
      const stop = new AbortController();
      const { signal } = stop;
      instance.send({ now });
      await Promise.race([once(instance, 'message', { signal }), once(instance, 'exit', { signal })]);
      stop.abort();
    };
    const instances: [ChildProcess, ChildProcess] = [await start(), await start()];
    const schoolDays = schoolDaysOf((label) => schoolYearFor(knowledge, '39', label));
    const share = [0, 0];
    let kills = 0;
    let repeatedBefore = 0;
    for (let day = isoDate('2026-08-17'); day < '2026-09-26'; day = addDays(day, 1)) {
      if (!schoolDays.isSchoolDay(day)) continue;
      const before = server.received.length;
      const done = Promise.all(instances.map((instance) => wake(instance, `${day}T06:10:00.000Z`)));
      const isToDie = Number(day.slice(8)) % 2 === 0;
      if (isToDie) {
        const end = Date.now() + 2000;
        while (server.received.length < before + 6 && Date.now() < end)
          await new Promise((resolve) => setTimeout(resolve, 1));
        const victim = kills % 2;
        const isMidway = server.received.length > before;
        instances[victim]?.kill('SIGKILL');
        await done;
        instances[victim] = await start();
        kills += 1;
        if (isMidway) share[victim] = (share[victim] ?? 0) + 1;
      } else {
        await done;
        // Without a kill, nothing at all is repeated.
        const repeated = server.received.length - new Set(server.received).size;
        expect(repeated).toBe(repeatedBefore);
      }
      // The claim of the one that died has ended; the other, or its successor, takes over what it left.
      await Promise.all(instances.map((instance) => wake(instance, `${day}T06:20:00.000Z`)));
      repeatedBefore = server.received.length - new Set(server.received).size;
    }
    const { days, ...figures } = await checkOutbox(database, server.received);
    expect([figures.failed, figures.lapsed]).toEqual([0, 0]);
    expect(figures.repeated).toBeLessThanOrEqual(kills);
    expect(figures.sent).toBeGreaterThan(200);
    expect(Math.min(...share)).toBeGreaterThan(0);
    process.stdout.write(
      `${JSON.stringify({ instances: 2, days: days.size, kills, midway: share, ...figures })}\n`,
    );
    for (const instance of instances) {
      instance.kill();
      await once(instance, 'exit');
    }
    await server.stop();
    await database.destroy();
    await address.drop();
  });
});
