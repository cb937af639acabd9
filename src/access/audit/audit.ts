import { z } from 'zod';
import { AUDIT_EVENTS, type AuditEvent } from './audit-event.js';

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
    about: z.string().nullable().meta({ description: 'The id of what the action was performed on' }),
    detail: z.record(z.string(), z.string()),
  })
  .meta({ id: 'AuditEntry' });
