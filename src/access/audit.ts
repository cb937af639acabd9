import { z } from 'zod';

/** What is recorded besides the changes of cycles, which have their history. */
export const AUDIT_EVENTS = [
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'link-made',
  'role-changed',
  'address-changed',
  'person-added',
  'person-erased',
  'person-exported',
  'token-created',
  'token-revoked',
  'feed-created',
  'feed-rotated',
  'feed-revoked',
  'exported',
  'imported',
  'school-year-corrected',
  'school-year-taken-back',
  'mail-retried',
] as const;

export type AuditEvent = (typeof AUDIT_EVENTS)[number];

/** One thing that has been done. */
export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly event: AuditEvent;
  readonly who: string;
  /** The id of what it was done to; null when it was done to nothing in particular. */
  readonly about: string | null;
  readonly detail: Readonly<Record<string, string>>;
}

export const auditEntrySchema = z
  .object({
    id: z.string(),
    at: z.string().meta({ format: 'date-time' }),
    event: z.enum(AUDIT_EVENTS),
    who: z.string(),
    about: z.string().nullable().meta({ description: 'The id of what it was done to' }),
    detail: z.record(z.string(), z.string()),
  })
  .meta({ id: 'AuditEntry' });
