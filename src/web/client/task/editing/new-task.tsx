import { Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import { isAtLeast } from '../../../../routing/caller.js';
import { useCycleView } from '../../data/cycle/queries.js';
import { useTexts } from '../../data/language/use-texts.js';
import { Failure, Loading } from '../../ui/page/states.js';
import { useTaskEditor } from '../move/task-editor.js';
import { NEW_TASK } from './form/task-form.js';
import { newRef, useUnsaved } from './form/unsaved.js';
import { ResumableTaskForm } from './resumable-task-form.js';
import { EditDialog } from './save/edit-dialog.js';

interface NewTaskProps {
  readonly cycleId: string;
  /** The unsaved task to resume; null for a new one. */
  readonly refToGoOn: string | null;
  readonly person: string;
  readonly onClose: () => void;
}

/** The form of a new task. */
export function NewTask({ cycleId, refToGoOn, person, onClose }: NewTaskProps) {
  const { t } = useTexts();
  const cycleView = useCycleView(cycleId);
  return (
    <EditDialog title={t('work.editing.new')} onClose={onClose}>
      {cycleView.isPending && <Loading />}
      {cycleView.isLoadingError && (
        <Failure error={cycleView.error} onRetry={() => void cycleView.refetch()} />
      )}
      {cycleView.data && <Begun cycleView={cycleView.data} refToGoOn={refToGoOn} person={person} />}
    </EditDialog>
  );
}

interface BegunProps extends Pick<NewTaskProps, 'refToGoOn' | 'person'> {
  readonly cycleView: CycleView;
}

function Begun({ cycleView, refToGoOn, person }: BegunProps) {
  const { t } = useTexts();
  const editor = useTaskEditor(cycleView);
  const cycleId = cycleView.cycle.id;
  const layer = editor?.unit ?? cycleView.cycle.county;
  // Offers the unsaved task last edited for the same unit; one that waits to be sent is a separate task.
  const typed = useUnsaved(person).findLast(
    (each) =>
      each.kind === 'new' && each.cycleId === cycleId && each.layer === layer && each.state === 'typed',
  );
  const [ref] = useState(() => refToGoOn ?? (typed?.kind === 'new' ? typed.ref : newRef()));
  if (!editor || !isAtLeast(editor.role, 'unit-coordinator'))
    return <Paragraph>{t('work.editing.not-yours')}</Paragraph>;
  return (
    <ResumableTaskForm
      fresh={{ kind: 'new', cycleId, title: '', at: '', state: 'typed', ref, layer, form: NEW_TASK }}
      isOwner
      cycleView={cycleView}
      person={person}
    />
  );
}
