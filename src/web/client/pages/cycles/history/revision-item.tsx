import { Alert, Button, Details, Tag } from '@digdir/designsystemet-react';
import { ArrowUndoIcon } from '@navikt/aksel-icons';
import type { HistoryEntry } from '../../../../../cycle/history/history-view.js';
import { nameOf } from '../../../data/language/author-name.js';
import { inOslo, momentInWords } from '../../../data/language/moments.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { ChangedTask } from '../../../task/lines/changed-task.js';
import { showToast } from '../../../ui/notice/toast.js';
import { useUndoRevision } from './history.js';
import { refusalInWords } from './refusal.js';
import styles from './revision-item.module.css';

/** With more changed tasks than this, they are collapsed. */
const SHOWN_AT_ONCE = 3;

interface RevisionItemProps {
  readonly cycleId: string;
  readonly entry: HistoryEntry;
}

/** One revision: who did what and when, to which tasks, with a way to undo it. */
export function RevisionItem({ cycleId, entry }: RevisionItemProps) {
  const { t } = useTexts();
  const undo = useUndoRevision(cycleId);
  const { revision, at, who, action, takesBack, message, isTakenBack, mayUndo, changes } = entry;
  const [first] = changes;
  const did = t(`work.history.did.${action}`, { who: nameOf(who, t) });
  const tasks = changes.map(({ taskId, title, unit, unitName, change, inWords }) => (
    <ChangedTask
      key={`${taskId} ${unit}`}
      taskId={taskId}
      title={title}
      unitName={unitName}
      change={change}
      fields={inWords}
    />
  ));
  return (
    <li className={styles.item} data-gone={isTakenBack} id={`r${revision}`}>
      <div className={styles.head}>
        <time dateTime={at} title={momentInWords(at, t)} className={styles.time}>
          {inOslo(at).time}
        </time>
        <p className={styles.did}>
          {did} <span className={styles.number}>{t('work.history.number', { revision })}</span>
        </p>
        <div className={styles.marks}>
          {takesBack !== null && (
            <Tag data-color="info" data-size="sm">
              {t('work.history.takes-back', { revision: takesBack })}
            </Tag>
          )}
          {isTakenBack && (
            <Tag data-color="warning" data-size="sm">
              {t('work.history.taken-back')}
            </Tag>
          )}
          {mayUndo && (
            <Button
              variant="tertiary"
              data-size="sm"
              loading={undo.isPending}
              aria-label={t('work.history.undo-of', { did, title: first?.title ?? '' })}
              onClick={() =>
                undo.mutate(revision, {
                  onSuccess: () => showToast({ kind: 'done', text: t('work.history.undone', { revision }) }),
                })
              }
            >
              <ArrowUndoIcon aria-hidden />
              {t('work.history.undo')}
            </Button>
          )}
        </div>
      </div>
      {message !== null && <blockquote className={styles.message}>{message}</blockquote>}
      {undo.isError && (
        <Alert data-color="danger" data-size="sm" role="alert">
          {refusalInWords(undo.error, entry, t)}
        </Alert>
      )}
      {tasks.length > SHOWN_AT_ONCE ? (
        <Details data-size="sm" data-color="neutral">
          <Details.Summary>{t('work.history.tasks', { count: tasks.length })}</Details.Summary>
          <Details.Content className={styles.tasks}>{tasks}</Details.Content>
        </Details>
      ) : (
        tasks.length > 0 && <div className={styles.tasks}>{tasks}</div>
      )}
    </li>
  );
}
