import { randomUUID } from 'node:crypto';
import type { Instant } from '../calendar/iso-date.js';
import type { Database, Transaction } from '../database/database.js';
import type { Caller } from '../routing/caller.js';
import type { AuditEntry, AuditEvent } from './audit.js';

/** What is to be recorded. */
export interface Recorded {
  readonly county: string;
  readonly event: AuditEvent;
  readonly by: Pick<Caller, 'name' | 'personId'>;
  readonly about?: string;
  readonly detail?: Readonly<Record<string, string>>;
}

/** Records one thing that has been done. */
export async function recordAudit(
  database: Database | Transaction,
  { county, event, by, about, detail }: Recorded,
  now: Instant,
): Promise<void> {
  await database
    .insertInto('audit')
    .values({
      county,
      id: randomUUID(),
      at: now,
      event,
      who: by.name,
      who_id: by.personId,
      about: about ?? null,
      detail: detail ? JSON.stringify(detail) : null,
    })
    .execute();
}

/** What was recorded of a county before a moment, newest first. Index: audit_by_time. */
export async function auditOf(
  database: Database,
  county: string,
  {
    event,
    before,
    limit,
  }: {
    readonly event?: AuditEvent | undefined;
    readonly before?: string | undefined;
    readonly limit: number;
  },
): Promise<AuditEntry[]> {
  let query = database.selectFrom('audit').selectAll().where('county', '=', county);
  if (event !== undefined) query = query.where('event', '=', event);
  if (before !== undefined) query = query.where('at', '<', before);
  const rows = await query.orderBy('at', 'desc').orderBy('id').limit(limit).execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    event: row.event as AuditEvent,
    who: row.who,
    about: row.about,
    detail: row.detail === null ? {} : JSON.parse(row.detail),
  }));
}
