import { Details, Tag } from '@digdir/designsystemet-react';
import { Link } from 'wouter';
import { isAtLeast, type Role } from '../../../../routing/caller.js';
import { taskPath } from '../../data/address/views.js';
import { numericPeriod } from '../../data/language/dates.js';
import { useTexts } from '../../data/language/use-texts.js';
import { KindMark } from '../../task/lines/kind-mark.js';
import { TaskTags } from '../../task/lines/task-line.js';
import { CommentList } from '../../task/progress/comment-list.js';
import { DoneButton } from '../../task/progress/done-button.js';
import type { MyTask } from '../../task/progress/my-tasks.js';
import { OwnDate } from '../../task/progress/own-date.js';
import { isOwnAlone, type Speaker } from '../../task/progress/progress.js';
import { StepList } from '../../task/progress/step-list.js';
import styles from './my-task-row.module.css';
import { type RowState, type RowStates, useKeptFocus } from './row-states.js';

interface MyTaskRowProps {
  readonly myTask: MyTask;
  readonly speaker: Speaker;
  readonly role: Role;
  readonly rows: RowStates;
}

/** One task that is the unit's to do: its date and title, a button to mark it as done, and the rest on expanding it. */
export function MyTaskRow({ myTask: { task, part, due }, speaker, role, rows }: MyTaskRowProps) {
  const { t } = useTexts();
  const state = rows.of(task.id);
  const set = (part: Partial<RowState>) => rows.set(task.id, part);
  const { isOpen } = state;
  const focus = useKeptFocus(task.id, rows);
  const mayProgress = isAtLeast(role, 'contributor');
  const search = speaker.unit === speaker.county ? '' : `?${new URLSearchParams({ unit: speaker.unit })}`;
  const steps = task.checklist.length;
  return (
    <li className={styles.row} data-due={due} {...focus}>
      <span className={styles.date}>{numericPeriod(task)}</span>
      <KindMark kind={task.kind} />
      <div className={styles.what}>
        <Link href={`${taskPath(task.id)}${search}`} className={styles.title}>
          {task.title}
        </Link>
        <span className={styles.tags}>
          {part === 'partner' && (
            <Tag data-size="sm" data-color="info">
              {t('work.mine.partner')}
            </Tag>
          )}
          {due !== 'done' && <TaskTags task={task} />}
        </span>
      </div>
      {mayProgress && (
        // It stays where it is: a row that moved away would take the focus and the reader's place along.
        <DoneButton task={task} speaker={speaker} onPress={() => set({ group: state.group ?? due })} />
      )}
      <Details className={styles.more} data-size="sm" open={isOpen} onToggle={() => set({ isOpen: !isOpen })}>
        <Details.Summary>
          {steps === 0
            ? t('work.mine.more')
            : t('work.mine.more-steps', {
                done: task.checklist.filter(({ done }) => done).length,
                count: steps,
              })}
          <span className="ds-sr-only">: {task.title}</span>
        </Details.Summary>
        <Details.Content>
          {isOpen && <More task={task} speaker={speaker} role={role} state={state} onState={set} />}
        </Details.Content>
      </Details>
    </li>
  );
}

function More({
  task,
  speaker,
  role,
  state,
  onState,
}: {
  readonly task: MyTask['task'];
  readonly speaker: Speaker;
  readonly role: Role;
  readonly state: RowState;
  readonly onState: (part: Partial<RowState>) => void;
}) {
  const mayProgress = isAtLeast(role, 'contributor');
  const mayDate = isAtLeast(role, 'unit-coordinator') && !isOwnAlone(task, speaker);
  return (
    <div className={styles.parts}>
      {task.description && <p className={styles.description}>{task.description}</p>}
      {task.checklist.length > 0 && <StepList task={task} speaker={speaker} mayTick={mayProgress} />}
      {mayDate && task.window && (
        <OwnDate key={task.start} task={task} speaker={speaker} window={task.window} />
      )}
      <CommentList
        taskId={task.id}
        maySay={mayProgress}
        draft={state.comment}
        onDraft={(comment) => onState({ comment })}
      />
    </div>
  );
}
