import { createHash } from 'node:crypto';
import { addDays, dateAt, type Instant, type IsoDate } from '../../calendar/iso-date.js';
import type { SchoolDays } from '../../calendar/school-days.js';
import { ZONE } from '../../calendar/zone.js';
import type { LateSince } from '../../cycle/late-since.use-case.js';
import type { Database } from '../../database/database.js';
import type { Framework } from '../../framework/framework.js';
import type { Language } from '../../language/text.js';
import type { PublishedEntries } from '../../task/filter/task-filter.js';
import type { SeenTask } from '../../task/unit-view.js';
import type { TaskWording } from '../../task/wording.js';
import type { Unit } from '../../units/unit.js';
import type { Settlement } from '../ledger/ledger.js';
import { forgetLapsed, lockRun, readLedger, writeRun, writeSettlements } from '../ledger/ledger.store.js';
import { kindOfOccasion, type OccasionKind } from '../ledger/occasion.js';
import { readStamps, type Stamps } from '../ledger/stamps.store.js';
import { cachedWordings } from '../mail/cached-wordings.js';
import { composeMail } from '../mail/mail.js';
import {
  correctionsOn,
  insertMessages,
  type NewMessage,
  recallMessages,
  reopenMessages,
} from '../outbox/outbox.store.js';
import { dueReminders, isTimeToRemind } from '../plan/due-reminders.js';
import { type DueReminders, isCorrection, type OwedReminder } from '../plan/owed-reminder.js';
import { indexRecipients, type RecipientIndex } from '../recipients/recipient-index.js';
import { recipientsOfCounty } from '../recipients/recipients.store.js';

/** Settlements of past tasks that are older than this many days are not read. */
const LEDGER_DAYS = 60;

/** What this process last read of a county, cached so that a minute in which nothing has changed costs little. */
export interface ReminderSnapshot {
  readonly stamps: Stamps;
  readonly published: PublishedEntries;
  readonly lateSince: LateSince;
  readonly recipients: RecipientIndex;
  /** The last day worked out with it; null when anything has changed since. */
  readonly day: IsoDate | null;
  /** The day through which all of it is settled; null when something is still open. */
  readonly knownThrough: IsoDate | null;
}

/** The dependencies of what works out which reminders are due. */
export interface DueContext {
  readonly database: Database;
  /** By county. */
  readonly snapshots: ReadonlyMap<string, ReminderSnapshot>;
  readonly publishedOf: (county: string) => Promise<PublishedEntries>;
  /** From when its units can be late. */
  readonly lateSinceOf: (county: string) => Promise<LateSince>;
  readonly schoolDaysOf: (county: string) => SchoolDays;
}

/** The dependencies of what composes messages. */
export interface ComposeContext {
  readonly framework: Framework;
  readonly wordingIn: (language: Language) => TaskWording;
  /** Writes tasks of a county as an iCalendar object. */
  readonly calendarOf: (county: string, tasks: readonly SeenTask[], wording: TaskWording) => string;
  readonly countyNameIn: (county: string, language: Language) => string;
  readonly secretKey: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
}

/** The dependencies of reminder runs, which write messages to the outbox. */
export interface ReminderContext extends DueContext, ComposeContext {
  /** By county; filled by runs. */
  readonly snapshots: Map<string, ReminderSnapshot>;
}

/** The reminders that a county owes at a moment; writes nothing. */
export async function previewReminders(
  context: DueContext,
  county: string,
  now: Instant,
): Promise<DueReminders> {
  const { database, schoolDaysOf } = context;
  const { published, lateSince, recipients } = await snapshotOf(context, county);
  const from = addDays(dateAt(now, ZONE), -LEDGER_DAYS);
  const ledger = await readLedger(database, county, from, { knownThrough: null, recalled: [] });
  return dueReminders({
    published,
    lateSince,
    recipients,
    ledger,
    schoolDays: schoolDaysOf(county),
    now,
  });
}

/**
 * Works out what a county owes and puts it into the outbox, when it is time to remind and the day is new or something has
 * changed. When called twice, or by two instances at once, each reminder is owed once. Returns the number of messages.
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

/** A county's tasks and recipients; read again only where their stamps have changed. Stamps are read first. */
async function snapshotOf(context: DueContext, county: string): Promise<ReminderSnapshot> {
  const { database, snapshots: looks, publishedOf, lateSinceOf } = context;
  const stamps = await readStamps(database, county);
  const last = looks.get(county);
  const isSame = (part: keyof Stamps) => last?.stamps[part] === stamps[part];
  if (last && isSame('tasks') && isSame('recipients')) return last;
  return {
    stamps,
    published: last && isSame('tasks') ? last.published : await publishedOf(county),
    lateSince: last && isSame('tasks') ? last.lateSince : await lateSinceOf(county),
    recipients:
      last && isSame('recipients')
        ? last.recipients
        : indexRecipients(await recipientsOfCounty(database, county)),
    day: null,
    knownThrough: null,
  };
}

/**
 * In one transaction: 1. lock the county's run, 2. stop when something has changed since the snapshot, 3. when the clock was
 * ahead, reopen what lapsed because of that, 4. recall what earlier days have not sent, 5. work out what is due, 6. write
 * messages, ledger and run. Undefined when stopped.
 */
async function settle(
  context: ReminderContext,
  county: string,
  snapshot: ReminderSnapshot,
  now: Instant,
): Promise<{ readonly snapshot: ReminderSnapshot; readonly messages: number } | undefined> {
  const { database, schoolDaysOf } = context;
  const { stamps, published, lateSince, recipients, knownThrough } = snapshot;
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
      // Corrections that were recalled are worked out again.
      knownThrough: recalled.length > 0 || wasAhead ? null : knownThrough,
      recalled,
    });
    const { messages, settled } = dueReminders({
      published,
      lateSince,
      recipients,
      ledger,
      schoolDays,
      now,
    });
    const nextDay = schoolDays.firstOnOrAfter(addDays(today, 1));
    const corrected = await correctionsOn(transaction, county, today);
    const composing = { ...context, wordingIn: cachedWordings(context.wordingIn) };
    const composed = messages.map((owed) =>
      messageOf(owed, numberOf(owed, corrected, nextDay), published.units, composing),
    );
    const inserted = await insertMessages(transaction, composed, now);
    const messageFor = messagesOf(messages, composed);
    let isPutOff = false;
    const settlements = settled.flatMap((settlement) => {
      if (settlement.outcome === 'lapsed') return [{ settlement, outboxId: null }];
      const outboxId = messageFor(settlement);
      if (outboxId === null || inserted.has(outboxId)) return [{ settlement, outboxId }];
      // The recipient has had the day's message: what becomes due later that day waits for the next one, if it can.
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

/** The kind of message that carries an occasion. */
const MESSAGE_OF: Readonly<Record<OccasionKind, OwedReminder['kind']>> = {
  lead: 'daily',
  later: 'daily',
  weekly: 'daily',
  overdue: 'daily',
  digest: 'daily',
  outlook: 'daily',
  moved: 'correction',
  changed: 'correction',
  cancelled: 'correction',
};

/**
 * Finds the id of the message that settles something: of the one that corrects the task, and for the rest of the day's
 * message. A reminder that a correction makes needless is in no daily message: the correction settles it.
 */
function messagesOf(owed: readonly OwedReminder[], composed: readonly NewMessage[]) {
  const idOf = new Map(composed.map(({ id, recipient, kind }) => [`${recipient} ${kind}`, id]));
  const corrects = new Map(
    owed.flatMap(({ recipient: { key }, items }, index) =>
      items
        .filter(isCorrection)
        .map(({ seen }) => [`${key} ${seen.task.id}`, composed[index]?.id ?? null] as const),
    ),
  );
  return ({ recipient, taskId, occasion }: Settlement): string | null => {
    const correction = corrects.get(`${recipient} ${taskId}`) ?? idOf.get(`${recipient} correction`) ?? null;
    const daily = idOf.get(`${recipient} daily`) ?? null;
    return MESSAGE_OF[kindOfOccasion(occasion)] === 'daily' ? (daily ?? correction) : (correction ?? daily);
  };
}

/** The number of a message: 1, since there is one of a kind a day, except for corrections that cannot wait a school day. */
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
  context: ComposeContext,
): NewMessage {
  const { recipient, day, kind } = owed;
  const { county, key, address, language } = recipient;
  // Derived from recipient, day, kind and number: every instance makes the same id, and so the same Message-ID.
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
