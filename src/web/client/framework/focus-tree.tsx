import { Link } from 'wouter';
import type { FocusArea } from '../../../framework/framework-schema.js';
import type { TaskView } from '../../../task/task-view.js';
import { taskPath } from '../data/address/views.js';
import { useKept } from '../data/address/way-back.js';
import { numericPeriod } from '../data/language/dates.js';
import { useTexts } from '../data/language/use-texts.js';
import { KindMark } from '../task/lines/kind-mark.js';
import styles from './focus-tree.module.css';
import { MeasureLink } from './measure-list.js';

interface FocusTreeProps {
  readonly cycleId: string;
  readonly areas: readonly Pick<FocusArea, 'id' | 'name' | 'children'>[];
  readonly tasksOf: ReadonlyMap<string, readonly TaskView[]>;
}

/** Focus areas at every level, each with the tasks that serve it. */
export function FocusTree({ cycleId, areas, tasksOf }: FocusTreeProps) {
  return (
    <ul className={styles.tree}>
      {areas.map(({ id, name, children = [] }) => (
        <li key={id}>
          <MeasureLink cycleId={cycleId} id={id} name={name} />
          <TaskMentions tasks={tasksOf.get(id) ?? []} />
          {children.length > 0 && <FocusTree cycleId={cycleId} areas={children} tasksOf={tasksOf} />}
        </li>
      ))}
    </ul>
  );
}

/** A compact list of tasks: kind, date and title. */
export function TaskMentions({ tasks }: { readonly tasks: readonly TaskView[] }) {
  const { t } = useTexts();
  const kept = useKept();
  if (tasks.length === 0) return null;
  return (
    <ul className={styles.tasks}>
      {tasks.map((task) => (
        <li key={task.id}>
          <KindMark kind={task.kind} />
          <span>
            <span className="ds-sr-only">{t(`kind.${task.kind}`)} </span>
            <span className={styles.date}>{numericPeriod(task)}</span>{' '}
            <Link href={kept(taskPath(task.id))} className={styles.task}>
              {task.title}
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
}
