import type { TaskView } from '../../../../task/task-view.js';
import styles from './kind-mark.module.css';

/** The form that a kind of task has everywhere: a filled dot, an open diamond, a bar. Its name stands in words beside it. */
export function KindMark({ kind }: { readonly kind: TaskView['kind'] }) {
  return (
    <svg className={styles.mark} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {kind === 'deadline' && <circle cx="8" cy="8" r="5" className={styles.filled} />}
      {kind === 'cooperation' && <path d="M8 2 L14 8 L8 14 L2 8 Z" className={styles.open} />}
      {kind === 'activity' && <rect x="1" y="5.5" width="14" height="5" rx="2.5" className={styles.filled} />}
    </svg>
  );
}
