import { Alert, Button } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { ApiProblem } from '../../data/api/problem.js';
import { useTexts } from '../../data/language/use-texts.js';
import { DialogActions, DialogForm, TitledDialog } from './titled-dialog.js';
import styles from './work-dialog.module.css';

interface WorkDialogProps {
  readonly title: string;
  /** The label of the button that does it. */
  readonly confirm: string;
  readonly isDangerous?: boolean;
  readonly isPending: boolean;
  /** Why it was refused; null while it was not. */
  readonly error: Error | null;
  /** Whether the fields say themselves what is wrong. */
  readonly isErrorShown?: boolean;
  /** Does the work; called with what closes the dialog and returns the focus to where it was. */
  readonly onConfirm: (close: () => void) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form or question with a confirm and a cancel button; shows why when it was refused. */
export function WorkDialog({
  title,
  confirm,
  isDangerous = false,
  isPending,
  error,
  isErrorShown = false,
  onConfirm,
  onClose,
  children,
}: WorkDialogProps) {
  const { t } = useTexts();
  return (
    <TitledDialog title={title} className={styles.dialog} onClose={onClose}>
      {(close) => (
        <DialogForm error={error} onSubmit={() => !isPending && onConfirm(close)}>
          {children}
          {error && !isErrorShown && (
            <Alert data-color="danger" role="alert" tabIndex={-1} data-refusal>
              {t(`work.administration.${refusalOf(error)}`)}
            </Alert>
          )}
          <DialogActions>
            <Button type="submit" loading={isPending} {...(isDangerous && { 'data-color': 'danger' })}>
              {confirm}
            </Button>
            <Button type="button" variant="secondary" onClick={close}>
              {t('work.administration.cancel')}
            </Button>
          </DialogActions>
        </DialogForm>
      )}
    </TitledDialog>
  );
}

function refusalOf(error: Error): 'stale' | 'refused' | 'offline' | 'failed' {
  const status = error instanceof ApiProblem ? error.status : -1;
  if (status === 412 || status === 409) return 'stale';
  if ([401, 403, 404].includes(status)) return 'refused';
  return status === 0 ? 'offline' : 'failed';
}
