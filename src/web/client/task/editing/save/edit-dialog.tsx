import { createContext, type ReactNode, use } from 'react';
import { TitledDialog } from '../../../ui/dialog/titled-dialog.js';
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
  return (
    <TitledDialog title={title} className={styles.dialog} onClose={onClose}>
      {(close) => <Close value={close}>{children}</Close>}
    </TitledDialog>
  );
}
