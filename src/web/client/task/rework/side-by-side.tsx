import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { FieldInWords } from '../../../../cycle/history/change-in-words.js';
import type { TaskView } from '../../../../task/task-view.js';
import { taskPath } from '../../data/address/views.js';
import { useTexts } from '../../data/language/use-texts.js';
import styles from './rework.module.css';

interface SideBySideProps {
  readonly task: TaskView;
  /** The id of the task that is there already, to be looked at; null where there is none. */
  readonly link: string | null;
  readonly changes: readonly FieldInWords[];
  /** The reasons for the new date. */
  readonly why: readonly string[];
  readonly columns: { readonly before: string; readonly after: string };
  readonly children?: ReactNode;
}

/** One task: what it is before and after, field by field side by side, and the reasons for its new date. */
export function SideBySide({ task, link, changes, why, columns, children }: SideBySideProps) {
  const { t } = useTexts();
  return (
    <li className={styles.task}>
      <p className={styles.title}>
        {link === null ? task.title : <Link href={taskPath(link)}>{task.title}</Link>}
      </p>
      {changes.length > 0 && (
        <table className={styles.table}>
          <caption className="ds-sr-only">{task.title}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="ds-sr-only">{t('work.rework.field')}</span>
              </th>
              <th scope="col">{columns.before}</th>
              <th scope="col">{columns.after}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ field, name, before, after }) => (
              <tr key={field}>
                <th scope="row">{name}</th>
                <td data-label={columns.before}>{before ?? '–'}</td>
                <td data-label={columns.after}>{after ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {why.length > 0 && changes.some(({ field }) => field === 'when') && (
        <details className={styles.why}>
          <summary>{t('work.rework.why')}</summary>
          <ul>
            {why.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
      {children}
    </li>
  );
}
