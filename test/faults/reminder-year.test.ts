import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { addDays, isoDate } from '../../src/calendar/iso-date.js';
import { schoolDaysOf } from '../../src/calendar/school-days.js';
import { schoolYearFor } from '../../src/datafiles/knowledge.js';
import { readTasksToRemind } from '../../src/reminders/published-tasks.store.js';
import { knowledge } from '../calendar/samples.js';
import { onDatabase } from '../database/databases.js';
import { checkOutbox, prepare, startServer } from './reminder-world.js';

const WORKER = fileURLToPath(new URL('reminder-worker.js', import.meta.url));
const HOURS = 365 * 24;
const PEOPLE = ['kari', 'ola', 'per', 'siri'];

const YEARS = [
  ['SQLite', 100],
  ['PostgreSQL', 30],
] as const;

for (const [engine, toKill] of YEARS)
  onDatabase(engine, 'a school year of reminders', (createDatabase) => {
    it(`is delivered, or recorded as failed or lapsed, over ${toKill} kills and a server that does as it likes`, async () => {
      const address = await createDatabase();
      const database = await prepare(address.address, [...PEOPLE, 'gone']);
      let isWild = true;
      const server = await startServer(() => (isWild ? Math.random() : 1));
      let hour = 0;
      let kills = 0;
      let isDone = false;
      let outage = Promise.resolve();
      while (!isDone) {
        const worker: ChildProcess = fork(WORKER, [
          address.address,
          String(server.port),
          String(hour),
          String(HOURS),
          'edits',
        ]);
        worker.on('message', (message: { hour?: number; done?: true }) => {
          hour = message.hour ?? hour;
          isDone = message.done ?? isDone;
        });
        const end = once(worker, 'exit');
        if (kills < toKill) {
          // From the first hour that it plays on, at any moment.
          await Promise.race([once(worker, 'message'), end]);
          await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 600));
          if (worker.kill('SIGKILL') && !isDone) kills += 1;
          // Long enough that the next worker meets it.
          if (kills % 5 === 0) outage = outage.then(() => server.outage(2500));
        }
        await end;
      }
      await outage;
      isWild = false;
      const last = fork(WORKER, [address.address, String(server.port), String(HOURS), String(HOURS + 72)]);
      await once(last, 'exit');
      const { days, ...figures } = await checkOutbox(database, server.received);
      expect(figures.repeated).toBeLessThanOrEqual(kills + server.counts.dropped);

      // Every way of failing was met, and the days after both changes of the clock were played.
      for (const count of Object.values(server.counts)) expect(count).toBeGreaterThan(0);
      const mondays = ['2026-10-26', '2027-03-29'].map((day) => [...days].some((each) => each >= day));
      expect(mondays).toEqual([true, true]);

      // Each lead time of each task that nobody has touched is settled, for everybody whose mail arrives.
      const schoolDays = schoolDaysOf((label) => schoolYearFor(knowledge, '39', label));
      const { tasks } = await readTasksToRemind(database, '39');
      const settled = new Set(
        (
          await database.selectFrom('reminder_ledger').select(['recipient', 'task_id', 'occasion']).execute()
        ).map(({ recipient, task_id, occasion }) => `${recipient} ${task_id} ${occasion}`),
      );
      const people = await database.selectFrom('people').select(['id', 'name']).execute();
      const untouched = tasks.filter(({ version, actor }) => version === 1 && actor === 'school-owner');
      const first = schoolDays.firstOnOrAfter(isoDate('2026-08-01'));
      const missing = untouched.flatMap(({ id, start, reminders }) =>
        reminders.flatMap((lead) => {
          const day = schoolDays.lastOnOrBefore(addDays(start, -lead));
          if (start < first || day > '2027-06-18') return [];
          return people
            .filter(({ name }) => PEOPLE.includes(name))
            .map((person) => `person:${person.id} ${id} lead:${lead}:${start}`)
            .filter((key) => !settled.has(key));
        }),
      );
      expect(missing).toEqual([]);
      process.stdout.write(
        `${JSON.stringify({ engine, days: days.size, kills, ...figures, ...server.counts, received: server.received.length })}\n`,
      );
      await server.stop();
      await database.destroy();
      await address.drop();
    });
  });
