import { Alert, Button, Dialog, Heading } from '@digdir/designsystemet-react';
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { ApiProblem } from '../api/problem.js';
import { useTexts } from '../language/use-texts.js';
import styles from './work-dialog.module.css';

interface WorkDialogProps {
  readonly title: string;
  /** What the button says that does it. */
  readonly confirm: string;
  readonly isDangerous?: boolean;
  readonly isPending: boolean;
  /** Why it was refused; null while it was not. */
  readonly error: Error | null;
  /** Whether the fields say themselves what is wrong. */
  readonly isErrorShown?: boolean;
  /** Does it; told how to close the dialog, so that the focus goes back to where it came from. */
  readonly onConfirm: (close: () => void) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form, or a question, with a button that does it and one that does not; says why when it was refused. */
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
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-refusal]')?.focus();
  }, [error]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) onConfirm(() => dialog.current?.close());
  };
  return (
    <Dialog
      ref={dialog}
      open
      closedby="closerequest"
      className={styles.dialog}
      closeButton={t('ui.close')}
      onClose={onClose}
      aria-labelledby={id}
    >
      <Heading level={2} data-size="sm" id={id}>
        {title}
      </Heading>
      <form ref={form} className={styles.form} noValidate onSubmit={submit}>
        {children}
        {error && !isErrorShown && (
          <Alert data-color="danger" role="alert" tabIndex={-1} data-refusal>
            {t(`work.administration.${refusalOf(error)}`)}
          </Alert>
        )}
        <div className={styles.actions}>
          <Button type="submit" loading={isPending} {...(isDangerous && { 'data-color': 'danger' })}>
            {confirm}
          </Button>
          <Button type="button" variant="secondary" onClick={() => dialog.current?.close()}>
            {t('work.administration.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function refusalOf(error: Error): 'stale' | 'refused' | 'offline' | 'failed' {
  const status = error instanceof ApiProblem ? error.status : -1;
  if (status === 412 || status === 409) return 'stale';
  if ([401, 403, 404].includes(status)) return 'refused';
  return status === 0 ? 'offline' : 'failed';
}
