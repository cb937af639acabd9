import type { ReactNode } from 'react';
import styles from './toolbar.module.css';

/** What narrows a list down, and what can be done with it. */
export function Toolbar({ children }: { readonly children: ReactNode }) {
  return <div className={styles.toolbar}>{children}</div>;
}
