import type { ReactNode } from 'react';
import styles from './legend-list.module.css';

/** The legend of a figure: each mark beside its name. */
export function LegendList({ children }: { readonly children: ReactNode }) {
  return <ul className={styles.legend}>{children}</ul>;
}
