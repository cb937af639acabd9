import { Button } from '@digdir/designsystemet-react';
import { PencilIcon } from '@navikt/aksel-icons';
import { Link } from 'wouter';
import type { Cycle } from '../../../../cycle/cycle.js';
import type { TaskView } from '../../../../task/task-view.js';
import { useTexts } from '../../data/language/use-texts.js';
import { useMover } from '../move/mover.js';
import { useEditAddress } from './edit-address.js';
import { mayEdit } from './rights.js';

interface EditLinkProps {
  readonly task: TaskView;
  readonly cycle: Cycle;
}

/** The way to the form of a task, for those who may change something of it. */
export default function EditLink({ task, cycle }: EditLinkProps) {
  const { t } = useTexts();
  const mover = useMover({ cycle });
  const addressOf = useEditAddress();
  if (!mover || !mayEdit(mover, task, cycle.county)) return null;
  return (
    <Button asChild variant="secondary" data-size="sm">
      <Link href={addressOf({ taskId: task.id })}>
        <PencilIcon aria-hidden />
        {t('work.editing.edit')}
      </Link>
    </Button>
  );
}
