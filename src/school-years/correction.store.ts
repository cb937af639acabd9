import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { recordAudit } from '../access/audit/audit.store.js';
import type { Instant } from '../calendar/iso-date.js';
import type { SchoolYearLabel } from '../calendar/school-year-label.js';
import { type Skolerute, skoleruteSchema } from '../calendar/skolerute.js';
import type { Database } from '../database/database.js';
import { raiseRecipientStamp } from '../database/recipient-stamp.js';
import type { CorrectedSchoolYearsTable } from '../database/tables.js';
import type { Caller } from '../routing/caller.js';
import type { Correction } from './correction.js';

function correctionOf(row: Selectable<CorrectedSchoolYearsTable>): Correction {
  return {
    county: row.county,
    schoolYear: row.school_year as SchoolYearLabel,
    skolerute: row.skolerute === null ? null : skoleruteSchema.parse(JSON.parse(row.skolerute)),
    who: row.who,
    at: row.at as Instant,
    version: row.version,
  };
}

/** All that counties have corrected: a row or two for each of them. */
export async function allCorrections(database: Database): Promise<Correction[]> {
  const rows = await database.selectFrom('corrected_school_years').selectAll().execute();
  return rows.map(correctionOf);
}

/** A number that grows with each correction. */
export async function correctionStamp(database: Database): Promise<number> {
  const row = await database
    .selectFrom('corrected_school_years')
    .select(sql<number | string | null>`sum(version)`.as('stamp'))
    .executeTakeFirst();
  return Number(row?.stamp ?? 0);
}

/** What a county has corrected of a school year. Index: primary key. */
export async function findCorrection(
  database: Database,
  county: string,
  label: SchoolYearLabel,
): Promise<Correction | undefined> {
  const row = await database
    .selectFrom('corrected_school_years')
    .selectAll()
    .where('county', '=', county)
    .where('school_year', '=', label)
    .executeTakeFirst();
  return row && correctionOf(row);
}

/** The correction to write, and the version that it starts from: 0 when nothing has been corrected before. */
export interface NewCorrection {
  readonly county: string;
  readonly schoolYear: SchoolYearLabel;
  readonly skolerute: Skolerute | null;
  readonly from: number;
  readonly by: Caller;
  readonly now: Instant;
}

/**
 * Writes a correction when the county's is still at the version that it starts from, in one transaction with its audit event
 * and a new recipient stamp, since reminders go out on school days. False when the version has changed.
 */
export async function writeCorrection(
  database: Database,
  { county, schoolYear, skolerute, from, by, now }: NewCorrection,
): Promise<boolean> {
  const row = {
    skolerute: skolerute && JSON.stringify(skolerute),
    who: by.name,
    who_id: by.personId,
    at: now,
    version: from + 1,
  };
  return database.transaction().execute(async (transaction) => {
    const written =
      from === 0
        ? await transaction
            .insertInto('corrected_school_years')
            .values({ county, school_year: schoolYear, ...row })
            .onConflict((conflict) => conflict.doNothing())
            .returning('version')
            .executeTakeFirst()
        : await transaction
            .updateTable('corrected_school_years')
            .set(row)
            .where('county', '=', county)
            .where('school_year', '=', schoolYear)
            .where('version', '=', from)
            .returning('version')
            .executeTakeFirst();
    if (!written) return false;
    const event = skolerute === null ? 'school-year-taken-back' : 'school-year-corrected';
    await recordAudit(transaction, { county, event, by, about: schoolYear }, now);
    await raiseRecipientStamp(transaction, county);
    return true;
  });
}
