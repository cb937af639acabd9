import type { Instant } from '../calendar/iso-date.js';
import type { Reminders } from '../cli/reminder-commands.js';
import { lateSinceOfUnits } from '../cycle/late-since.use-case.js';
import { type Database, openDatabase } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { countyOf, type Knowledge, loadKnowledge, wordingsOf } from '../datafiles/knowledge.js';
import { renderVcalendar } from '../feeds/vcalendar.js';
import { inLanguage, type Language } from '../language/text.js';
import { outboxOf } from '../reminders/outbox/outbox.store.js';
import { readTasksToRemind } from '../reminders/plan/published-tasks.js';
import { runAnnouncements } from '../reminders/send/announcement-run.use-case.js';
import { deliver } from '../reminders/send/delivery.js';
import {
  previewReminders,
  type ReminderContext,
  runReminders,
} from '../reminders/send/reminder-run.use-case.js';
import { simulateCounty } from '../reminders/send/simulate.use-case.js';
import { type SmtpSender, smtpSender } from '../reminders/send/smtp.js';
import { SchoolYears } from '../school-years/school-years.js';
import type { TaskWording } from '../task/wording.js';
import { baseUrlOf, type Config } from './config.js';
import { configuredCounty } from './configured-county.js';
import { secretKeyFor } from './secret-key.js';

/** What the context of reminders is put together from. */
export interface ReminderParts {
  readonly database: Database;
  readonly knowledge: Knowledge;
  readonly schoolYears: SchoolYears;
  readonly wordingIn: (language: Language) => TaskWording;
  /** What the links in mails are signed with. */
  readonly secretKey: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
}

/** What the reminders of a county are worked out from. */
export function reminderContext({
  database,
  knowledge,
  schoolYears,
  wordingIn,
  secretKey,
  baseUrl,
}: ReminderParts): ReminderContext {
  const countyNameIn = (county: string, language: Language) =>
    inLanguage(countyOf(knowledge, county).name, language);
  return {
    secretKey,
    baseUrl,
    database,
    snapshots: new Map(),
    framework: knowledge.framework,
    publishedOf: (county) => readTasksToRemind(database, county),
    lateSinceOf: (county) => lateSinceOfUnits(database, county),
    schoolDaysOf: schoolYears.schoolDaysOf,
    wordingIn,
    calendarOf: (county, tasks, wording) => {
      const place = countyNameIn(county, wording.language);
      const head = { name: wording.t('feed.name', { place }), description: wording.t('mail.calendar') };
      return renderVcalendar(head, tasks, wording, {
        baseUrl,
        alarms: false,
        layerName: null,
      });
    },
    countyNameIn,
  };
}

/** The way to the configured SMTP server; undefined without one. */
export function senderOf(config: Config, baseUrl: string): SmtpSender | undefined {
  const { SMTP_URL: url, MAIL_FROM: from, MAIL_BOUNCES: bounces, MAIL_UNSUBSCRIBE: unsubscribe } = config;
  return url === undefined
    ? undefined
    : smtpSender({ url, from, bounces: bounces ?? from, unsubscribe: unsubscribe ?? null, baseUrl });
}

/** Does something with the reminders of the configured county, on its database, without serving anything. */
export async function withReminders(
  config: Config,
  now: () => Instant,
  work: (reminders: Reminders) => Promise<void>,
): Promise<void> {
  const knowledge = loadKnowledge();
  const county = configuredCounty(config, knowledge).number;
  const database = openDatabase(config.DATABASE_URL);
  const baseUrl = baseUrlOf(config);
  const sender = senderOf(config, baseUrl);
  try {
    await migrate(database);
    const wordings = wordingsOf(knowledge);
    const secretKey = secretKeyFor(config);
    const schoolYears = await SchoolYears.read(database, knowledge);
    const wordingIn = (language: Language) => wordings[language];
    const context = reminderContext({ database, knowledge, schoolYears, wordingIn, secretKey, baseUrl });
    await work({
      preview: (moment) => previewReminders(context, county, moment),
      run: async (moment) => {
        const messages =
          (await runReminders(context, county, moment)) + (await runAnnouncements(context, county, moment));
        if (sender) await deliver(database, county, sender.send, now);
        return messages;
      },
      simulate: (from, to) => simulateCounty(context, county, from, to),
      outbox: () => outboxOf(database, county),
    });
  } finally {
    sender?.close();
    await database.destroy();
  }
}
