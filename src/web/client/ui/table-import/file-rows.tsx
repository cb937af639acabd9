import { Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { WideTable } from '../list/wide-table.js';
import { StatusRegion } from '../notice/status-region.js';
import styles from './file-rows.module.css';

interface FileRow {
  readonly place: { readonly number: number };
}

/** What is shown of each row of a file. */
export interface FileColumn<R extends FileRow> {
  readonly id: string;
  readonly label: string;
  readonly show: (row: R) => ReactNode;
  /** Whether it is what the row is called. */
  readonly isName?: boolean;
}

interface FileRowsProps<R extends FileRow> {
  readonly heading: string;
  readonly level: 2 | 3;
  /** How many rows become what. */
  readonly counts: readonly string[];
  readonly help: string;
  readonly columns: readonly FileColumn<R>[];
  readonly rows: readonly R[];
  /** The table’s own: how high and how wide it is. */
  readonly className: string | undefined;
}

/** The outcome of the rows of a file: the counts, then row by row. */
export function FileRows<R extends FileRow>({
  heading,
  level,
  counts,
  help,
  columns,
  rows,
  className,
}: FileRowsProps<R>) {
  return (
    <>
      <StatusRegion>
        <Heading level={level} data-size={level === 2 ? 'xs' : '2xs'}>
          {heading}
        </Heading>
        <Paragraph>
          {counts.join(', ')}. {help}
        </Paragraph>
      </StatusRegion>
      <WideTable name={heading} className={`${styles.rows} ${className}`} columns={columns}>
        <tbody>
          {rows.map((row) => (
            <tr key={row.place.number}>
              {columns.map(({ id, show, isName }) =>
                isName ? (
                  <th key={id} scope="row">
                    {show(row)}
                  </th>
                ) : (
                  <td key={id}>{show(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </>
  );
}

interface RowOutcomeProps {
  readonly colour: 'success' | 'info' | 'neutral' | 'warning' | 'danger';
  readonly name: string;
  /** What is wrong with the row, in words. */
  readonly flaws: readonly string[];
}

/** The outcome of one row, and why it cannot be imported. */
export function RowOutcome({ colour, name, flaws }: RowOutcomeProps) {
  return (
    <>
      <Tag data-color={colour} data-size="sm">
        {name}
      </Tag>
      {flaws.map((flaw) => (
        <p key={flaw} className={styles.flaw}>
          {flaw}
        </p>
      ))}
    </>
  );
}
