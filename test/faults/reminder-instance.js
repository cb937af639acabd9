/** One instance of the reminder job: woken by its parent at the moment it is told, as cron wakes it; says when it is done. */
import { openDatabase } from '../../dist/database/database.js';
import { loadKnowledge, wordingsOf } from '../../dist/datafiles/knowledge.js';
import { reminderContext } from '../../dist/reminder-setup.js';
import { runJob } from '../../dist/reminders/reminder-job.js';
import { smtpSender } from '../../dist/reminders/smtp.js';
import { SchoolYears } from '../../dist/school-years/school-years.js';

const [address, port] = process.argv.slice(2);
const baseUrl = 'https://arshjul.example';
const mailbox = 'arshjul@vestfold.example';
const knowledge = loadKnowledge();
const wordings = wordingsOf(knowledge);
const database = openDatabase(address);
const secretKey = 'a-key-only-for-this-test-0123456789';
const schoolYears = await SchoolYears.read(database, knowledge);
const context = reminderContext(database, knowledge, schoolYears, (language) => wordings[language], {
  secretKey,
  baseUrl,
});
const url = `smtp://127.0.0.1:${port}`;
const sender = smtpSender({ url, from: mailbox, bounces: mailbox, unsubscribe: null, baseUrl });
const onError = (error) => {
  throw error;
};

process.on('message', async ({ now }) => {
  await runJob({ context, counties: async () => ['39'], send: sender.send, now: () => now, onError });
  process.send({ done: now });
});
process.send({ ready: true });
