import { type Options, parse } from 'csv-parse/sync';
import { TABLE_COLUMNS, TABLE_ROWS } from './bounds.js';
import { checkAtMost } from './too-much.js';

/** A record of CSV, and the line that it ends in. */
export interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * The records of CSV (RFC 4180), the head first; empty lines are left out, cells trimmed.
 * Throws TooMuch while reading, once there are more rows or columns than are read, and csv-parse's CsvError.
 */
export function csvRecords(text: string, options: Pick<Options, 'delimiter'>): CsvRecord[] {
  let rows = -1;
  return parse(text, {
    ...options,
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    // With `info` its records are not what its types say.
    on_record: ((read: CsvRecord) => {
      rows += 1;
      checkAtMost('rows', rows, TABLE_ROWS);
      checkAtMost('columns', read.record.length, TABLE_COLUMNS);
      return read;
    }) as never,
  }) as unknown as CsvRecord[];
}
