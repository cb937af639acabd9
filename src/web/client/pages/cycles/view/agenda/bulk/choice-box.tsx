import { Checkbox } from '@digdir/designsystemet-react';
import { createContext, memo, use } from 'react';
import type { TaskView } from '../../../../../../../task/task-view.js';
import { useTexts } from '../../../../../data/language/use-texts.js';
import type { Choice } from './choice.js';

/** The selection that the checkboxes of a list change. */
export interface Choices {
  readonly choice: Choice;
  readonly mayChoose: (task: TaskView) => boolean;
  readonly onChoose: BoxProps['onChoose'];
}

export const Choosing = createContext<Choices>({
  choice: new Set(),
  mayChoose: () => false,
  onChoose: () => undefined,
});

/** The checkbox before a task of a list; an empty place before a task that cannot be selected. */
export function ChoiceBox({ task }: { readonly task: TaskView }) {
  const { choice, mayChoose, onChoose } = use(Choosing);
  if (!mayChoose(task)) return <span />;
  return <Box id={task.id} title={task.title} isChosen={choice.has(task.id)} onChoose={onChoose} />;
}

interface BoxProps {
  readonly id: string;
  readonly title: string;
  readonly isChosen: boolean;
  /** `isRange`: applies to all tasks since the box ticked before. */
  readonly onChoose: (id: string, isChosen: boolean, isRange: boolean) => void;
}

const Box = memo(function Box({ id, title, isChosen, onChoose }: BoxProps) {
  const { t } = useTexts();
  return (
    <Checkbox
      data-size="sm"
      aria-label={t('work.bulk.choose', { title })}
      checked={isChosen}
      onChange={({ target: { checked }, nativeEvent }) =>
        onChoose(id, checked, (nativeEvent as MouseEvent).shiftKey)
      }
    />
  );
});
