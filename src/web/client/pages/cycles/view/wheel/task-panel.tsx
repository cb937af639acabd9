import { Link as DsLink, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Link } from 'wouter';
import type { IsoDate } from '../../../../../../calendar/iso-date.js';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import { whenOf } from '../../../../../../task/wording.js';
import { taskPath } from '../../../../data/address/views.js';
import { useKept } from '../../../../data/address/way-back.js';
import { namesOf } from '../../../../data/cycle/names.js';
import { numericPeriod } from '../../../../data/language/dates.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { KindMark } from '../../../../task/lines/kind-mark.js';
import { TaskTags } from '../../../../task/lines/task-line.js';
import { EditTaskLink } from '../../../../task/marks/edit-task-link.js';
import styles from './task-panel.module.css';

/** How many upcoming tasks are listed while none is highlighted. */
const NEXT = 7;

interface TaskPanelProps {
  readonly cycleView: CycleView;
  /** What is on the wheel, by date. */
  readonly tasks: readonly TaskView[];
  readonly described: TaskView | null;
  readonly today: IsoDate;
}

/** Beside the wheel: the task highlighted last, with the reasons for its date; else the next tasks. */
export function TaskPanel({ cycleView, tasks, described, today }: TaskPanelProps) {
  const { t } = useTexts();
  return (
    <aside className={styles.panel} aria-label={t(described ? 'wheel.chosen' : 'wheel.next')}>
      {described ? (
        <Details task={described} cycleView={cycleView} />
      ) : (
        <Next tasks={tasks.filter(({ start }) => start >= today)} fallback={tasks} cycleView={cycleView} />
      )}
    </aside>
  );
}

function Details({ task, cycleView }: { readonly task: TaskView; readonly cycleView: CycleView }) {
  const { t } = useTexts();
  const kept = useKept();
  const { phase, who, partners } = namesOf(task, cycleView);
  const facts = [
    ['task.when', [whenOf(task, { t })]],
    ['task.who', [who]],
    ['task.with', partners.length > 0 ? [partners.join(', ')] : []],
    ['task.why', task.why],
  ] as const;
  return (
    <div data-series={phase.series} className={styles.details}>
      <p className={styles.kind}>
        <KindMark kind={task.kind} /> {t(`kind.${task.kind}`)} · {phase.name}
      </p>
      <Heading level={2} data-size="xs">
        <DsLink asChild>
          <Link href={kept(taskPath(task.id))}>{task.title}</Link>
        </DsLink>
      </Heading>
      <TaskTags task={task} />
      <dl className={styles.facts}>
        {facts
          .filter(([, values]) => values.length > 0)
          .map(([key, values]) => (
            <div key={key}>
              <dt>{t(key)}</dt>
              {values.map((value) => (
                <dd key={value}>{value}</dd>
              ))}
            </div>
          ))}
      </dl>
      <EditTaskLink task={task} cycle={cycleView.cycle} />
    </div>
  );
}

interface NextProps {
  readonly tasks: readonly TaskView[];
  /** The tasks to show when none is upcoming. */
  readonly fallback: readonly TaskView[];
  readonly cycleView: CycleView;
}

function Next({ tasks, fallback, cycleView }: NextProps) {
  const { t } = useTexts();
  const kept = useKept();
  const shown = tasks.length > 0 ? tasks : fallback;
  return (
    <>
      <Heading level={2} data-size="xs">
        {t(tasks.length > 0 ? 'wheel.next' : 'wheel.in-part')}
      </Heading>
      <ol className={styles.next}>
        {shown.slice(0, NEXT).map((task) => {
          const { phase, who } = namesOf(task, cycleView);
          return (
            <li key={task.id} data-series={phase.series}>
              <KindMark kind={task.kind} />
              <div>
                <span className={styles.date}>{numericPeriod(task)}</span>{' '}
                <Link href={kept(taskPath(task.id))}>{task.title}</Link>
                <Paragraph data-size="xs" className={styles.who}>
                  {who}
                </Paragraph>
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}
