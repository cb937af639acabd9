/** What a process that plays the reminder job is made of: the service's own parts, on a database and an SMTP server. */

import { reminderContext } from '../../dist/compose/reminder-setup.js';
import { openDatabase } from '../../dist/database/database.js';
import { loadKnowledge, wordingsOf } from '../../dist/datafiles/knowledge.js';
import { smtpSender } from '../../dist/reminders/send/smtp.js';
import { SchoolYears } from '../../dist/school-years/school-years.js';

/** The parts, for the database at an address and the server at a port. */
export async function reminderProcess(address, port) {
  const baseUrl = 'https://arshjul.example';
  const mailbox = 'arshjul@vestfold.example';
  const secretKey = 'a-key-only-for-this-test-0123456789';
  const knowledge = loadKnowledge();
  const wordings = wordingsOf(knowledge);
  const database = openDatabase(address);
  const schoolYears = await SchoolYears.read(database, knowledge);
  const context = reminderContext({
    database,
    knowledge,
    schoolYears,
    wordingIn: (language) => wordings[language],
    secretKey,
    baseUrl,
  });
  const url = `smtp://127.0.0.1:${port}`;
  const sender = smtpSender({ url, from: mailbox, bounces: mailbox, unsubscribe: null, baseUrl });
  const onError = (error) => {
    throw error;
  };
  return { knowledge, database, context, sender, onError };
}
