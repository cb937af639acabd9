import styles from './news.module.css';

/** Word of what has just been done, read out as it appears. */
export function News({ children }: { readonly children: string }) {
  return <output className={styles.news}>{children}</output>;
}
