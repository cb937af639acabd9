/**
 * Plays hours of a year of reminders, one after the other, on a real database and SMTP server; tells each hour that it
 * has begun. Every other day it changes a task at random and publishes that. It is killed at any moment and started again,
 * with whatever hour its clock shows then.
 */
import { findCycle, listCycles } from '../../dist/cycle/cycle.store.js';
import { changeTask } from '../../dist/cycle/edit/edit-tasks.use-case.js';
import { publishCycle } from '../../dist/cycle/lifecycle/cycle-state.use-case.js';
import { tasksOfCycle } from '../../dist/cycle/task.store.js';
import { schoolYearFor } from '../../dist/datafiles/knowledge.js';
import { runJob } from '../../dist/reminders/send/reminder-job.js';
import { reminderProcess } from './reminder-process.js';

const [address, port, from, to, edits] = process.argv.slice(2);
const { knowledge, database, context, sender, onError } = await reminderProcess(address, port);

const EDITS_A_DAY = 0.5;
const oneOf = (list) => list[Math.floor(Math.random() * list.length)];
const dayAfter = (now, days) => new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);

/** A task of the next weeks is renamed, moved, given a time of day, done or cancelled; or comes back when it was cancelled. */
async function edit(now) {
  const [cycle] = await listCycles(database);
  const schoolYear = schoolYearFor(knowledge, cycle.county, cycle.schoolYear);
  const soon = (await tasksOfCycle(database, cycle)).filter(
    ({ start }) => start >= dayAfter(now, 0) && start < dayAfter(now, 21),
  );
  const task = oneOf(soon);
  if (!task) return;
  const day = oneOf(schoolYear.schoolDays.filter((day) => day > dayAfter(now, 0) && day < dayAfter(now, 60)));
  const patch =
    task.status === 'cancelled'
      ? { status: 'planned' }
      : oneOf([
          { title: `${task.title.nb ?? 'Ny'} (endret)`.slice(0, 100) },
          { startTime: '10:00', endTime: '11:00' },
          { status: 'done' },
          { status: 'cancelled' },
          ...(day ? [{ start: day, end: day }] : []),
        ]);
  const editing = {
    database,
    framework: knowledge.framework,
    schoolYearOf: () => schoolYear,
    caller: { name: 'worker', role: 'county-coordinator', unit: null },
    now,
    language: 'nb',
  };
  await changeTask(editing, { taskId: task.id, patch, ifMatch: task.version, onStale: 'refuse' }, () => null);
  const { revision } = await findCycle(database, cycle.id);
  await publishCycle(editing, cycle.id, revision);
}

for (let hour = Number(from); hour < Number(to); hour += 1) {
  process.send?.({ hour });
  const now = new Date(Date.parse('2026-08-01T00:10:00Z') + hour * 3_600_000).toISOString();
  if (edits === 'edits' && Math.random() < EDITS_A_DAY / 24) await edit(now);
  await runJob({ context, counties: async () => ['39'], send: sender.send, now: () => now, onError });
}
process.send?.({ done: true });
sender.close();
await database.destroy();
process.disconnect?.();
