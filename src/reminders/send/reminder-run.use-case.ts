import { createHash } from 'node:crypto';
import { addDays, dateAt, type Instant, type IsoDate } from '../../calendar/iso-date.js';
import type { SchoolDays } from '../../calendar/school-days.js';
import { ZONE } from '../../calendar/zone.js';
import type { Database } from '../../database/database.js';
import type { Framework } from '../../framework/framework.js';
import type { Language } from '../../language/text.js';
import type { PublishedEntries } from '../../task/task-filter.js';
import type { SeenTask } from '../../task/unit-view.js';
import type { TaskWording } from '../../task/wording.js';
import type { Unit } from '../../units/unit.js';
import type { Settlement } from '../ledger/ledger.js';
import { forgetLapsed, lockRun, readLedger, writeRun, writeSettlements } from '../ledger/ledger.store.js';
import { kindOfOccasion, type OccasionKind } from '../ledger/occasion.js';
import { readStamps, type Stamps } from '../ledger/stamps.store.js';
import { keepingTexts } from '../mail/kept-texts.js';
import { composeMail } from '../mail/mail.js';
import {
  correctionsOn,
  insertMessages,
  type NewMessage,
  recallMessages,
  reopenMessages,
} from '../outbox/outbox.store.js';
import { dueReminders, isTimeToRemind } from '../plan/due-reminders.js';
import type { DueReminders, OwedReminder } from '../plan/owed-reminder.js';
import { indexRecipients, type RecipientIndex } from '../recipients/recipient-index.js';
import { recipientsOfCounty } from '../recipients/recipients.store.js';

/** What has been settled longer ago, of tasks that are past, is not asked for. */
const LEDGER_DAYS = 60;

/** What this process has last looked at of a county. It is kept, so that a minute in which nothing has changed costs little. */
export interface ReminderSnapshot {
  readonly stamps: Stamps;
  readonly published: PublishedEntries;
  readonly recipients: RecipientIndex;
  /** The last day that was looked at; null when anything has changed since. */
  readonly day: IsoDate | null;
  /** The day through which all of it is settled; null when something is not. */
  readonly knownThrough: IsoDate | null;
}

export interface ReminderContext {
  readonly database: Database;
  /** By county; filled by looking. */
  readonly snapshots: Map<string, ReminderSnapshot>;
  readonly publishedOf: (county: string) => Promise<PublishedEntries>;
  readonly framework: Framework;
  readonly schoolDaysOf: (county: string) => SchoolDays;
  readonly wordingIn: (language: Language) => TaskWording;
  /** Writes tasks of a county as an iCalendar object. */
  readonly calendarOf: (county: string, tasks: readonly SeenTask[], wording: TaskWording) => string;
  readonly countyNameIn: (county: string, language: Language) => string;
  readonly secretKey: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
}

/** What a county owes at a moment, without writing anything. */
export async function previewReminders(
  context: ReminderContext,
  county: string,
  now: Instant,
): Promise<DueReminders> {
  const { database, schoolDaysOf } = context;
  const { published, recipients } = await snapshotOf(context, county);
  const from = addDays(dateAt(now, ZONE), -LEDGER_DAYS);
  const ledger = await readLedger(database, county, from, { knownThrough: null, recalled: [] });
  return dueReminders(published, recipients, ledger, schoolDaysOf(county), now);
}

/**
 * Works out what a county owes and puts it into the outbox, when it is time to remind and either the day is new or
 * something has changed. Called twice, or by two instances at once, it owes everything once. Answers the number of messages.
 */
export async function runReminders(context: ReminderContext, county: string, now: Instant): Promise<number> {
  if (!isTimeToRemind(context.schoolDaysOf(county), now)) return 0;
  for (;;) {
    const snapshot = await snapshotOf(context, county);
    if (snapshot.day === dateAt(now, ZONE)) return 0;
    const settled = await settle(context, county, snapshot, now);
    if (!settled) continue;
    context.snapshots.set(county, settled.snapshot);
    return settled.messages;
  }
}

/** A county's tasks and recipients, read where they are not as they were last looked at; what they are by, first. */
async function snapshotOf(context: ReminderContext, county: string): Promise<ReminderSnapshot> {
  const { database, snapshots: looks, publishedOf } = context;
  const stamps = await readStamps(database, county);
  const last = looks.get(county);
  const isSame = (part: keyof Stamps) => last?.stamps[part] === stamps[part];
  if (last && isSame('tasks') && isSame('recipients')) return last;
  return {
    stamps,
    published: last && isSame('tasks') ? last.published : await publishedOf(county),
    recipients:
      last && isSame('recipients')
        ? last.recipients
        : indexRecipients(await recipientsOfCounty(database, county)),
    day: null,
    knownThrough: null,
  };
}

/**
 * In one transaction: 1. hold the county's run, 2. give up when something has changed since the snapshot, 3. when the clock was
 * ahead, open again what it has let lapse, 4. take back what earlier days have not sent, 5. work out what is due, 6. write
 * messages, ledger and run. Undefined when given up.
 */
async function settle(
  context: ReminderContext,
  county: string,
  snapshot: ReminderSnapshot,
  now: Instant,
): Promise<{ readonly snapshot: ReminderSnapshot; readonly messages: number } | undefined> {
  const { database, schoolDaysOf } = context;
  const { stamps, published, recipients, knownThrough } = snapshot;
  const today = dateAt(now, ZONE);
  const schoolDays = schoolDaysOf(county);
  return database.transaction().execute(async (transaction) => {
    const through = await lockRun(transaction, county);
    const present = await readStamps(transaction, county);
    if (present.tasks !== stamps.tasks || present.recipients !== stamps.recipients) return undefined;
    const wasAhead = through !== null && through > today;
    if (wasAhead) {
      await forgetLapsed(transaction, county, now);
      await reopenMessages(transaction, county, now);
    }
    const recalled = await recallMessages(transaction, county, today, now);
    const ledger = await readLedger(transaction, county, addDays(today, -LEDGER_DAYS), {
      // What was in a correction that is taken back is found anew.
      knownThrough: recalled.length > 0 || wasAhead ? null : knownThrough,
      recalled,
    });
    const { messages, settled } = dueReminders(published, recipients, ledger, schoolDays, now);
    const nextDay = schoolDays.firstOnOrAfter(addDays(today, 1));
    const corrected = await correctionsOn(transaction, county, today);
    const composing = { ...context, wordingIn: keepingTexts(context.wordingIn) };
    const composed = messages.map((owed) =>
      messageOf(owed, numberOf(owed, corrected, nextDay), published.units, composing),
    );
    const inserted = await insertMessages(transaction, composed, now);
    const idOf = new Map(composed.map(({ id, recipient, kind }) => [`${recipient} ${kind}`, id]));
    let isPutOff = false;
    const settlements = settled.flatMap((settlement) => {
      if (settlement.outcome === 'lapsed') return [{ settlement, outboxId: null }];
      // What a correction tells already stands in no daily message: the correction settles it.
      const outboxId =
        idOf.get(`${settlement.recipient} ${kindOf(settlement)}`) ??
        idOf.get(`${settlement.recipient} correction`) ??
        null;
      if (outboxId === null || inserted.has(outboxId)) return [{ settlement, outboxId }];
      // The recipient has had the day's message: what comes later in the day waits for the next, if it can.
      if (settlement.start < nextDay) return [{ settlement: { ...settlement, ...LEFT_OUT }, outboxId: null }];
      isPutOff = true;
      return [];
    });
    await writeSettlements(transaction, county, settlements, now);
    await writeRun(transaction, county, today);
    const known = isPutOff ? null : today;
    return { snapshot: { ...snapshot, day: today, knownThrough: known }, messages: inserted.size };
  });
}

const LEFT_OUT = { outcome: 'lapsed', reason: 'no-message-left' } as const;

/** In which kind of message an occasion is told. */
const MESSAGE_OF: Readonly<Record<OccasionKind, OwedReminder['kind']>> = {
  lead: 'daily',
  later: 'daily',
  overdue: 'daily',
  digest: 'daily',
  outlook: 'daily',
  moved: 'correction',
  changed: 'correction',
  cancelled: 'correction',
};

const kindOf = ({ occasion }: Settlement): OwedReminder['kind'] => MESSAGE_OF[kindOfOccasion(occasion)];

/** There is one message of a kind a day; only a correction that cannot wait for the next day of school is one more. */
function numberOf(
  { recipient, kind, items }: OwedReminder,
  corrected: ReadonlyMap<string, number>,
  nextDay: IsoDate,
): number {
  const before = kind === 'correction' ? (corrected.get(recipient.key) ?? 0) : 0;
  const isPressing = items.some(
    ({ seen, notifiedStart }) =>
      seen.task.start < nextDay || (notifiedStart !== null && notifiedStart < nextDay),
  );
  return before > 0 && isPressing ? before + 1 : 1;
}

function messageOf(
  owed: OwedReminder,
  number: number,
  units: readonly Unit[],
  context: ReminderContext,
): NewMessage {
  const { recipient, day, kind } = owed;
  const { county, key, address, language } = recipient;
  // By its recipient, day, kind and number: the id that a Message-ID is made of is the same whoever makes it.
  const identity = `${county} ${key} ${day} ${kind}${number === 1 ? '' : ` ${number}`}`;
  const id = createHash('sha256').update(identity).digest('base64url').slice(0, 24);
  const wording = context.wordingIn(language);
  const content = composeMail(owed, {
    wording,
    calendarOf: (tasks) => context.calendarOf(county, tasks, wording),
    countyName: context.countyNameIn(county, language),
    units,
    replyTo: units.find((unit) => unit.kind === 'county')?.address ?? null,
    secretKey: context.secretKey,
    baseUrl: context.baseUrl,
  });
  return { id, county, recipient: key, address, day, kind, number, content };
}
