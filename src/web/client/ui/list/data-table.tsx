import type { ReactNode } from 'react';
import styles from './data-table.module.css';
import { WideTable } from './wide-table.js';

/** One column; the first names the row. */
export interface Column<T> {
  readonly id: string;
  readonly label: string;
  readonly show: (row: T) => ReactNode;
}

interface DataTableProps<T> {
  readonly name: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  /** Whether a row is of something that no longer counts. */
  readonly isPale?: (row: T) => boolean;
}

/** Rows under named columns; on a phone each row is a card of its own. */
export function DataTable<T>({ name, columns, rows, keyOf, isPale = () => false }: DataTableProps<T>) {
  return (
    <WideTable name={name} className={styles.data} columns={columns}>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} data-pale={isPale(row)}>
            {columns.map(({ id, label, show }, index) =>
              index === 0 ? (
                <th key={id} scope="row">
                  {show(row)}
                </th>
              ) : (
                <td key={id} data-label={label}>
                  <div>{show(row)}</div>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

/** What can be done with one row. */
export function RowActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
