import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTexts } from '../../data/language/use-texts.js';
import { readTableFile, type TableFile } from './table-file.js';

/** One row of a table: what becomes of it. */
export interface TableRow {
  readonly place: { readonly unit: 'line' | 'row' | 'event'; readonly number: number };
  readonly name: string;
  readonly outcome: 'new' | 'duplicate' | 'unusable';
  readonly problems: readonly RowProblem[];
}

export interface RowProblem {
  readonly field: string;
  readonly what: string;
}

/** A table as the service takes it. */
export type SentTable = Pick<TableFile, 'format' | 'content'> & { readonly county: string };

/** What is imported from a table, and the texts about it. */
export interface TableImport<R extends TableRow> {
  readonly county: string;
  /** Sends the table, to preview its rows or to add what is new in it. */
  readonly send: (
    table: SentTable,
    query: { readonly preview?: 'true' },
    language: string,
  ) => Promise<readonly R[]>;
  /** The key of the queries that an import outdates. */
  readonly outdates: QueryKey;
  readonly texts: {
    readonly title: string;
    readonly fileHelp: string;
    readonly unreadable: string;
    readonly nothingNew: string;
    readonly confirm: (count: number) => string;
    readonly done: (count: number) => string;
  };
  readonly columns: readonly {
    readonly id: string;
    readonly label: string;
    readonly show: (row: R) => string | null | undefined;
  }[];
  /** What is wrong with a field of a row, in words; null when there is nothing to say of it. */
  readonly flawOf: (problem: RowProblem) => string | null;
}

/** Reads a file and previews its rows; changes nothing. */
export function usePreview<R extends TableRow>({ county, send }: TableImport<R>) {
  const { language } = useTexts();
  return useMutation({
    mutationFn: async (chosen: File) => {
      const file = await readTableFile(chosen);
      const { format, content } = file;
      return { file, rows: await send({ county, format, content }, { preview: 'true' }, language) };
    },
  });
}

/** Adds what is new in a file. */
export function useImport<R extends TableRow>({ county, send, outdates }: TableImport<R>) {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ format, content }: TableFile) => send({ county, format, content }, {}, language),
    onSettled: () => queries.invalidateQueries({ queryKey: outdates }),
  });
}
