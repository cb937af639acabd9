import { Checkbox } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { mayChange } from '../../../../cycle/layer.js';
import type { TaskView } from '../../../../cycle/task-view.js';
import { useTexts } from '../../language/use-texts.js';
import type { ViewProps } from '../../shell/view-props.js';
import { AgendaMonths } from '../../views/agenda/agenda-months.js';
import type { Mover } from '../move.js';
import { ACTIONS } from './bulk-actions.js';
import { BulkBar } from './bulk-bar.js';
import { type Choice, chooseIn } from './choice.js';

interface BulkAgendaProps extends Pick<ViewProps, 'cycleView' | 'tasks'> {
  readonly mover: Mover;
}

/** The list with a box before each task that the reader may change something of, and a bar to change those that are ticked. */
export default function BulkAgenda({ cycleView, tasks, mover }: BulkAgendaProps) {
  const { t } = useTexts();
  const [choice, setChoice] = useState<Choice>(new Set());
  const last = useRef<string>(undefined);
  const choosable = tasks.filter((task) => mayChange(mover, task, ACTIONS.status));
  if (choosable.length === 0) return <AgendaMonths cycleView={cycleView} tasks={tasks} />;
  const ids = choosable.map(({ id }) => id);
  const open = new Set(ids);
  const box = (task: TaskView) =>
    open.has(task.id) ? (
      <Checkbox
        data-size="sm"
        aria-label={t('work.bulk.choose', { title: task.title })}
        checked={choice.has(task.id)}
        onChange={({ target: { checked }, nativeEvent }) => {
          const since = (nativeEvent as MouseEvent).shiftKey ? last.current : undefined;
          last.current = task.id;
          setChoice(chooseIn(ids, choice, { id: task.id, isChosen: checked, ...(since && { since }) }));
        }}
      />
    ) : (
      <span />
    );
  return (
    <>
      <BulkBar
        cycleView={cycleView}
        mover={mover}
        choosable={choosable}
        // What the filter no longer picks is not changed unseen.
        chosen={choosable.filter(({ id }) => choice.has(id))}
        onChoose={(those) => setChoice(new Set(those.map(({ id }) => id)))}
      />
      <AgendaMonths cycleView={cycleView} tasks={tasks} leadOf={box} />
    </>
  );
}
