import type { PublishedCycle } from '../../../cycle/published-cycle.js';
import type { TaskView } from '../../../cycle/task-view.js';
import { useToday } from '../language/use-today.js';
import { TaskLine } from './task-line.js';
import styles from './task-lines.module.css';

interface TaskLinesProps {
  readonly tasks: readonly TaskView[];
  readonly published: PublishedCycle;
}

/** Tasks as a list by date. */
export function TaskLines({ tasks, published }: TaskLinesProps) {
  const today = useToday();
  return (
    <ul className={styles.list}>
      {tasks.map((task) => (
        <TaskLine key={task.id} task={task} published={published} isPast={task.end < today} />
      ))}
    </ul>
  );
}
