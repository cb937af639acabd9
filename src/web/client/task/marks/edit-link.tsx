import { Button } from '@digdir/designsystemet-react';
import { PencilIcon } from '@navikt/aksel-icons';
import { Link } from 'wouter';
import type { Cycle } from '../../../../cycle/cycle.js';
import type { TaskView } from '../../../../task/task-view.js';
import { useTexts } from '../../data/language/use-texts.js';
import { useTaskEditor } from '../move/task-editor.js';
import { useEditAddress } from './edit-address.js';
import { mayEdit } from './rights.js';

interface EditLinkProps {
  readonly task: TaskView;
  readonly cycle: Cycle;
}

/** A link to the form of a task, for those who may change something in it. */
export default function EditLink({ task, cycle }: EditLinkProps) {
  const { t } = useTexts();
  const editor = useTaskEditor({ cycle });
  const addressOf = useEditAddress();
  if (!editor || !mayEdit(editor, task, cycle.county)) return null;
  return (
    <Button asChild variant="secondary" data-size="sm">
      <Link href={addressOf({ taskId: task.id })}>
        <PencilIcon aria-hidden />
        {t('work.editing.edit')}
      </Link>
    </Button>
  );
}
