import { CsvError } from 'csv-parse/sync';
import { ArshjulError, type DataFlaw } from '../../errors/arshjul-error.js';
import { csvRecords } from '../../file-bounds/csv-records.js';
import { publishedDate, type SkoleruteEntry } from './entry.js';
import { ENTRY_KINDS, entryKindOf } from './entry-name.js';

interface Row {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/**
 * The entries of a skolerute as CSV: a head line `what,from,to` (or `hva;fra;til`) and a line per part; `to` may be
 * left out for single days. Throws ArshjulError with every flaw and its line, TooMuch when it has more than is read.
 */
export function entriesFromCsv(file: string, text: string): SkoleruteEntry[] {
  const flaws: DataFlaw[] = [];
  const entries: SkoleruteEntry[] = [];
  for (const { record, info } of rowsOf(file, text)) {
    const line = info.lines;
    const name = record.what ?? record.hva ?? '';
    const [fromText, toText] = [
      record.from ?? record.fra ?? '',
      (record.to ?? record.til) || (record.from ?? record.fra ?? ''),
    ];
    const kind = entryKindOf(name);
    const [from, to] = [publishedDate(fromText), publishedDate(toText)];
    if (!kind)
      flaws.push({
        file,
        line,
        field: 'what',
        what: `${JSON.stringify(name)} is not one of ${ENTRY_KINDS.join(', ')}`,
      });
    if (!from) flaws.push({ file, line, field: 'from', what: `${JSON.stringify(fromText)} is not a date` });
    if (!to) flaws.push({ file, line, field: 'to', what: `${JSON.stringify(toText)} is not a date` });
    if (kind && from && to) entries.push({ name, kind, from, to, line });
  }
  if (flaws.length > 0) throw new ArshjulError({ code: 'invalid-data', flaws });
  return entries;
}

function rowsOf(file: string, text: string): Row[] {
  const flaw = (line: number, what: string) =>
    new ArshjulError({ code: 'invalid-data', flaws: [{ file, line, field: '', what }] });
  const [firstLine = ''] = text.split(/\r?\n/, 1);
  try {
    const [head, ...records] = csvRecords(text, { delimiter: firstLine.includes(';') ? ';' : ',' });
    const columns = head?.record.map((name) => name.toLowerCase()) ?? [];
    for (const [one, other] of [
      ['what', 'hva'],
      ['from', 'fra'],
    ] as const) {
      if (!columns.includes(one) && !columns.includes(other))
        throw flaw(1, `the header row has no column ${one} (or ${other})`);
    }
    return records.map(({ record, info }) => {
      if (record.length > columns.length)
        throw flaw(info.lines, `has ${record.length} cells; the header row has ${columns.length}`);
      return { record: Object.fromEntries(columns.map((name, index) => [name, record[index] ?? ''])), info };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw flaw(typeof error.lines === 'number' ? error.lines : 1, `not valid CSV: ${error.message}`);
  }
}
