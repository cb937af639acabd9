import { type Selectable, sql } from 'kysely';
import { recordAudit } from '../access/audit/audit.store.js';
import { dateAt, type Instant } from '../calendar/iso-date.js';
import type { SchoolYearLabel } from '../calendar/school-year-label.js';
import { ZONE } from '../calendar/zone.js';
import type { Database } from '../database/database.js';
import type { YearDatesTable } from '../database/tables.js';
import type { Caller } from '../routing/caller.js';
import {
  type OwnYearDate,
  type OwnYearDateFields,
  ownYearDateSchema,
  yearDateFrom,
} from './own-year-date.js';

function ownYearDateOf(row: Selectable<YearDatesTable>): OwnYearDate {
  const { county, school_year, template, year_date, who, version } = row;
  const at = row.at as Instant;
  const fields = year_date === null ? null : ownYearDateSchema.parse(JSON.parse(year_date));
  return {
    county,
    schoolYear: school_year as SchoolYearLabel,
    template,
    yearDate: fields && yearDateFrom(fields, dateAt(at, ZONE)),
    who,
    at,
    version,
  };
}

/** All that counties have set: some rows for each of them and year. */
export async function allOwnYearDates(database: Database): Promise<OwnYearDate[]> {
  const rows = await database.selectFrom('year_dates').selectAll().execute();
  return rows.map(ownYearDateOf);
}

/** A number that grows with each date that is set or taken back. */
export async function ownYearDateStamp(database: Database): Promise<number> {
  const row = await database
    .selectFrom('year_dates')
    .select(sql<number | string | null>`sum(version)`.as('stamp'))
    .executeTakeFirst();
  return Number(row?.stamp ?? 0);
}

/** What a county has set of a school year or taken back. Index: primary key. */
export async function ownYearDatesOf(
  database: Database,
  county: string,
  label: SchoolYearLabel,
): Promise<OwnYearDate[]> {
  const rows = await database
    .selectFrom('year_dates')
    .selectAll()
    .where('county', '=', county)
    .where('school_year', '=', label)
    .execute();
  return rows.map(ownYearDateOf);
}

/** A date to write, or null to take it back, and the version that it starts from: 0 when none has been set before. */
export interface NewYearDate extends Pick<OwnYearDate, 'county' | 'schoolYear' | 'template'> {
  readonly fields: OwnYearDateFields | null;
  readonly from: number;
  readonly by: Caller;
  readonly now: Instant;
}

/**
 * Writes a date when the county's is still at the version that it starts from, in one transaction with its audit event. False
 * when the version has changed.
 */
export async function writeYearDate(
  database: Database,
  { county, schoolYear, template, fields, from, by, now }: NewYearDate,
): Promise<boolean> {
  const row = {
    year_date: fields && JSON.stringify(fields),
    who: by.name,
    who_id: by.personId,
    at: now,
    version: from + 1,
  };
  return database.transaction().execute(async (transaction) => {
    const written =
      from === 0
        ? await transaction
            .insertInto('year_dates')
            .values({ county, school_year: schoolYear, template, ...row })
            .onConflict((conflict) => conflict.doNothing())
            .returning('version')
            .executeTakeFirst()
        : await transaction
            .updateTable('year_dates')
            .set(row)
            .where('county', '=', county)
            .where('school_year', '=', schoolYear)
            .where('template', '=', template)
            .where('version', '=', from)
            .returning('version')
            .executeTakeFirst();
    if (!written) return false;
    const event = fields === null ? 'year-date-taken-back' : 'year-date-set';
    const about = `${schoolYear} ${template}`;
    await recordAudit(transaction, { county, event, by, about }, now);
    return true;
  });
}
