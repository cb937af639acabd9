import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { addDays, isoDate } from '../../src/calendar/iso-date.js';
import { schoolDaysOf } from '../../src/calendar/school-days.js';
import { schoolYearFor } from '../../src/datafiles/knowledge.js';
import { kindOfOccasion, type OccasionText } from '../../src/reminders/ledger/occasion.js';
import { readTasksToRemind } from '../../src/reminders/plan/published-tasks.js';
import { leadTimesFor } from '../../src/reminders/recipients/recipient.js';
import { recipientsOfCounty } from '../../src/reminders/recipients/recipients.store.js';
import { knowledge } from '../calendar/samples.js';
import { onDatabase } from '../database/databases.js';
import { checkOutbox, prepare, startServer } from './reminder-world.js';

const WORKER = fileURLToPath(new URL('reminder-worker.js', import.meta.url));
const HOURS = 365 * 24;
const PEOPLE = ['kari', 'ola', 'per', 'siri'];

/** A worker plays some hours on between what it tells and its death; so many are kept for each. */
const HOURS_A_KILL = 72;
/** The last three weeks, in the summer holiday, are kept for deaths that came later than they should on a busy machine. */
const HOURS_TO_SPARE = 21 * 24;
/** By how many hours the clock is wrong, or the service was away, when it comes back after the deaths of autumn and winter. */
const JUMPS = [1, -3, 24, -30, 21 * 24];
/** From the second of September on: everything has been looked at once by then. */
const FIRST_JUMP = 32 * 24;
/** For so many hours, in November, the clock is two weeks ahead. */
const [AHEAD_FROM, AHEAD_BY, AHEAD_FOR] = [100 * 24, 14 * 24, 12];

const YEARS = [
  ['SQLite', 100],
  ['PostgreSQL', 30],
] as const;

/** Resolves when a worker begins an hour such as this. */
const reached = (worker: ChildProcess, isSuch: (hour: number) => boolean) =>
  new Promise<void>((resolve) => {
    worker.on('message', ({ hour }: { hour?: number }) => {
      if (hour !== undefined && isSuch(hour)) resolve();
    });
  });

for (const [engine, toKill] of YEARS)
  onDatabase(engine, 'a school year of reminders', (createDatabase) => {
    it(`is delivered, or recorded as failed or lapsed, over ${toKill} kills and a server that does as it likes`, async () => {
      const address = await createDatabase();
      const database = await prepare(address.address, [...PEOPLE, 'gone']);
      let isWild = true;
      const server = await startServer(() => (isWild ? Math.random() : 1));
      let hour = 0;
      let kills = 0;
      let wasAhead = false;
      const jumps = [...JUMPS];
      let isDone = false;
      let outage = Promise.resolve();
      const play = (from: number, to: number) =>
        fork(WORKER, [address.address, String(server.port), String(from), String(to), 'edits']);
      while (!isDone) {
        const worker: ChildProcess = play(hour, HOURS);
        let isKilled = false;
        worker.on('message', (message: { hour?: number; done?: true }) => {
          hour = message.hour ?? hour;
          isDone = message.done ?? isDone;
        });
        const end = once(worker, 'exit');
        if (kills < toKill) {
          // Spread over the year, in the hour in which mails go out, at any moment of it.
          const left = toKill - kills;
          const free = Math.max(0, HOURS - HOURS_TO_SPARE - hour - HOURS_A_KILL * left);
          const from = hour + (free / left) * 2 * Math.random();
          await Promise.race([reached(worker, (at) => at >= from && at % 24 >= 5 && at % 24 <= 7), end]);
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
          isKilled = worker.kill('SIGKILL');
          if (isKilled && !isDone) kills += 1;
          // Long enough that the next worker meets it.
          if (kills % 5 === 0) outage = outage.then(() => server.outage(2500));
        }
        const [code] = await end;
        // It never dies by itself.
        expect([isKilled, code]).toEqual([isKilled, isKilled ? null : 0]);
        if (!isKilled || isDone) continue;
        if (hour > AHEAD_FROM && !wasAhead) {
          wasAhead = true;
          await once(play(hour + AHEAD_BY, hour + AHEAD_BY + AHEAD_FOR), 'exit');
        } else if (hour > FIRST_JUMP) hour += jumps.shift() ?? 0;
      }
      expect([kills, wasAhead, jumps]).toEqual([toKill, true, []]);
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

      // Each task that nobody has touched is settled for everybody whose mail arrives: by the week's list for those who have
      // chosen nothing, and so is each day before a deadline by law or national date; by each lead time for the others.
      const schoolDays = schoolDaysOf((label) => schoolYearFor(knowledge, '39', label));
      const { tasks } = await readTasksToRemind(database, '39');
      const rows = await database
        .selectFrom('reminder_ledger')
        .select(['recipient', 'task_id', 'occasion'])
        .execute();
      const settled = new Set(
        rows.flatMap(({ recipient, task_id, occasion }) => [
          `${recipient} ${task_id} ${occasion}`,
          `${recipient} ${task_id} ${kindOfOccasion(occasion as OccasionText)}`,
        ]),
      );
      const recipients = (await recipientsOfCounty(database, '39')).filter(({ name }) =>
        PEOPLE.includes(name),
      );
      const untouched = tasks.filter(({ version, actor }) => version === 1 && actor === 'school-owner');
      const first = schoolDays.firstOnOrAfter(isoDate('2026-08-01'));
      const missing = untouched.flatMap((task) =>
        recipients.flatMap((recipient) => {
          const { id, start } = task;
          const leads = leadTimesFor(recipient, task).filter((lead) => {
            const day = schoolDays.lastOnOrBefore(addDays(start, -lead));
            return start >= first && day <= '2027-06-18';
          });
          const owed = leads.map((lead) => `${recipient.key} ${id} lead:${lead}:${start}`);
          const isListed = recipient.reminders === 'weekly' && start >= first && start <= '2027-06-18';
          return [...owed, ...(isListed ? [`${recipient.key} ${id} weekly`] : [])].filter(
            (key) => !settled.has(key),
          );
        }),
      );
      expect(missing).toEqual([]);
      expect(untouched.length).toBeGreaterThan(30);
      // Those who have been told of a task that was changed then are told so.
      expect(figures.corrections).toBeGreaterThan(5);
      process.stdout.write(
        `${JSON.stringify({ engine, days: days.size, kills, ...figures, ...server.counts, received: server.received.length })}\n`,
      );
      await server.stop();
      await database.destroy();
      await address.drop();
    });
  });
