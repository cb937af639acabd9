import type { ReactNode } from 'react';
import styles from './legend-list.module.css';

interface LegendListProps {
  /** What screen readers call it where it does not stand beside its figure. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** The legend of a figure: each mark beside its name. */
export function LegendList({ label, children }: LegendListProps) {
  return (
    <ul className={styles.legend} aria-label={label}>
      {children}
    </ul>
  );
}
