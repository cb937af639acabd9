import { z } from 'zod';
import { RequestProblem } from '../routing/problem.js';
import { IMPORT_TABLE_FORMATS, type ImportTableFormat } from './formats.js';
import type { Place } from './imported-event.js';
import type { Table } from './table.js';

/** A table that is sent to be taken into a county. */
export const tableBodySchema = z.strictObject({
  county: z.string(),
  format: z.enum(IMPORT_TABLE_FORMATS),
  content: z.base64().meta({ description: 'The contents of the file, as Base64' }),
});

/** What an import does with one row of such a table. */
export const tableRowSchema = z.object({
  place: z.object({ unit: z.enum(['line', 'row', 'event']), number: z.int() }),
  name: z.string(),
  outcome: z.enum(['new', 'duplicate', 'unusable']),
  problems: z.array(
    z.object({
      field: z.string(),
      what: z.string(),
      code: z
        .enum(['taken'])
        .optional()
        .meta({ description: 'The kind of problem: another entry has the value' }),
    }),
  ),
});

/** What is wrong with a field of a row. */
export type RowProblem = Readonly<z.infer<typeof tableRowSchema>['problems'][number]>;

export interface PlannedRow {
  readonly place: Place;
  readonly name: string;
  readonly outcome: 'new' | 'duplicate' | 'unusable';
  readonly problems: readonly RowProblem[];
}

/** A row as the API shows it. */
export function viewRow({ place, name, outcome, problems }: PlannedRow): z.input<typeof tableRowSchema> {
  return { place: { ...place }, name, outcome, problems: [...problems] };
}

/** Reads a table in another thread. Throws RequestProblem when it cannot be read. */
export type ReadTable = (file: {
  readonly format: ImportTableFormat;
  readonly bytes: Uint8Array;
}) => Promise<Table>;

/** Reads a table that has been sent; throws RequestProblem when it cannot be read or lacks columns. */
export async function readUploadedTable(
  { format, content }: Pick<z.infer<typeof tableBodySchema>, 'format' | 'content'>,
  readTable: ReadTable,
  missingColumns: (table: Table) => readonly string[],
): Promise<Table> {
  const table = await readTable({ format, bytes: Buffer.from(content, 'base64') });
  const missing = missingColumns(table);
  if (missing.length === 0) return table;
  const errors = [{ pointer: '/body/content', detail: `has no column for ${missing.join(', ')}` }];
  throw new RequestProblem('invalid-request', 'The file cannot be read.', errors);
}
