/**
 * Plays hours of a year of reminders, one after the other, on a real database and SMTP server; tells each hour that it
 * has begun. Once a week it moves or cancels a task and publishes that. It is killed at any moment and started again.
 */
import { findCycle, listCycles } from '../../dist/cycle/cycle.store.js';
import { changeTask } from '../../dist/cycle/cycle-edits.store.js';
import { publishCycle } from '../../dist/cycle/cycle-state.store.js';
import { tasksOfCycle } from '../../dist/cycle/task.store.js';
import { openDatabase } from '../../dist/database/database.js';
import { loadKnowledge, schoolYearFor, wordingsOf } from '../../dist/datafiles/knowledge.js';
import { reminderContext } from '../../dist/reminder-setup.js';
import { runJob } from '../../dist/reminders/reminder-job.js';
import { smtpSender } from '../../dist/reminders/smtp.js';
import { SchoolYears } from '../../dist/school-years/school-years.js';

const [address, port, from, to, edits] = process.argv.slice(2);
const baseUrl = 'https://arshjul.example';
const knowledge = loadKnowledge();
const wordings = wordingsOf(knowledge);
const database = openDatabase(address);
const secretKey = 'a-key-only-for-this-test-0123456789';
const schoolYears = await SchoolYears.read(database, knowledge);
const context = reminderContext(database, knowledge, schoolYears, (language) => wordings[language], {
  secretKey,
  baseUrl,
});
const mailbox = 'arshjul@vestfold.example';
const url = `smtp://127.0.0.1:${port}`;
const sender = smtpSender({ url, from: mailbox, bounces: mailbox, unsubscribe: null, baseUrl });

/** Every seventh day at noon: the next open task moves a day of school on, or every third time is cancelled. */
async function edit(now, hour) {
  const [cycle] = await listCycles(database);
  const schoolYear = schoolYearFor(knowledge, cycle.county, cycle.schoolYear);
  const open = (await tasksOfCycle(database, cycle)).filter(
    ({ start, status }) => start > now.slice(0, 10) && status === 'planned',
  );
  const task = open[Math.floor(hour / 168) % 3];
  if (!task) return;
  const caller = { name: 'worker', role: 'county-coordinator', unit: null };
  const editing = {
    database,
    framework: knowledge.framework,
    schoolYearOf: () => schoolYear,
    caller,
    now,
    language: 'nb',
  };
  const next = schoolYear.schoolDays.find((day) => day > task.end);
  const patch =
    Math.floor(hour / 168) % 3 === 0 || !next ? { status: 'cancelled' } : { start: next, end: next };
  await changeTask(editing, task.id, patch, task.version, 'refuse', () => null);
  const { revision } = await findCycle(database, cycle.id);
  await publishCycle(editing, cycle.id, revision);
}

for (let hour = Number(from); hour < Number(to); hour += 1) {
  process.send?.({ hour });
  const now = new Date(Date.parse('2026-08-01T00:10:00Z') + hour * 3_600_000).toISOString();
  if (edits === 'edits' && hour % 168 === 108) await edit(now, hour);
  await runJob({ context, counties: async () => ['39'], send: sender.send, now: () => now });
}
process.send?.({ done: true });
sender.close();
await database.destroy();
process.disconnect?.();
