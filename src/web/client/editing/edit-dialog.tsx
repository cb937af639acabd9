import { Dialog, Heading } from '@digdir/designsystemet-react';
import { createContext, type ReactNode, use, useId, useRef } from 'react';
import { useTexts } from '../language/use-texts.js';
import styles from './edit-dialog.module.css';

const Close = createContext<() => void>(() => {});

/** Closes the dialog that one stands in, so that the focus goes back to where it came from. */
export const useClose = () => use(Close);

interface EditDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog to edit in. What is written in it is kept when it is closed by its cross or the Escape key. */
export function EditDialog({ title, onClose, children }: EditDialogProps) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
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
      <Heading level={2} data-size="sm" id={id} className={styles.title}>
        {title}
      </Heading>
      <Close value={() => dialog.current?.close()}>{children}</Close>
    </Dialog>
  );
}
