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
import { mainWhyOf } from '../../../../task/lines/main-why.js';
import { TaskTags } from '../../../../task/lines/task-line.js';
import { EditTaskLink } from '../../../../task/marks/edit-task-link.js';
import type { DescribedTask } from './described-task.js';
import styles from './task-panel.module.css';

/** How many upcoming tasks are listed beside a whole year. */
const NEXT = 7;

interface TaskPanelProps {
  readonly cycleView: CycleView;
  /** What is on the wheel, by date. */
  readonly tasks: readonly TaskView[];
  /** The highlighted task and its cycle, which may be that of another year; null while none is. */
  readonly described: DescribedTask | null;
  /** Whether the wheel shows a part of the year. */
  readonly isPart: boolean;
  readonly today: IsoDate;
}

/**
 * Beside the wheel: the task highlighted last, with the reasons for its date. Beside a part of the year, also all tasks of
 * that part; beside a whole year, the next tasks while none is highlighted.
 */
export function TaskPanel({ cycleView, tasks, described, isPart, today }: TaskPanelProps) {
  const { t } = useTexts();
  return (
    <div className={styles.panels}>
      {described && (
        <aside className={styles.panel} aria-label={t('wheel.chosen')}>
          <Details task={described.task} cycleView={described.cycleView} />
        </aside>
      )}
      {isPart ? (
        <PartTasks tasks={tasks} cycleView={cycleView} />
      ) : (
        !described && <NextTasks tasks={tasks} cycleView={cycleView} today={today} />
      )}
    </div>
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
    ['task.why', mainWhyOf(task)],
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

interface ListProps {
  readonly tasks: readonly TaskView[];
  readonly cycleView: CycleView;
}

/** All tasks of the part of the year that the wheel shows, in a box that scrolls where they are many. */
function PartTasks({ tasks, cycleView }: ListProps) {
  const { t } = useTexts();
  const name = t('wheel.in-part', { count: tasks.length });
  return (
    <aside className={styles.panel} aria-label={name}>
      <Heading level={2} data-size="xs">
        {name}
      </Heading>
      <div className={styles.scroll}>
        <TaskList tasks={tasks} cycleView={cycleView} />
      </div>
    </aside>
  );
}

/** The next tasks of the year, or the first ones when none is upcoming. */
function NextTasks({ tasks, cycleView, today }: ListProps & { readonly today: IsoDate }) {
  const { t } = useTexts();
  const next = tasks.filter(({ start }) => start >= today);
  const name = t(next.length > 0 ? 'wheel.next' : 'wheel.first');
  return (
    <aside className={styles.panel} aria-label={name}>
      <Heading level={2} data-size="xs">
        {name}
      </Heading>
      <TaskList tasks={(next.length > 0 ? next : tasks).slice(0, NEXT)} cycleView={cycleView} />
    </aside>
  );
}

function TaskList({ tasks, cycleView }: ListProps) {
  const { t } = useTexts();
  const kept = useKept();
  return (
    <ol className={styles.tasks}>
      {tasks.map((task) => {
        const { phase, who } = namesOf(task, cycleView);
        return (
          <li key={task.id} data-series={phase.series}>
            <KindMark kind={task.kind} />
            <div>
              <span className="ds-sr-only">{t(`kind.${task.kind}`)}. </span>
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
  );
}
