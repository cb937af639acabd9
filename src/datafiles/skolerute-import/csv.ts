import { CsvError, parse } from 'csv-parse/sync';
import { ArshjulError, type DataFlaw } from '../../errors/arshjul-error.js';
import { ENTRY_KINDS, entryKindOf, publishedDate, type SkoleruteEntry } from './entry.js';

interface Row {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/**
 * The entries of a skolerute as CSV: a head line `what,from,to` (or `hva;fra;til`) and a line per part; `to` may be
 * left out for single days. Throws ArshjulError with every flaw and its line.
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
        what: `${JSON.stringify(name)} is none of ${ENTRY_KINDS.join(', ')}`,
      });
    if (!from) flaws.push({ file, line, field: 'from', what: `${JSON.stringify(fromText)} is not a date` });
    if (!to) flaws.push({ file, line, field: 'to', what: `${JSON.stringify(toText)} is not a date` });
    if (kind && from && to) entries.push({ kind, from, to, line });
  }
  if (flaws.length > 0) throw new ArshjulError({ code: 'invalid-data', flaws });
  return entries;
}

function rowsOf(file: string, text: string): Row[] {
  const columns = (head: string[]) => head.map((name) => name.trim().toLowerCase());
  const [firstLine = ''] = text.split(/\r?\n/, 1);
  for (const [one, other] of [
    ['what', 'hva'],
    ['from', 'fra'],
  ] as const) {
    if (
      !columns(firstLine.replace(/^\uFEFF/, '').split(/[;,]/)).some((name) => name === one || name === other)
    ) {
      const what = `the head line has no column ${one} (or ${other})`;
      throw new ArshjulError({ code: 'invalid-data', flaws: [{ file, line: 1, field: '', what }] });
    }
  }
  try {
    return parse(text, {
      bom: true,
      columns,
      delimiter: firstLine.includes(';') ? ';' : ',',
      info: true,
      relax_column_count_less: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Row[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    throw new ArshjulError({
      code: 'invalid-data',
      flaws: [{ file, line, field: '', what: `not valid CSV: ${error.message}` }],
    });
  }
}
