import { createHash } from 'node:crypto';
import { addDays, dateAt, type Instant } from '../calendar/iso-date.js';
import type { SchoolDays } from '../calendar/school-days.js';
import type { PublishedEntries } from '../cycle/task-filter.js';
import type { TaskWording } from '../cycle/wording.js';
import type { Database } from '../database/database.js';
import type { Language } from '../language/text.js';
import { due, isTimeToRemind } from './due.js';
import { lockRun, readLedger, writeRun, writeSettlements } from './ledger.store.js';
import { composeMail } from './mail.js';
import { insertMessages, type NewMessage, recallMessages } from './outbox.store.js';
import type { Due, Owed } from './owed.js';
import { recipientsOfCounty } from './people.store.js';
import { indexRecipients } from './recipient-index.js';

const ZONE = 'Europe/Oslo';

/** What has been settled longer ago, of tasks that are past, is not asked for. */
const LEDGER_DAYS = 60;

export interface ReminderContext {
  readonly database: Database;
  readonly publishedOf: (county: string) => Promise<PublishedEntries>;
  readonly schoolDaysOf: (county: string) => SchoolDays;
  readonly wordingIn: (language: Language) => TaskWording;
  readonly secretKey: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
}

/** What a county owes at a moment, without writing anything. */
export async function previewReminders(context: ReminderContext, county: string, now: Instant): Promise<Due> {
  const { database } = context;
  const ledger = await readLedger(database, county, addDays(dateAt(now, ZONE), -LEDGER_DAYS));
  const recipients = indexRecipients(await recipientsOfCounty(database, county));
  return due(await context.publishedOf(county), recipients, ledger, context.schoolDaysOf(county), now);
}

/**
 * Works out what a county owes and puts it into the outbox, in one transaction, when it is time to remind: 1. hold the county's run, 2. take back
 * what earlier days have not sent, 3. work out what is due, 4. write messages, ledger and run. Called twice, or by two
 * instances at once, it owes everything once. Answers the number of messages.
 */
export async function runReminders(context: ReminderContext, county: string, now: Instant): Promise<number> {
  const { database, schoolDaysOf } = context;
  const today = dateAt(now, ZONE);
  const schoolDays = schoolDaysOf(county);
  if (!isTimeToRemind(schoolDays, now)) return 0;
  const published = await context.publishedOf(county);
  return database.transaction().execute(async (transaction) => {
    await lockRun(transaction, county);
    await recallMessages(transaction, county, today, now);
    const ledger = await readLedger(transaction, county, addDays(today, -LEDGER_DAYS));
    const recipients = indexRecipients(await recipientsOfCounty(transaction, county));
    const { messages, settled } = due(published, recipients, ledger, schoolDays, now);
    const composed = messages.map((owed) => messageOf(owed, context));
    await insertMessages(transaction, composed, now);
    const messageIds = new Map(composed.map(({ id, recipient, kind }) => [`${recipient} ${kind}`, id]));
    await writeSettlements(
      transaction,
      county,
      settled.map((settlement) => {
        const kind = /^(moved|cancelled)/.test(settlement.occasion) ? 'correction' : 'daily';
        const id =
          settlement.outcome === 'owed' ? messageIds.get(`${settlement.recipient} ${kind}`) : undefined;
        return { settlement, outboxId: id ?? null };
      }),
      now,
    );
    await writeRun(transaction, county, { at: now, through: today });
    return composed.length;
  });
}

function messageOf(owed: Owed, { wordingIn, secretKey, baseUrl }: ReminderContext): NewMessage {
  const { recipient, day, kind } = owed;
  const { county, key, address, language } = recipient;
  // By its recipient, day and kind: the id that a Message-ID is made of is the same whoever makes it.
  const id = createHash('sha256').update(`${county} ${key} ${day} ${kind}`).digest('base64url').slice(0, 24);
  const content = composeMail(owed, { wording: wordingIn(language), secretKey, baseUrl });
  return { id, county, recipient: key, address, day, kind, content };
}
