import { createHash } from 'node:crypto';
import { dateAt, type Instant, type IsoDate } from '../../calendar/iso-date.js';
import { ZONE } from '../../calendar/zone.js';
import { findCycle } from '../../cycle/cycle.store.js';
import {
  type Announcement,
  announcedChanges,
  hasAnnouncements,
  messageOf,
  takeAnnouncements,
} from '../../cycle/history/announcement.store.js';
import type { ChangeNames } from '../../cycle/history/change-in-words.js';
import { changeNames } from '../../cycle/history/change-names.use-case.js';
import type { EntryChange } from '../../cycle/history.js';
import type { Database, Transaction } from '../../database/database.js';
import { inLanguage, type Language } from '../../language/text.js';
import { peopleOfCounty } from '../../people/people.store.js';
import { isAdjustment, isTask } from '../../task/entry.js';
import type { PublishedEntries } from '../../task/filter/task-filter.js';
import { isResponsible } from '../../task/unit-view.js';
import { composeAnnouncement } from '../mail/announcement-mail.js';
import { insertMessages, type NewMessage } from '../outbox/outbox.store.js';
import { isTimeToRemind } from '../plan/due-reminders.js';
import type { Recipient } from '../recipients/recipient.js';
import { groupTasksOf, indexRecipients } from '../recipients/recipient-index.js';
import { recipientsOfCounty } from '../recipients/recipients.store.js';
import type { ComposeContext, ReminderContext } from './reminder-run.use-case.js';

/**
 * Puts the announcements of a county's publications into the outbox, at the times when reminders go out. In one
 * transaction: 1. take the announcements, so that another instance finds none, 2. find the recipients, 3. compose and
 * write the messages. Returns their number.
 */
export async function runAnnouncements(
  context: ReminderContext,
  county: string,
  now: Instant,
): Promise<number> {
  const { database, schoolDaysOf, publishedOf } = context;
  if (!isTimeToRemind(schoolDaysOf(county), now)) return 0;
  if (!(await hasAnnouncements(database, county))) return 0;
  const published = await publishedOf(county);
  return database.transaction().execute(async (transaction) => {
    const messages: NewMessage[] = [];
    for (const announcement of await takeAnnouncements(transaction, county)) {
      const recipients = await announcementRecipients(transaction, county, announcement.at);
      const day = dateAt(now, ZONE);
      messages.push(
        ...(await announcementMessages(context, transaction, { published, announcement, recipients, day })),
      );
    }
    return (await insertMessages(transaction, messages, now)).size;
  });
}

/** One person, as a recipient in each of their units. */
type AnnouncementRecipient = readonly [Recipient, ...Recipient[]];

/**
 * The people of a county who get reminders and existed at a moment, each once by address, with the language and name of
 * their oldest row: a row added later, perhaps by somebody who does not know of the first, changes neither. Index: primary
 * keys.
 */
export async function announcementRecipients(
  database: Database | Transaction,
  county: string,
  at: Instant,
): Promise<AnnouncementRecipient[]> {
  const since = new Map(
    (await peopleOfCounty(database, county)).map(({ id, createdAt }) => [`person:${id}`, createdAt]),
  );
  const byAddress = new Map<string, [Recipient, ...Recipient[]]>();
  const recipients = (await recipientsOfCounty(database, county)).flatMap((recipient) => {
    const added = since.get(recipient.key);
    return added === undefined ? [] : [{ recipient, added }];
  });
  recipients.sort((a, b) => (a.added < b.added ? -1 : Number(a.added > b.added)));
  for (const { recipient, added } of recipients) {
    if (added > at || !recipient.isSubscribed) continue;
    const address = recipient.address.toLowerCase();
    const known = byAddress.get(address);
    if (known) known.push(recipient);
    else byAddress.set(address, [recipient]);
  }
  return [...byAddress.values()];
}

/** An announcement of what is published, its recipients and its day. */
interface Announced {
  readonly published: PublishedEntries;
  readonly announcement: Announcement;
  readonly recipients: readonly AnnouncementRecipient[];
  readonly day: IsoDate;
}

async function announcementMessages(
  context: ComposeContext,
  transaction: Transaction,
  { published, announcement, recipients, day }: Announced,
): Promise<NewMessage[]> {
  const { county, tasks, units } = published;
  const { cycleId, revision, since } = announcement;
  const cycle = await findCycle(transaction, cycleId);
  if (!cycle) throw new RangeError(`the cycle ${cycleId} has been announced but does not exist`);
  if (cycle.state === 'archived') return [];
  const message = await messageOf(transaction, county, announcement);
  const changes = await announcedChanges(transaction, county, announcement);
  const concerns = concerning(published);
  const titles = new Map(
    [...tasks, ...changes.map(({ after }) => after).filter(isTask)].map((task) => [task.id, task.title]),
  );
  const names = new Map<Language, ChangeNames>();
  const messages: NewMessage[] = [];
  for (const [recipient, ...others] of recipients) {
    const { key, address, language } = recipient;
    const named =
      names.get(language) ??
      (await changeNames(transaction, context.framework, county, context.wordingIn(language)));
    names.set(language, named);
    const content = composeAnnouncement(
      {
        recipient,
        day,
        cycle,
        message,
        changes:
          since === null
            ? null
            : changes.filter((change) => [recipient, ...others].some((each) => concerns(each, change))),
      },
      {
        names: named,
        titleOf: (id) => inLanguage(titles.get(id) ?? {}, language),
        countyName: context.countyNameIn(county, language),
        replyTo: units.find((unit) => unit.kind === 'county')?.address ?? null,
        secretKey: context.secretKey,
        baseUrl: context.baseUrl,
      },
    );
    // Derived from recipient and publication: every instance makes the same id, and so the same Message-ID.
    const id = createHash('sha256')
      .update(`${key} news ${cycleId} ${revision}`)
      .digest('base64url')
      .slice(0, 24);
    messages.push({ id, county, recipient: key, address, day, kind: 'news', number: 1, content });
  }
  return messages;
}

/** Whether a change concerns a recipient: a task of theirs, after the change or before it. */
function concerning(published: PublishedEntries): (recipient: Recipient, change: EntryChange) => boolean {
  const tasksOf = groupTasksOf(published);
  const idsOf = new Map<string, ReadonlySet<string>>();
  return (recipient, { before, after }) => {
    if (isAdjustment(after)) return after.layer === recipient.unit.id;
    let ids = idsOf.get(recipient.key);
    if (!ids) {
      const [group] = indexRecipients([recipient]).groups;
      ids = new Set(group ? tasksOf(group).map(({ seen }) => seen.task.id) : []);
      idsOf.set(recipient.key, ids);
    }
    return ids.has(after.id) || (before !== null && isTask(before) && isResponsible(before, recipient.unit));
  };
}
