import { List, Paragraph } from '@digdir/designsystemet-react';
import type { TaskView } from '../../../../../../../task/task-view.js';
import { failureText } from '../../../../../data/api/failure-text.js';
import { ApiProblem } from '../../../../../data/api/problem.js';
import { useTexts } from '../../../../../data/language/use-texts.js';
import { tasksInTheWay } from './bulk-actions.js';
import styles from './bulk-bar.module.css';

/** How many tasks are named; the rest are counted. */
const MOST_NAMED = 10;

interface BulkRefusalProps {
  readonly error: Error;
  /** The tasks that should have been changed. */
  readonly sent: readonly TaskView[];
}

/** Why a bulk change was refused: each task that prevents it, and the reason. */
export function BulkRefusal({ error, sent }: BulkRefusalProps) {
  const { t } = useTexts();
  const inTheWay = error instanceof ApiProblem ? tasksInTheWay(error.errors, sent) : [];
  if (inTheWay.length === 0) return <Paragraph>{failureText(error, t)}</Paragraph>;
  const more = inTheWay.length - MOST_NAMED;
  return (
    <>
      <Paragraph>{t('work.bulk.refused', { count: inTheWay.length })}</Paragraph>
      <List.Unordered className={styles.inTheWay}>
        {inTheWay.slice(0, MOST_NAMED).map(({ task: { id, title }, why }) => (
          <List.Item key={id}>{t(`work.bulk.why.${why}`, { title })}</List.Item>
        ))}
        {more > 0 && <List.Item>{t('work.bulk.more', { count: more })}</List.Item>}
      </List.Unordered>
    </>
  );
}
