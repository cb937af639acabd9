import { addDays, type IsoDate, startOfDayUtc } from '../../calendar/iso-date.js';
import type { Language } from '../../language/text.js';
import type { Recipient } from '../recipients/recipient.js';
import { type MailedPurpose, signGrant } from '../recipients/signed-link.js';

/** Links in a mail work for so long. */
const LINK_DAYS = 60;

/** The frame around the content of every mail. */
export interface Frame {
  readonly greeting: string;
  readonly footer: readonly string[];
  readonly unsubscribe: string;
  readonly unsubscribeUrl: string;
}

/** What the recipient of a mail may do by a link in it. */
export interface MailedGrant {
  readonly purpose: MailedPurpose;
  /** The task that it is done about; null when it is about none. */
  readonly taskId: string | null;
  /** The day of the mail. */
  readonly day: IsoDate;
}

/** The address by which the recipient of a mail does something without signing in. */
export function grantLink(
  { secretKey, baseUrl }: { readonly secretKey: string; readonly baseUrl: string },
  { county, key }: Pick<Recipient, 'county' | 'key'>,
  { purpose, taskId, day }: MailedGrant,
): string {
  const expires = startOfDayUtc(addDays(day, LINK_DAYS));
  return `${baseUrl}/mail/${signGrant(secretKey, { purpose, county, recipient: key, taskId, expires })}`;
}

/** A mail as plain text. */
export function textFrame(parts: readonly string[], frame: Frame): string {
  return [
    frame.greeting,
    ...parts,
    ['-- ', ...frame.footer, `${frame.unsubscribe}: ${frame.unsubscribeUrl}`].join('\n'),
  ].join('\n\n');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

export const paragraphs = (text: string) => escaped(text).replaceAll('\n', '<br>');

export const FONT = 'font-family:Segoe UI,Arial,sans-serif;font-size:16px;line-height:1.5;color:#1e2b3c';

/** A mail as HTML, around the rows of its table. Tables and inline styles: what Outlook shows as it is meant. */
export function htmlFrame(rows: string, frame: Frame, language: Language): string {
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    '<meta name="color-scheme" content="light dark"></head><body style="margin:0;padding:16px;background:#ffffff">' +
    '<table role="presentation" width="100%" style="max-width:640px;margin:0 auto;border-collapse:collapse">' +
    `<tr><td style="${FONT}"><p style="margin:0">${escaped(frame.greeting)}</p></td></tr>` +
    rows +
    `<tr><td style="padding-top:16px;border-top:1px solid #c5ccd3;${FONT};font-size:14px">` +
    `${frame.footer.map((line) => `<p style="margin:0">${escaped(line)}</p>`).join('')}` +
    `<p style="margin:8px 0 0"><a href="${escaped(frame.unsubscribeUrl)}" style="color:#0b5c8a">${escaped(frame.unsubscribe)}</a></p>` +
    '</td></tr></table></body></html>'
  );
}
