import { createContext, lazy, type ReactNode, Suspense, use, useMemo } from 'react';
import type { Cycle } from '../../../../cycle/cycle.js';
import type { TaskView } from '../../../../task/task-view.js';
import { withWorkTexts } from '../../data/language/i18n.js';
import { useTaskEditor } from '../move/task-editor.js';
import { useEditAddress } from './edit-address.js';
import { mayEdit } from './rights.js';

const EditIcon = lazy(withWorkTexts(() => import('./edit-icon.js')));

/** Returns the address of a task's form; null when the reader may not change the task. */
type AddressOf = (task: TaskView) => string | null;

const Addresses = createContext<AddressOf>(() => null);

interface EditMarksProps {
  readonly cycle: Cycle;
  readonly children: ReactNode;
}

/** Lets the lines of a list link to the forms of their tasks; the reader's rights are determined once for all of them. */
export function EditMarks({ cycle, children }: EditMarksProps) {
  const editor = useTaskEditor({ cycle });
  const addressOf = useEditAddress();
  const { county } = cycle;
  const addresses = useMemo<AddressOf>(
    () => (task) => (editor && mayEdit(editor, task, county) ? addressOf({ taskId: task.id }) : null),
    [editor, addressOf, county],
  );
  return <Addresses value={addresses}>{children}</Addresses>;
}

/** A link from a line of a list to the form of its task; nothing for those who may not change it. */
export function EditMark({ task }: { readonly task: TaskView }) {
  const address = use(Addresses)(task);
  return (
    address !== null && (
      <Suspense>
        <EditIcon title={task.title} address={address} />
      </Suspense>
    )
  );
}
