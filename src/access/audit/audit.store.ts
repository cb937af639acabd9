import { randomUUID } from 'node:crypto';
import type { Instant } from '../../calendar/iso-date.js';
import type { Database, Transaction } from '../../database/database.js';
import type { Caller } from '../../routing/caller.js';
import type { AuditEntry } from './audit.js';
import type { AuditEvent } from './audit-event.js';

/** An event to record. */
export interface NewAuditEvent {
  readonly county: string;
  /** Made when left out. */
  readonly id?: string;
  readonly event: AuditEvent;
  readonly by: Pick<Caller, 'name' | 'personId'>;
  readonly about?: string;
  readonly detail?: Readonly<Record<string, string>>;
}

/** Records one thing that has been done. */
export async function recordAudit(
  database: Database | Transaction,
  { county, id = randomUUID(), event, by, about, detail }: NewAuditEvent,
  now: Instant,
): Promise<void> {
  await database
    .insertInto('audit')
    .values({
      county,
      id,
      at: now,
      event,
      who: by.name,
      who_id: by.personId,
      about: about ?? null,
      detail: detail ? JSON.stringify(detail) : null,
    })
    .execute();
}

/** Writes again what is known of an entry that counts. Index: primary key. */
export async function updateAuditCount(
  database: Database,
  { county, id, detail }: Required<Pick<NewAuditEvent, 'county' | 'id' | 'detail'>>,
): Promise<void> {
  await database
    .updateTable('audit')
    .set({ detail: JSON.stringify(detail) })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

/** Which entries are read: those after one, in the order in which they are read. */
export interface AuditSelection {
  readonly event?: AuditEvent | undefined;
  /** The id of who did it. */
  readonly person?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/**
 * The recorded events of a county, newest first, those of the same moment by id; none when the event to continue after does
 * not exist. Index: audit_by_time.
 */
export async function auditOf(
  database: Database,
  county: string,
  { event, person, after, limit }: AuditSelection,
): Promise<AuditEntry[]> {
  let query = database.selectFrom('audit').selectAll().where('county', '=', county);
  if (event !== undefined) query = query.where('event', '=', event);
  if (person !== undefined) query = query.where('who_id', '=', person);
  if (after !== undefined)
    query = query.where((eb) => {
      const last = eb
        .selectFrom('audit as last')
        .select('last.at')
        .where('last.county', '=', county)
        .where('last.id', '=', after);
      return eb.or([eb('at', '<', last), eb.and([eb('at', '=', last), eb('id', '>', after)])]);
    });
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
