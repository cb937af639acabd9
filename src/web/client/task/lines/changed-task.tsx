import { Tag } from '@digdir/designsystemet-react';
import { Link } from 'wouter';
import type { ChangeKind, FieldInWords } from '../../../../cycle/history/change-in-words.js';
import { taskPath } from '../../data/address/views.js';
import { useTexts } from '../../data/language/use-texts.js';
import styles from './changed-task.module.css';
import { FieldChanges } from './field-changes.js';

interface ChangedTaskProps {
  readonly taskId: string;
  readonly title: string;
  /** The unit whose own view was changed; null for the task itself. */
  readonly unitName: string | null;
  readonly change: ChangeKind;
  readonly fields: readonly FieldInWords[];
}

const COLOURS = {
  added: 'success',
  changed: 'neutral',
  removed: 'danger',
  'brought-back': 'success',
} as const;

/** One task that a change is about: what has become of it, before and after. */
export function ChangedTask({ taskId, title, unitName, change, fields }: ChangedTaskProps) {
  const { t } = useTexts();
  return (
    <div className={styles.task}>
      <p className={styles.head}>
        {change === 'removed' ? <span>{title}</span> : <Link href={taskPath(taskId)}>{title}</Link>}
        {change !== 'changed' && (
          <Tag data-color={COLOURS[change]} data-size="sm">
            {t(`change.kind.${change}`)}
          </Tag>
        )}
        {unitName !== null && (
          <span className={styles.unit}>{t('work.history.at-unit', { unit: unitName })}</span>
        )}
      </p>
      <FieldChanges fields={fields} />
    </div>
  );
}
