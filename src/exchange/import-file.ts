import { z } from 'zod';
import type { SchoolYear } from '../calendar/school-year.js';
import { eventsFromIcalendar } from './icalendar-events.js';
import type { ReadEvents } from './imported-event.js';
import { tableFromCsv, tableFromExcel } from './table.js';
import {
  eventsFromTable,
  guessMapping,
  type Mapping,
  TABLE_FIELDS,
  type TableField,
} from './table-events.js';

export const IMPORT_FORMATS = ['ics', 'csv', 'xlsx'] as const;

export type ImportFormat = (typeof IMPORT_FORMATS)[number];

export const mappingSchema = z.partialRecord(z.enum(TABLE_FIELDS), z.string());

export interface ReadFile extends ReadEvents {
  /** The columns of a table; empty for a calendar. */
  readonly columns: readonly string[];
  readonly mapping: Mapping;
}

/**
 * Reads a file of events; its columns are mapped as asked, else as their names suggest. `namesOf` gives the names that
 * our own tables head a field with. Throws UnreadableImport when the file is not of its format.
 */
export async function readImportFile(
  format: ImportFormat,
  bytes: Buffer,
  mapping: Mapping | undefined,
  { days }: SchoolYear,
  namesOf: (field: TableField) => readonly string[],
): Promise<ReadFile> {
  if (format === 'ics') {
    const [first, last] = [days[0], days.at(-1)];
    if (!first || !last) throw new RangeError('a school year has days');
    return {
      columns: [],
      mapping: {},
      ...eventsFromIcalendar(bytes.toString('utf8'), first.date, last.date),
    };
  }
  const table = format === 'csv' ? tableFromCsv(bytes) : await tableFromExcel(bytes);
  const used = mapping ?? guessMapping(table.columns, namesOf);
  return { columns: table.columns, mapping: used, ...eventsFromTable(table, used) };
}
