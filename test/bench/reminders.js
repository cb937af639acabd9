/** Benchmarks of reminders: working out what is due for a large county, and sending through a local SMTP server. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTransport } from 'nodemailer';
import { schoolDaysOf } from '../../dist/calendar/school-days.js';
import { openDatabase } from '../../dist/database/database.js';
import { migrate } from '../../dist/database/migrate.js';
import { schoolYearFor } from '../../dist/datafiles/knowledge.js';
import { MemoryLedger } from '../../dist/reminders/ledger/ledger.js';
import { insertMessages } from '../../dist/reminders/outbox/outbox.store.js';
import { dueReminders } from '../../dist/reminders/plan/due-reminders.js';
import { indexRecipients } from '../../dist/reminders/recipients/recipient-index.js';
import { deliver } from '../../dist/reminders/send/delivery.js';
import { mailOf, smtpSender } from '../../dist/reminders/send/smtp.js';

const PEOPLE = 100_000;
const UNITS = 1000;
const MAILS = 5000;
const BLOCK = 100;
const SMTP_SERVER = fileURLToPath(new URL('smtp-server.js', import.meta.url));
const NOW = '2026-11-24T06:30:00.000Z';
const YESTERDAY = '2026-11-23';

/** A tick over 100,000 people of 1,000 schools and 300 tasks, of which one is due today for ten of the schools. */
export function benchTick(knowledge, tasks, reportRatio) {
  const schoolDays = schoolDaysOf((label) => schoolYearFor(knowledge, '39', label));
  const [pattern] = tasks;
  const far = Array.from({ length: 290 }, (_, index) => ({
    ...tasks[index % tasks.length],
    id: `far-${index}`,
  })).map((task) => ({ ...task, actor: 'school', unitId: null, start: '2027-02-01', end: '2027-02-01' }));
  const dueToday = Array.from({ length: 10 }, (_, index) => ({
    ...pattern,
    id: `due-${index}`,
    actor: 'school',
    unitId: `39-${index}`,
    kind: 'deadline',
    status: 'planned',
    basis: 'law',
    start: '2026-11-27',
    end: '2026-11-27',
  }));
  const published = { county: '39', tasks: [...far, ...dueToday], adjustments: [], units: [] };
  const recipients = indexRecipients(
    Array.from({ length: PEOPLE }, (_, index) => ({
      key: `person:${index}`,
      county: '39',
      address: `p${index}@horten.example`,
      name: `Person ${index}`,
      language: 'nb',
      unit: { id: `39-${index % UNITS}`, kind: 'school', partner: null },
      joinedOn: null,
      reminders: 'weekly',
      leadTimes: {},
      weeklyDigest: false,
      monthlyOutlook: false,
      attachesCalendar: false,
      isCoordinator: false,
      isSubscribed: true,
      follows: [],
      followed: null,
    })),
  );
  const times = [];
  for (let run = 0; run < 41; run += 1) {
    const ledger = new MemoryLedger({ settledThrough: YESTERDAY, knownThrough: YESTERDAY });
    const begun = process.hrtime.bigint();
    const { messages } = dueReminders({
      published,
      recipients,
      ledger,
      lateSince: () => null,
      schoolDays,
      now: NOW,
    });
    times.push(Number(process.hrtime.bigint() - begun) / 1e6);
    if (messages.length !== 1000) throw new Error(`${messages.length} messages`);
  }
  times.sort((a, b) => a - b);
  const name = 'tick over 100,000 people and 300 tasks with 1,000 due';
  reportRatio(`${name}, p50`, times[20], 'ms', 'the aim of 100 ms', 100);
  reportRatio(`${name}, p99`, times[40], 'ms', 'the aim of 100 ms', 100);
}

/**
 * 5,000 mails from the outbox through a local SMTP server, against bare pooled nodemailer with the same mails: in blocks
 * that take turns, so that whatever else the machine does weighs on both.
 */
export async function benchDelivery(reportRatio) {
  const folder = mkdtempSync(join(tmpdir(), 'arshjul-bench-'));
  const database = openDatabase(join(folder, 'bench.sqlite'));
  await migrate(database);
  const server = fork(SMTP_SERVER);
  const [{ port }] = await once(server, 'message');
  const url = `smtp://127.0.0.1:${port}`;
  const content = {
    name: 'Kari',
    sender: 'Vestfold',
    replyTo: null,
    calendar: null,
    subject: 'Frist: Søknad til videregående opplæring – mandag 1. mars 2027',
    text: 'Når: mandag 1. mars 2027\n'.repeat(40),
    html: '<p>Når: mandag 1. mars 2027</p>'.repeat(60),
    thread: null,
    unsubscribeUrl: 'https://arshjul.example/mail/x',
    usefulThrough: '2027-03-01',
  };
  const messages = Array.from({ length: MAILS }, (_, index) => ({
    id: `m${index}`,
    county: '39',
    recipient: `person:${index}`,
    address: `p${index}@horten.example`,
    day: '2026-11-24',
    kind: 'daily',
    number: 1,
    content,
  }));
  const from = 'arshjul@vestfold.example';
  const settings = { url, from, bounces: from, unsubscribe: null, baseUrl: 'https://arshjul.example' };
  const bare = createTransport({ url, pool: true, maxConnections: 1 });
  const sender = smtpSender(settings);
  const secondsOf = async (work) => {
    const begun = process.hrtime.bigint();
    await work();
    return Number(process.hrtime.bigint() - begun) / 1e9;
  };
  const sendBare = async (some) => {
    for (const message of some) await bare.sendMail(mailOf(message, settings));
  };
  const sendOurs = async (some) => {
    const { accepted: sent } = await deliver(database, '39', sender.send, () => NOW);
    if (sent !== some.length) throw new Error(`${sent} sent`);
  };
  const insert = (some) =>
    database.transaction().execute((transaction) => insertMessages(transaction, some, NOW));
  try {
    const warm = messages
      .slice(0, 300)
      .map((message) => ({ ...message, id: `w${message.id}`, day: '2026-11-23' }));
    await sendBare(warm);
    await insert(warm);
    await sendOurs(warm);
    let [bareSeconds, seconds] = [0, 0];
    for (let from = 0; from < MAILS; from += BLOCK) {
      const some = messages.slice(from, from + BLOCK);
      await insert(some);
      bareSeconds += await secondsOf(() => sendBare(some));
      seconds += await secondsOf(() => sendOurs(some));
    }
    reportRatio(
      '5,000 mails from the outbox',
      MAILS / seconds,
      'mails/s',
      'bare pooled nodemailer, one connection, in turns',
      MAILS / bareSeconds,
    );
  } finally {
    bare.close();
    sender.close();
    server.kill();
    await database.destroy();
    rmSync(folder, { recursive: true });
  }
}
