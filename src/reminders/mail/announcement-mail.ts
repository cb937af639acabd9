import { addDays, type IsoDate } from '../../calendar/iso-date.js';
import type { Cycle } from '../../cycle/cycle.js';
import {
  type ChangeNames,
  changeInWords,
  changeKindOf,
  type FieldInWords,
} from '../../cycle/history/change-in-words.js';
import type { EntryChange } from '../../cycle/history.js';
import { taskIdOf } from '../../task/entry.js';
import type { Recipient } from '../recipients/recipient.js';
import type { MailContent, MailContext } from './mail.js';
import { escaped, FONT, grantLink, htmlFrame, paragraphs, textFrame } from './mail-frame.js';

/** How long an announcement is worth sending. */
const USEFUL_DAYS = 14;

/** More changes than these are counted; all of them stand on the page. */
const MOST_CHANGES = 40;

/** The announcement of a publication to one person. */
export interface AnnouncementMail {
  readonly recipient: Recipient;
  readonly day: IsoDate;
  readonly cycle: Pick<Cycle, 'id' | 'schoolYear'>;
  readonly message: string;
  /** What has changed for the person; null when all is new. */
  readonly changes: readonly EntryChange[] | null;
}

/** What an announcement mail is composed with. */
export interface AnnouncementMailContext
  extends Pick<MailContext, 'countyName' | 'replyTo' | 'secretKey' | 'baseUrl'> {
  readonly names: ChangeNames;
  /** The title of a task by its id. */
  readonly titleOf: (taskId: string) => string;
}

/** Composes the mail with the county's message about a publication and the changes that concern the person. */
export function composeAnnouncement(
  announcement: AnnouncementMail,
  context: AnnouncementMailContext,
): MailContent {
  const { recipient, day, cycle, message, changes } = announcement;
  const { names, countyName, baseUrl } = context;
  const { t, language } = names.wording;
  const title = t('ui.title', { county: countyName, schoolYear: cycle.schoolYear });
  const unsubscribeUrl = grantLink(context, recipient, { purpose: 'unsubscribe', taskId: null, day });
  const asUnit = recipient.unit.kind === 'county' ? '' : `?unit=${encodeURIComponent(recipient.unit.id)}`;
  const url = `${baseUrl}/cycles/${encodeURIComponent(cycle.id)}${asUnit}`;
  const entries = (changes ?? []).slice(0, MOST_CHANGES).map((change) => entryOf(change, context, asUnit));
  const left = (changes?.length ?? 0) - entries.length;
  const frame = {
    greeting: t('mail.greeting', { name: recipient.name }),
    footer: [t('mail.footer-news')],
    unsubscribe: t('mail.unsubscribe'),
    unsubscribeUrl,
  };
  const lead = t(leadOf(changes));
  const more = left > 0 ? [t('mail.news-more', { count: left })] : [];
  const open = t('mail.news-open', { title });
  const heading = (text: string) =>
    `<tr><td style="padding:16px 0 4px;${FONT}"><h2 style="margin:0;font-size:20px">${escaped(text)}</h2></td></tr>`;
  const row = (content: string) =>
    `<tr><td style="padding:8px 0;${FONT};overflow-wrap:anywhere">${content}</td></tr>`;
  return {
    name: recipient.name,
    sender: countyName,
    replyTo: context.replyTo,
    subject: t('mail.news-subject', { title }),
    text: textFrame([message, lead, ...entries.map(textOf), ...more, `${open}: ${url}`], frame),
    html: htmlFrame(
      row(`<p style="margin:0">${paragraphs(message)}</p>`) +
        heading(lead) +
        entries.map((entry) => row(htmlOf(entry))).join('') +
        more.map((text) => row(`<p style="margin:0">${escaped(text)}</p>`)).join('') +
        row(`<p style="margin:0"><a href="${escaped(url)}" style="color:#0b5c8a">${escaped(open)}</a></p>`),
      frame,
      language,
    ),
    thread: null,
    unsubscribeUrl,
    calendar: null,
    usefulThrough: addDays(day, USEFUL_DAYS),
  };
}

function leadOf(changes: AnnouncementMail['changes']): string {
  if (changes === null) return 'mail.news-first';
  return changes.length === 0 ? 'mail.news-nothing' : 'mail.news-changes';
}

/** One changed task as a mail shows it. */
interface Entry {
  readonly title: string;
  /** Null for a task that has been deleted. */
  readonly url: string | null;
  /** What happened to it, when it is more than changed. */
  readonly mark: string;
  readonly fields: readonly FieldInWords[];
}

function entryOf(
  { before, after }: EntryChange,
  { names, titleOf, baseUrl }: AnnouncementMailContext,
  asUnit: string,
): Entry {
  const id = taskIdOf(after);
  const kind = changeKindOf(before, after);
  return {
    title: titleOf(id),
    url: kind === 'removed' ? null : `${baseUrl}/tasks/${encodeURIComponent(id)}${asUnit}`,
    mark: kind === 'changed' ? '' : names.wording.t(`change.kind.${kind}`),
    fields: kind === 'removed' ? [] : changeInWords(before, after, names),
  };
}

const valueInWords = ({ before, after }: FieldInWords) =>
  [before, after].filter((value) => value !== null).join(' → ');

function textOf({ title, url, mark, fields }: Entry): string {
  return [
    mark === '' ? title : `${title} (${mark})`,
    ...fields.map((field) => `${field.name}: ${valueInWords(field)}`),
    ...(url === null ? [] : [url]),
  ].join('\n');
}

function htmlOf({ title, url, mark, fields }: Entry): string {
  const name =
    url === null ? escaped(title) : `<a href="${escaped(url)}" style="color:#0b5c8a">${escaped(title)}</a>`;
  return (
    `<h3 style="margin:0 0 4px;font-size:18px">${name}${mark === '' ? '' : ` (${escaped(mark)})`}</h3>` +
    fields
      .map(
        (field) =>
          `<p style="margin:2px 0"><strong>${escaped(field.name)}:</strong> ${paragraphs(valueInWords(field))}</p>`,
      )
      .join('')
  );
}
