import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../task/task-view.js';
import { useToday } from '../../data/language/use-today.js';
import { DoneMarks } from '../marks/done-marks.js';
import { EditMarks } from '../marks/edit-marks.js';
import { TaskLine } from './task-line.js';
import styles from './task-lines.module.css';

interface TaskLinesProps {
  readonly tasks: readonly TaskView[];
  readonly cycleView: CycleView;
}

/** Tasks as a list by date. */
export function TaskLines({ tasks, cycleView }: TaskLinesProps) {
  const today = useToday();
  return (
    <EditMarks cycle={cycleView.cycle}>
      <DoneMarks cycle={cycleView.cycle}>
        <ul className={styles.list}>
          {tasks.map((task) => (
            <TaskLine key={task.id} task={task} names={cycleView} isPast={task.end < today} />
          ))}
        </ul>
      </DoneMarks>
    </EditMarks>
  );
}
