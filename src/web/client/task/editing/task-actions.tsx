import { Button } from '@digdir/designsystemet-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TaskView } from '../../../../task/task-view.js';
import { call } from '../../data/api/call.js';
import { failureText } from '../../data/api/failure-text.js';
import { presentState } from '../../data/api/problem.js';
import { isOfTask } from '../../data/keys/task-keys.js';
import { useTexts } from '../../data/language/use-texts.js';
import { useDoneToast } from '../changes/done-toast.js';
import type { TaskUnsaved } from './resumable-task-form.js';
import { useClose } from './save/edit-dialog.js';
import styles from './save/edit-dialog.module.css';
import type { Editor } from './save/use-editor.js';

interface TaskActionsProps {
  readonly base: TaskView;
  readonly editor: Editor<TaskUnsaved>;
  /** Given why the task was not deleted, to be told in the form. */
  readonly onRefused: (text: string) => void;
}

/** What ends a task: one of the framework is cancelled and can be restored, one's own is deleted. */
export function TaskActions(props: TaskActionsProps) {
  const { base, editor } = props;
  const { t } = useTexts();
  if (base.origin !== 'template') return <DeleteButton {...props} />;
  const isCancelled = base.status === 'cancelled';
  return (
    <Button
      type="button"
      variant="tertiary"
      data-color={isCancelled ? 'accent' : 'danger'}
      className={styles.apart}
      onClick={() => editor.save({ ...editor.unsaved.form, status: isCancelled ? 'planned' : 'cancelled' })}
    >
      {t(isCancelled ? 'work.editing.restore-task' : 'work.editing.cancel-task')}
    </Button>
  );
}

/** Deletes a task of one's own, when it is asked a second time. */
function DeleteButton({ base, editor, onRefused }: TaskActionsProps) {
  const { t, language } = useTexts();
  const close = useClose();
  const queries = useQueryClient();
  const showDone = useDoneToast(base.cycleId);
  const [isAsked, setIsAsked] = useState(false);
  const deletion = useMutation({
    mutationFn: (version: number) =>
      call('DELETE /api/tasks/{id}', { params: { id: base.id }, ifMatch: version, language }),
    onSuccess: () => {
      editor.throwAway();
      showDone(t('work.editing.deleted', { title: base.title }), base.title);
      close();
    },
    onError: (error) =>
      onRefused(presentState(error) ? t('work.editing.delete-changed') : failureText(error, t)),
    // Not the deleted task itself, which the form shows until it has closed: it cannot be fetched again.
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => !isOfTask(queryKey) }),
  });
  // A reader who confirms once more has been told that the task has changed.
  const { version } = presentState<TaskView>(deletion.error) ?? base;
  return (
    <Button
      type="button"
      variant={isAsked ? 'primary' : 'tertiary'}
      data-color="danger"
      className={styles.apart}
      loading={deletion.isPending}
      onBlur={() => setIsAsked(false)}
      onClick={() => (isAsked ? deletion.mutate(version) : setIsAsked(true))}
    >
      {t(isAsked ? 'work.editing.delete-really' : 'work.editing.delete')}
    </Button>
  );
}
