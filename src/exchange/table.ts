import { CsvError } from 'csv-parse/sync';
import { DateTime } from 'luxon';
import { CELL_LENGTH, FILE_BYTES, TABLE_ROWS, TEXT_LENGTH } from '../file-bounds/bounds.js';
import { csvRecords } from '../file-bounds/csv-records.js';
import { sheetRows } from '../file-bounds/sheet-rows.js';
import { checkAtMost, TooMuch } from '../file-bounds/too-much.js';
import type { ImportTableFormat } from './formats.js';
import { withoutGuard } from './formula-guard.js';
import { type Place, UnreadableImport } from './imported-event.js';

/** A table of texts; a date of a sheet is written `YYYY-MM-DD`, with a time of day `YYYY-MM-DDTHH:MM`. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly place: Place; readonly cells: readonly string[] }[];
}

const READERS: Readonly<Record<ImportTableFormat, (bytes: Uint8Array) => Table | Promise<Table>>> = {
  csv: tableFromCsv,
  xlsx: tableFromExcel,
};

/** Reads a table. Throws UnreadableImport when it is not of its format, TooMuch when it has more than is read. */
export async function readTable(format: ImportTableFormat, bytes: Uint8Array): Promise<Table> {
  checkAtMost('bytes', bytes.length, FILE_BYTES);
  const table = await READERS[format](bytes);
  let length = 0;
  for (const cells of [table.columns, ...table.rows.map((row) => row.cells)])
    for (const cell of cells) {
      checkAtMost('cell', cell.length, CELL_LENGTH);
      length += cell.length;
    }
  checkAtMost('text', length, TEXT_LENGTH);
  return table;
}

/** Reads CSV (RFC 4180), with comma, semicolon or tab, in UTF-8 or as Excel in Norway writes it (Windows-1252). */
export function tableFromCsv(bytes: Uint8Array): Table {
  const text = textOf(bytes);
  const [firstLine = ''] = text.split(/\r?\n/, 1);
  const delimiter = [';', '\t', ','].find((candidate) => firstLine.includes(candidate)) ?? ',';
  try {
    const [head, ...records] = csvRecords(text, { delimiter });
    if (!head) throw new UnreadableImport('the file is empty');
    return {
      columns: head.record,
      rows: records.map(({ record, info }) => ({
        place: { unit: 'line', number: info.lines },
        cells: record.map(withoutGuard),
      })),
    };
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableImport(`not valid CSV: ${error.message}`);
    throw error;
  }
}

/** Reads the first sheet of an Excel file (.xlsx). */
export async function tableFromExcel(bytes: Uint8Array): Promise<Table> {
  const cells = await sheetRows(bytes).catch((error: unknown) => {
    if (error instanceof TooMuch) throw error;
    throw new UnreadableImport(
      `not a readable .xlsx file: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  const [head, ...rows] = cells
    .map((row, index) => ({ place: { unit: 'row' as const, number: index + 1 }, cells: row.map(cellText) }))
    .filter((row) => row.cells.some((cell) => cell !== ''));
  if (!head) throw new UnreadableImport('the first sheet is empty');
  checkAtMost('rows', rows.length, TABLE_ROWS);
  return { columns: head.cells, rows };
}

/** The text of a file in UTF-8, or as Excel in Norway writes it (Windows-1252). */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (!(value instanceof Date)) return String(value).trim();
  // A sheet's dates have no zone; the reader gives them as UTC, up to a rounding error before the full minute.
  const date = DateTime.fromJSDate(value, { zone: 'utc' }).plus({ seconds: 30 });
  return date.toFormat(date.hour === 0 && date.minute === 0 ? 'yyyy-MM-dd' : "yyyy-MM-dd'T'HH:mm");
}
