import { useState } from 'react';
import { countyOfCycle } from '../../../../cycle/cycle-id.js';
import { isAtLeast } from '../../../../routing/caller.js';
import type { TaskView } from '../../../../task/task-view.js';
import { useTexts } from '../../data/language/use-texts.js';
import { useCycleState } from '../../data/session/cycle-state.js';
import { useSession } from '../../data/session/session.js';
import { useFilter } from '../../task/filter/use-filter.js';
import { Checklist } from '../../task/lines/checklist.js';
import { CommentList } from '../../task/progress/comment-list.js';
import { useMyTasks } from '../../task/progress/my-tasks.js';
import { isOwnAlone } from '../../task/progress/progress.js';
import { StepList } from '../../task/progress/step-list.js';
import { Section } from '../../ui/page/section.js';

/** What editors do on the page of a task: tick off its steps for their unit, and comment on it. */
export default function TaskWork({ task }: { readonly task: TaskView }) {
  const { t } = useTexts();
  const [{ unit: seenAs }] = useFilter();
  const isEdited = useCycleState(task.cycleId) === 'edited';
  const [draft, setDraft] = useState('');
  const session = useSession().data;
  const role = session?.role ?? 'anyone';
  const county = countyOfCycle(task.cycleId);
  const ownUnit = session?.unit ?? county;
  const unit = role === 'county-coordinator' ? (seenAs ?? county) : ownUnit;
  const speaker = { unit, county };
  // A contributor may only report on the tasks of their own unit.
  const myTasks = useMyTasks(role === 'contributor' ? task.cycleId : null, ownUnit);
  const isTheirs =
    role !== 'contributor' || myTasks.data?.tasks.some((each) => each.task.id === task.id) === true;
  const mayWork = isEdited && isAtLeast(role, 'contributor') && isTheirs;
  // The steps of a common task are ticked for the unit whose view is shown.
  const mayTick = mayWork && (isOwnAlone(task, speaker) || seenAs === unit);
  return (
    <>
      {task.checklist.length > 0 &&
        (mayTick ? (
          <Section title={t('ui.task.checklist')}>
            <StepList task={task} speaker={speaker} mayTick />
          </Section>
        ) : (
          <Checklist items={task.checklist} />
        ))}
      <Section title={t('work.mine.comments.title')}>
        <CommentList taskId={task.id} maySay={mayWork} draft={draft} onDraft={setDraft} />
      </Section>
    </>
  );
}
