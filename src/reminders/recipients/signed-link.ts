import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '../../calendar/iso-date.js';

const whose = {
  county: z.string(),
  recipient: z.string(),
  expires: z.custom<Instant>((value) => typeof value === 'string'),
};

const mailed = <Purpose extends string>(purpose: Purpose) =>
  z.strictObject({
    purpose: z.literal(purpose),
    ...whose,
    /** Null for a link that is about no task. */
    taskId: z.string().nullable(),
  });

/** What a link allows its holder to do, after a page with a button; nothing else, and only for a limited time. */
const grantSchema = z.discriminatedUnion('purpose', [
  mailed('done'),
  mailed('later'),
  mailed('unsubscribe'),
  mailed('subscribe'),
  // Not in mails, but on the page that says that a task is done.
  z.strictObject({
    purpose: z.literal('take-back'),
    ...whose,
    taskId: z.string(),
    /** The only one that it takes back. */
    revision: z.int(),
  }),
]);

export const PURPOSES = grantSchema.options.map(({ shape }) => shape.purpose.value);

export type Grant = z.infer<typeof grantSchema>;

/** What links in mails themselves are for. */
export type MailedPurpose = Exclude<Grant['purpose'], 'take-back'>;

export type GrantOf<Purpose extends Grant['purpose']> = Extract<Grant, { purpose: Purpose }>;

/** A grant as a url-safe text that nobody without the key can make or change. */
export function signGrant(secretKey: string, grant: Grant): string {
  const payload = Buffer.from(JSON.stringify(grant)).toString('base64url');
  return `${payload}.${signatureOf(secretKey, payload).toString('base64url')}`;
}

/** The grant in a signed text; undefined when it was not signed with the key, or has expired. */
export function readGrant(secretKey: string, token: string, now: Instant): Grant | undefined {
  const [payload = '', signature = '', ...rest] = token.split('.');
  const [given, right] = [Buffer.from(signature, 'base64url'), signatureOf(secretKey, payload)];
  if (rest.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const grant = grantSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return grant.expires > now ? grant : undefined;
}

function signatureOf(secretKey: string, payload: string): Buffer {
  return createHmac('sha256', secretKey).update(`grant/${payload}`).digest();
}
