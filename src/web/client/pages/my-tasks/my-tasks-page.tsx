import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { Link } from 'wouter';
import { TIMINGS, type Timing } from '../../../../cycle/view/my-task-kinds.js';
import type { MyTasksView } from '../../../../cycle/view/my-tasks-view.js';
import { useParameter } from '../../data/address/use-parameter.js';
import { taskPath } from '../../data/address/views.js';
import { together } from '../../data/api/together.js';
import { presentCycle } from '../../data/cycle/present-cycle.js';
import { useCycles } from '../../data/cycle/queries.js';
import { numericPeriod } from '../../data/language/dates.js';
import { useTexts } from '../../data/language/use-texts.js';
import { useToday } from '../../data/language/use-today.js';
import { Live } from '../../data/live/live.js';
import { useMyTasks } from '../../task/progress/my-tasks.js';
import { CycleChoice } from '../../ui/field/cycle-choice.js';
import { Guarded, type Worker } from '../../ui/page/guarded.js';
import { PageHead } from '../../ui/page/page-head.js';
import { Section } from '../../ui/page/section.js';
import { Failure, Loading, Nothing } from '../../ui/page/states.js';
import { MyTaskRow } from './my-task-row.js';
import styles from './my-tasks-page.module.css';
import { type RowStates, useRowStates } from './row-states.js';

/** What the reader's unit has to do, this school year or in a chosen one: what is late, upcoming and done. */
export default function MyTasksPage() {
  const { t } = useTexts();
  return (
    <Guarded title={t('work.mine.title')} least="reader">
      {(worker) => <MyTasks worker={worker} />}
    </Guarded>
  );
}

function MyTasks({ worker }: { readonly worker: Worker }) {
  const today = useToday();
  const cycles = useCycles();
  const [chosen, choose] = useParameter('cycle');
  const present = presentCycle(cycles.data ?? [], today, worker.county);
  const cycle = cycles.data?.find(({ id, county }) => id === chosen && county === worker.county) ?? present;
  const myTasks = useMyTasks(cycle?.id ?? null, worker.unit);
  if (cycles.data && !cycle) return <Nothing text="ui.state.no-cycle" isPage />;
  const fetched = together([cycles, myTasks]);
  if (fetched.state === 'failed') return <Failure error={fetched.error} onRetry={fetched.retry} level={1} />;
  if (fetched.state === 'pending') return <Loading />;
  return (
    <Shown
      worker={worker}
      myTasks={fetched.data[1]}
      onChoice={(next) => choose(next === present?.id ? null : next)}
    />
  );
}

interface ShownProps {
  readonly worker: Worker;
  readonly myTasks: MyTasksView;
  /** Another school year's cycle was chosen. */
  readonly onChoice: (cycleId: string) => void;
}

function Shown({ worker, myTasks, onChoice }: ShownProps) {
  const { t } = useTexts();
  const rows = useRowStates();
  const { cycle, unit, tasks, lateElsewhere } = myTasks;
  const late = tasks.filter(({ due }) => due === 'late').length;
  const done = tasks.filter(({ due }) => due === 'done').length;
  return (
    <article className={styles.page}>
      <Live cycleId={cycle.id} />
      <PageHead className={styles.header} title={t('work.mine.title')}>
        <Paragraph className={styles.lead}>
          {t('work.mine.lead', { unit: unit.name, schoolYear: cycle.schoolYear })}
        </Paragraph>
        <Paragraph className={styles.lead}>
          {t('work.mine.count', { done, count: tasks.length })}{' '}
          {late > 0 && <strong>{t('work.mine.count-late', { count: late })}</strong>}
        </Paragraph>
        <CycleChoice cycle={cycle} onChoice={onChoice} />
      </PageHead>
      {tasks.length === 0 && <Nothing text="work.mine.nothing" />}
      {TIMINGS.map((due) => (
        <Group key={due} due={due} myTasks={myTasks} worker={worker} rows={rows} />
      ))}
      {lateElsewhere.length > 0 && <LateElsewhere units={lateElsewhere} />}
    </article>
  );
}

function Group({
  due,
  myTasks: { tasks, cycle },
  worker,
  rows,
}: {
  readonly due: Timing;
  readonly myTasks: MyTasksView;
  readonly worker: Worker;
  readonly rows: RowStates;
}) {
  const { t } = useTexts();
  const ofGroup = tasks.filter((each) => each.due === due);
  if (ofGroup.length === 0) return null;
  return (
    <Section
      title={t(`work.mine.group.${due}`)}
      aside={<span className={styles.count}>{t('work.mine.tasks', { count: ofGroup.length })}</span>}
    >
      <ul className={styles.list}>
        {ofGroup.map((each) => (
          <MyTaskRow
            key={each.task.id}
            myTask={each}
            speaker={worker}
            rows={rows}
            // An archived cycle is read-only.
            role={cycle.state === 'archived' ? 'reader' : worker.role}
          />
        ))}
      </ul>
    </Section>
  );
}

/** For the county: which units are late, and with which tasks. */
function LateElsewhere({ units }: { readonly units: MyTasksView['lateElsewhere'] }) {
  const { t } = useTexts();
  return (
    <Section title={t('work.mine.elsewhere.title')} lead={t('work.mine.elsewhere.lead')}>
      {units.map(({ unit, tasks }) => (
        <div key={unit.id} className={styles.unit}>
          <Heading level={3} data-size="2xs">
            {unit.name}
          </Heading>
          <ul className={styles.late}>
            {tasks.map((task) => (
              <li key={task.id}>
                <span className={styles.date}>{numericPeriod(task)}</span>
                <Link href={`${taskPath(task.id)}?${new URLSearchParams({ unit: unit.id })}`}>
                  {task.title}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
