import { CsvError, parse } from 'csv-parse/sync';
import { DateTime } from 'luxon';
import readExcel from 'read-excel-file/node';
import { type Place, UnreadableImport } from './imported-event.js';

/** A table of texts; a date of a sheet is written `YYYY-MM-DD`, with a time of day `YYYY-MM-DDTHH:MM`. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly place: Place; readonly cells: readonly string[] }[];
}

/** Reads CSV (RFC 4180), with comma, semicolon or tab, in UTF-8 or as Excel in Norway writes it (Windows-1252). */
export function tableFromCsv(bytes: Buffer): Table {
  const text = textOf(bytes);
  const [firstLine = ''] = text.split(/\r?\n/, 1);
  const delimiter = [';', '\t', ','].find((candidate) => firstLine.includes(candidate)) ?? ',';
  try {
    const [head, ...records] = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
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
export async function tableFromExcel(bytes: Buffer): Promise<Table> {
  const [sheet] = await readExcel(bytes).catch((error: unknown) => {
    throw new UnreadableImport(
      `not a readable .xlsx file: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  const rows = (sheet?.data ?? []).map((row, index) => ({
    place: { unit: 'row' as const, number: index + 1 },
    cells: row.map(cellText),
  }));
  const head = rows.findIndex(({ cells }) => cells.some((cell) => cell !== ''));
  if (head === -1) throw new UnreadableImport('the first sheet is empty');
  return {
    columns: rows[head]?.cells ?? [],
    rows: rows.slice(head + 1).filter(({ cells }) => cells.some((cell) => cell !== '')),
  };
}

/** The text of a file in UTF-8, or as Excel in Norway writes it (Windows-1252). */
export function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Takes off the apostrophe that our own CSV puts before what a spreadsheet would run as a formula. */
function withoutGuard(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (!(value instanceof Date)) return String(value).trim();
  // A sheet's dates have no zone; the reader gives them as UTC, up to a rounding error before the full minute.
  const date = DateTime.fromJSDate(value, { zone: 'utc' }).plus({ seconds: 30 });
  return date.toFormat(date.hour === 0 && date.minute === 0 ? 'yyyy-MM-dd' : "yyyy-MM-dd'T'HH:mm");
}
