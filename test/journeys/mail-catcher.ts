import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { instant } from '../../src/calendar/iso-date.js';
import { reminderContext } from '../../src/compose/reminder-setup.js';
import { openDatabase } from '../../src/database/database.js';
import { runJob } from '../../src/reminders/send/reminder-job.js';
import { smtpSender } from '../../src/reminders/send/smtp.js';
import { SchoolYears } from '../../src/school-years/school-years.js';
import { knowledge } from '../calendar/samples.js';
import { wordingIn } from '../cycle/samples.js';
import { SECRET_KEY } from '../http/test-service.js';
import { TODAY } from './journey.js';

/** Runs the reminder job on a database against a real mail server; answers the mails that it got. */
export async function mailsOfJob(databaseAddress: string, baseUrl: string): Promise<ParsedMail[]> {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, _session, done) => {
      simpleParser(stream).then(
        (mail) => {
          mails.push(mail);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const database = openDatabase(databaseAddress);
  const from = 'arshjul@vestfold.example';
  const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const sender = smtpSender({ url, from, bounces: from, unsubscribe: null, baseUrl });
  try {
    const schoolYears = await SchoolYears.read(database, knowledge);
    const context = reminderContext({
      database,
      knowledge,
      schoolYears,
      wordingIn,
      secretKey: SECRET_KEY,
      baseUrl,
    });
    await runJob({
      context,
      counties: async () => ['39'],
      send: sender.send,
      now: () => instant(TODAY),
      onError: (error) => {
        throw error;
      },
    });
    return mails;
  } finally {
    sender.close();
    await database.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}
