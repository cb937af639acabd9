import { addDays, type IsoDate, isoWeekOf } from '../../calendar/iso-date.js';
import type { TaskWording } from '../../task/wording.js';
import type { Section } from '../plan/owed-reminder.js';
import { escaped, FONT, type Frame, htmlFrame, paragraphs, textFrame } from './mail-frame.js';

/** One task as a mail shows it. */
export interface Entry {
  readonly section: Section;
  readonly start: IsoDate;
  readonly title: string;
  readonly url: string;
  readonly lead: string;
  /** The day, which stands out. */
  readonly when: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly actions: readonly (readonly [string, string])[];
}

/** Entries under one heading. */
interface MailSection {
  readonly name: Section;
  readonly heading: string;
  readonly entries: readonly Entry[];
}

/** The entries by section, those of the list by week, in the order in which they come. */
export function sectionsOf(entries: readonly Entry[], day: IsoDate, { t }: TaskWording): MailSection[] {
  const sections = new Map<string, MailSection & { entries: Entry[] }>();
  for (const entry of entries) {
    const heading =
      entry.section === 'weekly' ? weekHeading(entry.start, day, t) : t(`mail.section-${entry.section}`);
    const section = sections.get(heading) ?? { name: entry.section, heading, entries: [] };
    section.entries.push(entry);
    sections.set(heading, section);
  }
  return [...sections.values()];
}

function weekHeading(start: IsoDate, day: IsoDate, t: TaskWording['t']): string {
  const { week } = isoWeekOf(start);
  if (week === isoWeekOf(day).week) return t('mail.week-this', { week });
  if (week === isoWeekOf(addDays(day, 7)).week) return t('mail.week-next', { week });
  return t('mail.week-later', { week });
}

/** What stands in a mail: its sections, and how many more deadlines are late than it lists; null for no more. */
export interface MailBody {
  readonly sections: readonly MailSection[];
  readonly more: { readonly text: string; readonly url: string } | null;
}

export function plainText({ sections, more }: MailBody, frame: Frame, { t }: TaskWording): string {
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
    sections.flatMap(({ name, heading, entries }) => [
      heading.toUpperCase(),
      ...entries.map(entry),
      ...(more !== null && name === 'overdue' ? [`${more.text}: ${more.url}`] : []),
    ]),
    frame,
  );
}

export function htmlText({ sections, more }: MailBody, frame: Frame, { language }: TaskWording): string {
  const button =
    'display:inline-block;padding:8px 14px;margin:8px 8px 0 0;border:1px solid #0b5c8a;border-radius:4px;text-decoration:none;';
  const [filled, plain] = ['background:#0b5c8a;color:#ffffff', 'color:#0b5c8a'];
  const fact = ([label, value]: readonly [string, string]) =>
    `<p style="margin:4px 0"><strong>${escaped(label)}:</strong> ${paragraphs(value)}</p>`;
  const action =
    (isFilled: boolean) =>
    ([label, address]: readonly [string, string], index: number) =>
      `<a href="${escaped(address)}" style="${button}${isFilled && index === 0 ? filled : plain}">${escaped(label)}</a>`;
  const entry = ({ section, title, url, lead, when, facts, actions }: Entry) =>
    `<tr><td style="padding:16px 0;border-top:1px solid #c5ccd3;${FONT};overflow-wrap:anywhere">` +
    `<h3 style="margin:0 0 8px;font-size:18px"><a href="${escaped(url)}" style="color:#0b5c8a">${escaped(title)}</a></h3>` +
    `${when === '' ? '' : `<p style="margin:0 0 8px;font-weight:bold;color:${section === 'overdue' ? '#a3271b' : '#1e2b3c'}">${escaped(when)}</p>`}` +
    `${lead === '' ? '' : `<p style="margin:0 0 8px">${paragraphs(lead)}</p>`}${facts.map(fact).join('')}` +
    `<p style="margin:0">${actions.map(action(section !== 'weekly')).join('')}</p></td></tr>`;
  const rest = ({ text, url }: NonNullable<MailBody['more']>) =>
    `<tr><td style="padding:8px 0;${FONT}"><a href="${escaped(url)}" style="color:#0b5c8a">${escaped(text)}</a></td></tr>`;
  const section = ({ name, heading, entries }: MailSection) =>
    `<tr><td style="padding:16px 0 4px;${FONT}"><h2 style="margin:0;font-size:20px">${escaped(heading)}</h2></td></tr>` +
    entries.map(entry).join('') +
    (more !== null && name === 'overdue' ? rest(more) : '');
  return htmlFrame(sections.map(section).join(''), frame, language);
}
