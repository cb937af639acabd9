import { CsvError } from 'csv-parse/sync';
import { ArshjulError, type DataFlaw } from '../../errors/arshjul-error.js';
import { csvRecords } from '../../file-bounds/csv-records.js';
import { publishedDate, type SkoleruteEntry } from './entry.js';
import { ENTRY_KINDS, entryKindOf } from './entry-name.js';

/** The headings of the columns, in lower case, in every language; errors name the first two. */
const HEADINGS = {
  what: ['what', 'hva', 'kva'],
  from: ['from', 'fra', 'frå'],
  to: ['to', 'til'],
} as const;

type Column = keyof typeof HEADINGS;

interface Row {
  readonly record: Readonly<Partial<Record<Column, string>>>;
  readonly info: { readonly lines: number };
}

/**
 * The entries of a skolerute as CSV: a head line `what,from,to` (or `hva;fra;til`, `kva;frå;til`) and a line per part;
 * `to` may be left out for single days. Throws ArshjulError with every flaw and its line, TooMuch when it has more than is
 * read.
 */
export function entriesFromCsv(file: string, text: string): SkoleruteEntry[] {
  const flaws: DataFlaw[] = [];
  const entries: SkoleruteEntry[] = [];
  for (const { record, info } of rowsOf(file, text)) {
    const line = info.lines;
    const { what: name = '', from: fromText = '' } = record;
    const toText = record.to || fromText;
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
    const columns = head?.record.map((name) => columnOf(name.toLowerCase())) ?? [];
    for (const column of ['what', 'from'] as const) {
      const [name, other] = HEADINGS[column];
      if (!columns.includes(column)) throw flaw(1, `the header row has no column ${name} (or ${other})`);
    }
    return records.map(({ record, info }) => {
      if (record.length > columns.length)
        throw flaw(info.lines, `has ${record.length} cells; the header row has ${columns.length}`);
      const cells = columns.flatMap((column, index) => (column ? [[column, record[index] ?? '']] : []));
      return { record: Object.fromEntries(cells), info };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw flaw(typeof error.lines === 'number' ? error.lines : 1, `not valid CSV: ${error.message}`);
  }
}

const columnOf = (heading: string): Column | undefined =>
  (Object.keys(HEADINGS) as Column[]).find((column) =>
    (HEADINGS[column] as readonly string[]).includes(heading),
  );
