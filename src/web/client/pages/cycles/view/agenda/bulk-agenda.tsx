import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { mayChange } from '../../../../../../task/layer.js';
import type { TaskEditor } from '../../../../task/move/move.js';
import type { ViewProps } from '../any-view/view-props.js';
import { AgendaMonths } from './agenda-months.js';
import { ACTIONS } from './bulk/bulk-actions.js';
import { BulkBar } from './bulk/bulk-bar.js';
import { type Choice, chooseIn } from './bulk/choice.js';
import { ChoiceBox, type Choices, Choosing } from './bulk/choice-box.js';

interface BulkAgendaProps extends Pick<ViewProps, 'cycleView' | 'tasks' | 'filter'> {
  readonly editor: TaskEditor;
}

/** The list with a checkbox before each task that the reader may change, and a bar to change the selected ones. */
export default function BulkAgenda({ editor, ...list }: BulkAgendaProps) {
  const { cycleView, tasks } = list;
  const [choice, setChoice] = useState<Choice>(new Set());
  const last = useRef<string>(undefined);
  const mayChoose = useCallback<Choices['mayChoose']>(
    (task) => mayChange(editor, task, ACTIONS.status),
    [editor],
  );
  const choosable = tasks.filter(mayChoose);
  /** Read when a box is ticked, so that boxes are not rendered again when another task changes. */
  const ids = useRef<readonly string[]>([]);
  useEffect(() => {
    ids.current = choosable.map(({ id }) => id);
  });
  const onChoose = useCallback<Choices['onChoose']>((id, isChosen, isRange) => {
    const since = isRange ? last.current : undefined;
    last.current = id;
    setChoice((before) => chooseIn(ids.current, before, { id, isChosen, ...(since && { since }) }));
  }, []);
  const choosing = useMemo(() => ({ choice, mayChoose, onChoose }), [choice, mayChoose, onChoose]);
  if (choosable.length === 0) return <AgendaMonths {...list} />;
  return (
    <Choosing value={choosing}>
      <AgendaMonths {...list} Lead={ChoiceBox} isShown={({ id }) => choice.has(id)}>
        <BulkBar
          cycleView={cycleView}
          editor={editor}
          choosable={choosable}
          // Tasks that the filter has hidden are not changed unseen.
          chosen={choosable.filter(({ id }) => choice.has(id))}
          onChoose={(those) => setChoice(new Set(those.map(({ id }) => id)))}
        />
      </AgendaMonths>
    </Choosing>
  );
}
