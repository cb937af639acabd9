import { Paragraph } from '@digdir/designsystemet-react';
import { TIMINGS } from '../../../../cycle/view/my-task-kinds.js';
import type { MyTasksView } from '../../../../cycle/view/my-tasks-view.js';
import { isWithinLevel, USUAL_LEVEL } from '../../../../task/level.js';
import { useParameter } from '../../data/address/use-parameter.js';
import { together } from '../../data/api/together.js';
import { presentCycle } from '../../data/cycle/present-cycle.js';
import { useCycles } from '../../data/cycle/queries.js';
import { useTexts } from '../../data/language/use-texts.js';
import { useToday } from '../../data/language/use-today.js';
import { Live } from '../../data/live/live.js';
import { ListLink } from '../../task/filter/list-link.js';
import { useMyTasks } from '../../task/progress/my-tasks.js';
import { CycleChoice } from '../../ui/field/cycle-choice.js';
import { Guarded, type Worker } from '../../ui/page/guarded.js';
import { PageHead } from '../../ui/page/page-head.js';
import { Failure, Loading, Nothing } from '../../ui/page/states.js';
import { LATE_ELSEWHERE, LATE_PARAMETER, LateElsewhere, LateElsewhereLine } from './late-elsewhere.js';
import styles from './my-tasks-page.module.css';
import { useRowStates } from './row-states.js';
import { TaskGroup } from './task-group.js';

/** What the reader's unit has to do, this school year or in a chosen one: this week first, then what is late and what comes. */
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
  const [whose] = useParameter(LATE_PARAMETER);
  const present = presentCycle(cycles.data ?? [], today, worker.county);
  const cycle = cycles.data?.find(({ id, county }) => id === chosen && county === worker.county) ?? present;
  const myTasks = useMyTasks(cycle?.id ?? null, worker.unit);
  if (cycles.data && !cycle) return <Nothing text="ui.state.no-cycle" isPage />;
  const fetched = together([cycles, myTasks]);
  if (fetched.state === 'failed') return <Failure error={fetched.error} onRetry={fetched.retry} level={1} />;
  if (fetched.state === 'pending') return <Loading />;
  const [, view] = fetched.data;
  if (whose === LATE_ELSEWHERE && view.unit.kind === 'county') return <LateElsewhere myTasks={view} />;
  return (
    <Shown worker={worker} myTasks={view} onChoice={(next) => choose(next === present?.id ? null : next)} />
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
          {t('work.mine.lead', { unit: unit.name, schoolYear: cycle.schoolYear })}{' '}
          {t('work.mine.count', { done, count: tasks.length })}{' '}
          {late > 0 && <strong>{t('work.mine.count-late', { count: late })}</strong>}
          {unit.kind === 'county' && <BeyondUsual myTasks={myTasks} />}
        </Paragraph>
        <CycleChoice cycle={cycle} onChoice={onChoice} />
      </PageHead>
      {tasks.length === 0 ? (
        <Nothing text="work.mine.nothing" />
      ) : (
        TIMINGS.map((due) => <TaskGroup key={due} due={due} myTasks={myTasks} worker={worker} rows={rows} />)
      )}
      {lateElsewhere.length > 0 && <LateElsewhereLine units={lateElsewhere} />}
    </article>
  );
}

/**
 * How many of the county's tasks are in no view of the cycle until the reader chooses more than the usual level, with a link
 * to them. The view of any other unit has all that it has a part in; the county sees the common one.
 */
function BeyondUsual({ myTasks: { cycle, tasks } }: { readonly myTasks: MyTasksView }) {
  const { t } = useTexts();
  const beyond = tasks.map(({ task }) => task).filter(({ level }) => !isWithinLevel(USUAL_LEVEL, level));
  if (beyond.length === 0) return null;
  const actors = [...new Set(beyond.map(({ actor }) => actor))];
  return (
    <>
      {' '}
      {t('work.mine.beyond-usual', { count: beyond.length, level: t('level.complete') })}{' '}
      <ListLink cycleId={cycle.id} choice={{ actors }} />
    </>
  );
}
