import type { ReactNode } from 'react';
import styles from './wide-table.module.css';

interface WideTableProps {
  readonly name: string;
  /** Says how wide the table is at the least, and what else sets it apart: `.name > table`. */
  readonly className: string | undefined;
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  /** The bodies of the table. */
  readonly children: ReactNode;
}

/** A table of those who work, in a frame that scrolls where there is less room than the table needs. */
export function WideTable({ name, className, columns, children }: WideTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={`${styles.region} ${className}`} aria-label={name} tabIndex={0}>
      <table className={styles.table}>
        <caption className="ds-sr-only">{name}</caption>
        <thead>
          <tr>
            {columns.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </section>
  );
}
