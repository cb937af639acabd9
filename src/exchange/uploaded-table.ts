import { z } from 'zod';
import { RequestProblem } from '../routing/problem.js';
import { type Place, UnreadableImport } from './imported-event.js';
import { type Table, tableFromCsv, tableFromExcel } from './table.js';

/** A table that is sent to be taken into a county. */
export const tableBodySchema = z.strictObject({
  county: z.string(),
  format: z.enum(['csv', 'xlsx']),
  content: z.base64().meta({ description: 'The bytes of the file, as Base64' }),
});

/** What becomes of one row of such a table. */
export const tableRowSchema = z.object({
  place: z.object({ unit: z.enum(['line', 'row', 'event']), number: z.int() }),
  name: z.string(),
  outcome: z.enum(['new', 'duplicate', 'unusable']),
  problems: z.array(z.object({ field: z.string(), what: z.string() })),
});

export interface PlannedRow {
  readonly place: Place;
  readonly name: string;
  readonly outcome: 'new' | 'duplicate' | 'unusable';
  readonly problems: readonly { readonly field: string; readonly what: string }[];
}

/** What a caller is told of a row. */
export function viewRow({ place, name, outcome, problems }: PlannedRow): z.input<typeof tableRowSchema> {
  return { place: { ...place }, name, outcome, problems: [...problems] };
}

/** Reads a table that has been sent; throws RequestProblem when it cannot be read or lacks columns. */
export async function readUploadedTable(
  { format, content }: Pick<z.infer<typeof tableBodySchema>, 'format' | 'content'>,
  missingColumns: (table: Table) => readonly string[],
): Promise<Table> {
  const refused = (detail: string) =>
    new RequestProblem('invalid-request', 'The file cannot be read.', [{ pointer: '/body/content', detail }]);
  try {
    const bytes = Buffer.from(content, 'base64');
    const table = format === 'csv' ? tableFromCsv(bytes) : await tableFromExcel(bytes);
    const missing = missingColumns(table);
    if (missing.length > 0) throw refused(`has no column for ${missing.join(', ')}`);
    return table;
  } catch (error) {
    if (error instanceof UnreadableImport) throw refused(`is ${error.message}`);
    throw error;
  }
}
