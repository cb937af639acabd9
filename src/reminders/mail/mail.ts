import { longDate } from '../../calendar/describe.js';
import { addDays, type IsoDate } from '../../calendar/iso-date.js';
import { inLanguage } from '../../language/text.js';
import type { SeenTask } from '../../task/unit-view.js';
import { mainWhyOf, summaryOf, type TaskWording, whenOf } from '../../task/wording.js';
import type { Unit } from '../../units/unit.js';
import type { OwedReminder, ReminderItem, Section } from '../plan/owed-reminder.js';
import { isRequired, type Recipient } from '../recipients/recipient.js';
import type { MailedPurpose } from '../recipients/signed-link.js';
import { type Entry, htmlText, plainText, sectionsOf } from './mail-body.js';
import { grantLink } from './mail-frame.js';

/** The content of a message as it is stored until sent, in the recipient's language. */
export interface MailContent {
  readonly name: string;
  /** The county's name as the sender, and its address for replies; null leaves Reply-To out. */
  readonly sender: string;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The task that it is about; null when it is about several. Mails about one task are joined. */
  readonly thread: string | null;
  readonly unsubscribeUrl: string;
  /** The tasks as an iCalendar object, for recipients who have chosen that. */
  readonly calendar: string | null;
  /** The last day on which it is worth sending. */
  readonly usefulThrough: IsoDate;
}

export interface MailContext {
  readonly wording: TaskWording;
  /** Writes tasks as an iCalendar object. */
  readonly calendarOf: (tasks: readonly SeenTask[]) => string;
  readonly countyName: string;
  /** The county's units, for their names. */
  readonly units: readonly Pick<Unit, 'id' | 'name'>[];
  /** The county's contact address. */
  readonly replyTo: string | null;
  readonly secretKey: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
}

/** Writes the message that a recipient is owed: what, when, who, with whom, why this date, and what can be done about it. */
export function composeMail(owed: OwedReminder, context: MailContext): MailContent {
  const { wording } = context;
  const { recipient, items, day } = owed;
  const { shown, left } = withFewLate(items);
  const link = (purpose: MailedPurpose, taskId: string | null) =>
    grantLink(context, recipient, { purpose, taskId, day });
  const unsubscribeUrl = link('unsubscribe', null);
  const entries = shown.map((item) => entryOf(item, recipient, context, link));
  const sections = sectionsOf(entries, day, wording);
  const more = left === 0 ? null : moreLate(left, context);
  const hasRequired = items.some(({ seen }) => isRequired(recipient, seen.task));
  const frame = {
    greeting: wording.t('mail.greeting', { name: recipient.name }),
    footer: [wording.t(hasRequired ? 'mail.footer-required' : 'mail.footer')],
    unsubscribe: wording.t('mail.unsubscribe'),
    unsubscribeUrl,
  };
  const [only] = items;
  return {
    name: recipient.name,
    sender: context.countyName,
    replyTo: context.replyTo,
    subject: subjectOf(shown, items.length, wording),
    text: plainText({ sections, more }, frame, wording),
    html: htmlText({ sections, more }, frame, wording),
    thread: only && items.length === 1 ? only.seen.task.id : null,
    unsubscribeUrl,
    calendar: recipient.attachesCalendar ? context.calendarOf(items.map(({ seen }) => seen)) : null,
    usefulThrough:
      items
        .map(({ seen, section }) => (section === 'overdue' ? addDays(day, 7) : later(seen.task.end, day)))
        .sort()
        .at(-1) ?? day,
  };
}

/** So many deadlines that are late are listed, those that passed last; the others are counted. */
const MOST_LATE = 5;

function withFewLate(items: readonly ReminderItem[]) {
  const late = items.filter(({ section }) => section === 'overdue');
  const listed = new Set(late.slice(-MOST_LATE));
  const shown = items.filter((item) => item.section !== 'overdue' || listed.has(item));
  return { shown, left: items.length - shown.length };
}

/** What says how many more deadlines are late, and the page that lists them. */
function moreLate(count: number, { wording, baseUrl }: MailContext) {
  return { text: wording.t('mail.more-late', { count }), url: `${baseUrl}/my-tasks` };
}

/** The page of a task as a unit sees it, with its own date; the county sees it as everybody does. */
function pageOf(baseUrl: string, taskId: string, unitId: string | null): string {
  const ofUnit = unitId === null ? '' : `?unit=${encodeURIComponent(unitId)}`;
  return `${baseUrl}/tasks/${encodeURIComponent(taskId)}${ofUnit}`;
}

const later = (one: IsoDate, other: IsoDate) => (one > other ? one : other);

function entryOf(
  { section, seen, notifiedStart, about }: ReminderItem,
  { unit }: Recipient,
  { wording, baseUrl, units }: MailContext,
  link: (purpose: MailedPurpose, taskId: string) => string,
): Entry {
  const { task } = seen;
  const { t, nameOf } = wording;
  const isGone = section === 'cancelled';
  const responsible = units.find(({ id }) => id === (about ?? task.unitId));
  const before = notifiedStart === null ? '' : longDate(notifiedStart, t);
  // A list of two weeks is short: what a task is about stands on its page, and it comes again in the next list.
  const isInList = section === 'weekly';
  const facts: [string, string][] = [
    [t('task.who'), responsible?.name ?? nameOf(task.actor)],
    [t('task.with'), task.partners.map(nameOf).join(', ')],
    [t('task.why'), isGone || isInList ? '' : mainWhyOf(task, wording).join(' ')],
  ];
  const actions: [string, string][] = [
    [t('mail.done'), link('done', task.id)],
    ...(isInList ? [] : [[t('mail.later'), link('later', task.id)] as [string, string]]),
  ];
  const told = isInList ? '' : inLanguage(task.description, wording.language);
  return {
    section,
    start: task.start,
    title: summaryOf(task, wording),
    url: pageOf(baseUrl, task.id, about ?? (unit.kind === 'county' ? null : unit.id)),
    lead: notifiedStart === null ? told : t(`mail.told-${section}`, { before }),
    when: isGone ? '' : whenOf(task, wording),
    facts: facts.filter(([, value]) => value !== ''),
    // What a unit has left undone is the unit's to mark: the county would do so for everybody.
    actions: isGone || about !== null ? [] : actions,
  };
}

const SUBJECT_OF_ITS_OWN: readonly Section[] = ['moved', 'changed', 'cancelled', 'overdue'];

/** What and when: the task and its day, or how many and the one that stands first. */
function subjectOf(items: readonly ReminderItem[], count: number, wording: TaskWording): string {
  const { t } = wording;
  const [first] = items;
  if (!first) throw new RangeError('an e-mail must be about something');
  const { task } = first.seen;
  const title = summaryOf(task, wording);
  const what = SUBJECT_OF_ITS_OWN.includes(first.section)
    ? t(`mail.subject-${first.section}`, { title, date: longDate(task.start, t) })
    : t('mail.subject-one', { title, date: longDate(task.start, t) });
  const subject = count === 1 ? what : t('mail.subject-several', { count, first: what });
  return subject.replace(/\p{Cc}+/gu, ' ');
}

/** Whether a message is still worth sending on a day. */
export function isUseful({ usefulThrough }: MailContent, today: IsoDate): boolean {
  return usefulThrough >= today;
}
