import { Dialog, Heading } from '@digdir/designsystemet-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTexts } from '../../data/language/use-texts.js';
import styles from './titled-dialog.module.css';

interface TitledDialogProps {
  readonly title: string;
  /** Says how wide it is, if not as others. */
  readonly className?: string | undefined;
  readonly onClose: () => void;
  /** The content; called with what closes the dialog and returns the focus to where it was. */
  readonly children: (close: () => void) => ReactNode;
}

/** A dialog that is open as long as it is there, named by its heading, and closed by its cross, the Escape key or what stands in it. */
export function TitledDialog({ title, className, onClose, children }: TitledDialogProps) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <Dialog
      ref={dialog}
      open
      closedby="closerequest"
      className={className}
      closeButton={t('ui.close')}
      onClose={onClose}
      aria-labelledby={id}
    >
      <Heading level={2} data-size="sm" id={id}>
        {title}
      </Heading>
      {children(() => dialog.current?.close())}
    </Dialog>
  );
}

/** What a dialog shows below its heading, one thing under the other. */
export function DialogContent({ children }: { readonly children: ReactNode }) {
  return <div className={styles.content}>{children}</div>;
}

interface DialogFormProps {
  /** Why it was refused: the focus goes to the first field that is wrong, or to what says why. */
  readonly error?: Error | null;
  readonly onSubmit: (form: HTMLFormElement) => void;
  readonly children: ReactNode;
}

/** The same as a form. */
export function DialogForm({ error = null, onSubmit, children }: DialogFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-refusal]')?.focus();
  }, [error]);
  return (
    <form
      ref={form}
      className={styles.content}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(event.currentTarget);
      }}
    >
      {children}
    </form>
  );
}

/** The buttons at the end of a dialog. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
