import type { ReactNode } from 'react';
import styles from './legend-list.module.css';

/** What the marks of a figure mean: a list of each beside its name. */
export function LegendList({ children }: { readonly children: ReactNode }) {
  return <ul className={styles.legend}>{children}</ul>;
}
