import { createContext, type ReactNode, use } from 'react';
import { TitledDialog } from '../../../ui/dialog/titled-dialog.js';
import styles from './edit-dialog.module.css';

const Close = createContext<() => void>(() => {});

/** Returns what closes the surrounding dialog and returns the focus to where it was. */
export const useClose = () => use(Close);

interface EditDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog for editing. What is typed in it is kept when it is closed by its cross or the Escape key. */
export function EditDialog({ title, onClose, children }: EditDialogProps) {
  return (
    <TitledDialog title={title} className={styles.dialog} onClose={onClose}>
      {(close) => <Close value={close}>{children}</Close>}
    </TitledDialog>
  );
}
