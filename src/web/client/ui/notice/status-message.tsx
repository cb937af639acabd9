import styles from './status-message.module.css';

/** Says what has just been done; screen readers announce it as it appears. */
export function StatusMessage({ children }: { readonly children: string }) {
  return <output className={styles.message}>{children}</output>;
}
