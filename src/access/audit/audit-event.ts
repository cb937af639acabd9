/** What is recorded besides the changes of cycles, which have their history. */
export const AUDIT_EVENTS = [
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'session-ended',
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
  'year-date-set',
  'year-date-taken-back',
  'mail-retried',
] as const;

export type AuditEvent = (typeof AUDIT_EVENTS)[number];
