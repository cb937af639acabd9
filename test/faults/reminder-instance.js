/** One instance of the reminder job: woken by its parent at the moment it is told, as cron wakes it; says when it is done. */
import { runJob } from '../../dist/reminders/send/reminder-job.js';
import { reminderProcess } from './reminder-process.js';

const [address, port] = process.argv.slice(2);
const { context, sender, onError } = await reminderProcess(address, port);

process.on('message', async ({ now }) => {
  await runJob({ context, counties: async () => ['39'], send: sender.send, now: () => now, onError });
  process.send({ done: now });
});
process.send({ ready: true });
