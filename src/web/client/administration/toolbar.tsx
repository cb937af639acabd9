import type { ReactNode } from 'react';
import styles from './toolbar.module.css';

/** What narrows a list down, and what can be done with it. */
export function Toolbar({ children }: { readonly children: ReactNode }) {
  return <div className={styles.toolbar}>{children}</div>;
}

/** Word of what has just been done, read out as it appears. */
export function News({ children }: { readonly children: string }) {
  return <output className={styles.news}>{children}</output>;
}
