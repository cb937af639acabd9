import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '../../calendar/iso-date.js';

export const PURPOSES = ['done', 'later', 'unsubscribe', 'subscribe'] as const;

/** What a link in a mail allows its holder to do, after a page with a button; nothing else, and only for a limited time. */
const grantSchema = z.strictObject({
  purpose: z.enum(PURPOSES),
  county: z.string(),
  recipient: z.string(),
  /** Null for a link that is about no task. */
  taskId: z.string().nullable(),
  expires: z.custom<Instant>((value) => typeof value === 'string'),
});

export type Grant = z.infer<typeof grantSchema>;

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
