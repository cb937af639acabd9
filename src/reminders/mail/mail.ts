import { longDate } from '../../calendar/describe.js';
import { addDays, type IsoDate } from '../../calendar/iso-date.js';
import { inLanguage } from '../../language/text.js';
import type { SeenTask } from '../../task/unit-view.js';
import { summaryOf, type TaskWording, whenOf, whyOf } from '../../task/wording.js';
import type { Unit } from '../../units/unit.js';
import { type OwedReminder, type ReminderItem, SECTIONS, type Section } from '../plan/owed-reminder.js';
import { isRequired, type Recipient } from '../recipients/recipient.js';
import type { Grant } from '../recipients/signed-link.js';
import { escaped, FONT, type Frame, grantLink, htmlFrame, paragraphs, textFrame } from './mail-frame.js';

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
  const link = (purpose: Grant['purpose'], taskId: string | null) =>
    grantLink(context, recipient, { purpose, taskId, day });
  const unsubscribeUrl = link('unsubscribe', null);
  const entries = items.map((item) => entryOf(item, recipient, context, link));
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
    subject: subjectOf(items, wording),
    text: plainText(entries, frame, wording),
    html: htmlText(entries, frame, wording),
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

/** The page of a task as a unit sees it, with its own date; the county sees it as everybody does. */
function pageOf(baseUrl: string, taskId: string, unitId: string | null): string {
  const ofUnit = unitId === null ? '' : `?unit=${encodeURIComponent(unitId)}`;
  return `${baseUrl}/tasks/${encodeURIComponent(taskId)}${ofUnit}`;
}

const later = (one: IsoDate, other: IsoDate) => (one > other ? one : other);

/** One task as a mail shows it. */
interface Entry {
  readonly section: Section;
  readonly title: string;
  readonly url: string;
  readonly lead: string;
  /** The day, which stands out. */
  readonly when: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly actions: readonly (readonly [string, string])[];
}

function entryOf(
  { section, seen, notifiedStart, about }: ReminderItem,
  { unit }: Recipient,
  { wording, baseUrl, units }: MailContext,
  link: (purpose: Grant['purpose'], taskId: string) => string,
): Entry {
  const { task } = seen;
  const { t, nameOf } = wording;
  const isGone = section === 'cancelled';
  const responsible = units.find(({ id }) => id === (about ?? task.unitId));
  const before = notifiedStart === null ? '' : longDate(notifiedStart, t);
  const facts: [string, string][] = [
    [t('task.who'), responsible?.name ?? nameOf(task.actor)],
    [t('task.with'), task.partners.map(nameOf).join(', ')],
    [t('task.why'), isGone ? '' : whyOf(task, wording).join(' ')],
  ];
  const actions: [string, string][] = [
    [t('mail.done'), link('done', task.id)],
    [t('mail.later'), link('later', task.id)],
  ];
  return {
    section,
    title: summaryOf(task, wording),
    url: pageOf(baseUrl, task.id, about ?? (unit.kind === 'county' ? null : unit.id)),
    lead:
      notifiedStart === null
        ? inLanguage(task.description, wording.language)
        : t(`mail.told-${section}`, { before }),
    when: isGone ? '' : whenOf(task, wording),
    facts: facts.filter(([, value]) => value !== ''),
    // What a unit has left undone is the unit's to mark: the county would do so for everybody.
    actions: isGone || about !== null ? [] : actions,
  };
}

const SUBJECT_OF_ITS_OWN: readonly Section[] = ['moved', 'changed', 'cancelled', 'overdue'];

/** What and when: the task and its day, or how many and the first of them. */
function subjectOf(items: readonly ReminderItem[], wording: TaskWording): string {
  const { t } = wording;
  const [first] = items;
  if (!first) throw new RangeError('an e-mail must be about something');
  const { task } = first.seen;
  const title = summaryOf(task, wording);
  const what = SUBJECT_OF_ITS_OWN.includes(first.section)
    ? t(`mail.subject-${first.section}`, { title, date: longDate(task.start, t) })
    : t('mail.subject-one', { title, date: longDate(task.start, t) });
  const subject = items.length === 1 ? what : t('mail.subject-several', { count: items.length, first: what });
  return subject.replace(/\p{Cc}+/gu, ' ');
}

const bySection = (entries: readonly Entry[]) =>
  SECTIONS.map((section) => [section, entries.filter((entry) => entry.section === section)] as const).filter(
    ([, some]) => some.length > 0,
  );

function plainText(entries: readonly Entry[], frame: Frame, { t }: TaskWording): string {
  const entry = ({ title, url, lead, when, facts, actions }: Entry) =>
    [
      title,
      when === '' ? '' : `${t('task.when')}: ${when}`,
      lead,
      ...facts.map(([label, value]) => `${label}: ${value}`),
      url,
      ...actions.map(([label, address]) => `${label}: ${address}`),
    ]
      .filter((line) => line !== '')
      .join('\n');
  return textFrame(
    bySection(entries).flatMap(([section, some]) => [
      t(`mail.section-${section}`).toUpperCase(),
      ...some.map(entry),
    ]),
    frame,
  );
}

function htmlText(entries: readonly Entry[], frame: Frame, { t, language }: TaskWording): string {
  const button =
    'display:inline-block;padding:8px 14px;margin:8px 8px 0 0;border:1px solid #0b5c8a;border-radius:4px;text-decoration:none;';
  const [filled, plain] = ['background:#0b5c8a;color:#ffffff', 'color:#0b5c8a'];
  const fact = ([label, value]: readonly [string, string]) =>
    `<p style="margin:4px 0"><strong>${escaped(label)}:</strong> ${paragraphs(value)}</p>`;
  const action = ([label, address]: readonly [string, string], index: number) =>
    `<a href="${escaped(address)}" style="${button}${index === 0 ? filled : plain}">${escaped(label)}</a>`;
  const entry = ({ section, title, url, lead, when, facts, actions }: Entry) =>
    `<tr><td style="padding:16px 0;border-top:1px solid #c5ccd3;${FONT};overflow-wrap:anywhere">` +
    `<h3 style="margin:0 0 8px;font-size:18px"><a href="${escaped(url)}" style="color:#0b5c8a">${escaped(title)}</a></h3>` +
    `${when === '' ? '' : `<p style="margin:0 0 8px;font-weight:bold;color:${section === 'overdue' ? '#a3271b' : '#1e2b3c'}">${escaped(when)}</p>`}` +
    `${lead === '' ? '' : `<p style="margin:0 0 8px">${paragraphs(lead)}</p>`}${facts.map(fact).join('')}` +
    `<p style="margin:0">${actions.map(action).join('')}</p></td></tr>`;
  const section = ([name, some]: readonly [Section, readonly Entry[]]) =>
    `<tr><td style="padding:16px 0 4px;${FONT}"><h2 style="margin:0;font-size:20px">${escaped(t(`mail.section-${name}`))}</h2></td></tr>` +
    some.map(entry).join('');
  return htmlFrame(bySection(entries).map(section).join(''), frame, language);
}

/** Whether a message is still worth sending on a day. */
export function isUseful({ usefulThrough }: MailContent, today: IsoDate): boolean {
  return usefulThrough >= today;
}
