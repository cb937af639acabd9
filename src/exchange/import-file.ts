import { z } from 'zod';
import type { IsoDate } from '../calendar/iso-date.js';
import { FILE_BYTES } from '../file-bounds/bounds.js';
import { checkAtMost } from '../file-bounds/too-much.js';
import type { ImportFormat } from './formats.js';
import { eventsFromIcalendar } from './icalendar-events.js';
import type { ReadEvents } from './imported-event.js';
import { readTable } from './table.js';
import {
  eventsFromTable,
  guessMapping,
  type Mapping,
  TABLE_FIELDS,
  type TableField,
} from './table-events.js';

export const mappingSchema = z.partialRecord(z.enum(TABLE_FIELDS), z.string());

export interface ReadFile extends ReadEvents {
  /** The columns of a table; empty for a calendar. */
  readonly columns: readonly string[];
  readonly mapping: Mapping;
}

/** A file of events, and how it is to be read. */
export interface ImportFile {
  readonly format: ImportFormat;
  readonly bytes: Uint8Array;
  /** The column of each field; as the columns' names suggest when undefined. */
  readonly mapping: Mapping | undefined;
  /** The first and the last day of the school year: what recurs is expanded within it. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Reads a file of events in another thread. Throws RequestProblem when it cannot be read. */
export type ReadImportFile = (file: ImportFile) => Promise<ReadFile>;

/**
 * Reads a file of events; `namesOf` gives the names that our own tables head a field with. Throws UnreadableImport when the
 * file is not of its format, TooMuch when it has more than is read.
 */
export async function readImportFile(
  { format, bytes, mapping, from, to }: ImportFile,
  namesOf: (field: TableField) => readonly string[],
): Promise<ReadFile> {
  if (format === 'ics') {
    checkAtMost('bytes', bytes.length, FILE_BYTES);
    const { events, unusable } = eventsFromIcalendar(new TextDecoder().decode(bytes), from, to);
    return { columns: [], mapping: {}, events, unusable };
  }
  const table = await readTable(format, bytes);
  const used = mapping ?? guessMapping(table.columns, namesOf);
  return { columns: table.columns, mapping: used, ...eventsFromTable(table, used) };
}
