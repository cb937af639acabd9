import { Paragraph, ToggleGroup } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../task/task-view.js';
import { ApiProblem } from '../../data/api/problem.js';
import { together } from '../../data/api/together.js';
import { useCycleView } from '../../data/cycle/queries.js';
import { useTexts } from '../../data/language/use-texts.js';
import { Failure, Loading } from '../../ui/page/states.js';
import { useFilter } from '../filter/use-filter.js';
import { OtherViewers } from '../marks/other-viewers.js';
import { rightsOf } from '../marks/rights.js';
import { useTaskEditor } from '../move/task-editor.js';
import { formOf } from './form/task-form.js';
import { type Unsaved, useUnsaved } from './form/unsaved.js';
import { ResumableAdjustmentForm } from './resumable-adjustment-form.js';
import { ResumableTaskForm } from './resumable-task-form.js';
import { EditDialog } from './save/edit-dialog.js';
import styles from './save/edit-dialog.module.css';
import { useEditedTask } from './save/edited-task.js';
import { GoneTask } from './save/gone-task.js';

interface EditTaskProps {
  readonly taskId: string;
  readonly person: string;
  readonly onClose: () => void;
}

/** The form of a task, with the fields that the reader may change. */
export function EditTask({ taskId, person, onClose }: EditTaskProps) {
  const { t } = useTexts();
  const task = useEditedTask(taskId);
  const kept = useUnsaved(person).filter((each) => taskOf(each) === taskId);
  const cycleView = useCycleView(task.data?.cycleId ?? kept[0]?.cycleId ?? null);
  const isGone = task.data === undefined && task.error instanceof ApiProblem && task.error.status === 404;
  const fetched = together([task, cycleView]);
  // Once fetched, the form stays, even if a refetch fails.
  const isHere = task.data !== undefined && cycleView.data !== undefined;
  const isKeptOfGone = isGone && kept.length > 0 && cycleView.data !== undefined;
  const isShown = isHere || isKeptOfGone;
  const title = task.data ? t('work.editing.edit-of', { title: task.data.title }) : t('work.editing.edit');
  return (
    <EditDialog title={title} onClose={onClose}>
      {task.data && <OtherViewers cycleId={task.data.cycleId} taskId={taskId} />}
      {isHere && <Editors task={task.data} cycleView={cycleView.data} person={person} />}
      {isKeptOfGone && <GoneTask kept={kept} cycleView={cycleView.data} person={person} />}
      {!isShown && fetched.state === 'pending' && <Loading />}
      {!isShown && fetched.state === 'failed' && <Failure error={fetched.error} onRetry={fetched.retry} />}
    </EditDialog>
  );
}

/** The id of the task that unsaved work changes. */
function taskOf(unsaved: Unsaved): string | null {
  if (unsaved.kind === 'new') return null;
  return unsaved.kind === 'task' ? unsaved.base.id : unsaved.taskId;
}

interface EditorsProps {
  readonly task: TaskView;
  readonly cycleView: CycleView;
  readonly person: string;
}

/** The form of the task itself, of the unit's adjustment, or the choice between them. */
function Editors({ task, cycleView, person }: EditorsProps) {
  const { t } = useTexts();
  const editor = useTaskEditor(cycleView);
  const [{ unit: seenAs }] = useFilter();
  const rights = editor && rightsOf(editor, task, cycleView.county.number, seenAs);
  const ways = [
    ...(rights?.mayChange('status') ? ['task' as const] : []),
    ...(rights && rights.adjusts.length > 0 ? ['adjustment' as const] : []),
  ];
  // What was refused for the unit is what the reader has come to see.
  const isRefused = useUnsaved(person).some(
    (each) =>
      each.kind === 'adjustment' &&
      each.taskId === task.id &&
      each.unit === rights?.unit &&
      each.state === 'refused',
  );
  const [chosen, setChosen] = useState(isRefused ? 'adjustment' : ways[0]);
  const way = ways.find((each) => each === chosen) ?? ways[0];
  const unitName = cycleView.units.find(({ id }) => id === rights?.unit)?.name ?? '';
  if (!rights || way === undefined) return <Paragraph>{t('work.editing.not-yours')}</Paragraph>;
  return (
    <>
      {ways.length > 1 && (
        <ToggleGroup
          className={styles.ways}
          aria-label={t('work.editing.what')}
          data-size="sm"
          value={way}
          onChange={(next) => setChosen(next as typeof way)}
        >
          <ToggleGroup.Item value="task">{t('work.editing.for-all')}</ToggleGroup.Item>
          <ToggleGroup.Item value="adjustment">
            {t('work.editing.for-unit', { unit: unitName })}
          </ToggleGroup.Item>
        </ToggleGroup>
      )}
      {way === 'task' ? (
        <ResumableTaskForm
          fresh={{
            kind: 'task',
            cycleId: task.cycleId,
            title: task.title,
            at: '',
            state: 'typed',
            base: task,
            form: formOf(task),
          }}
          isOwner={rights.isOwner}
          cycleView={cycleView}
          person={person}
        />
      ) : (
        <ResumableAdjustmentForm
          task={task}
          unit={rights.unit ?? ''}
          adjusts={rights.adjusts}
          cycleView={cycleView}
          person={person}
        />
      )}
    </>
  );
}
