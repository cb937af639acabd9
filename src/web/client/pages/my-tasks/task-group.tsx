import { Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import type { Timing } from '../../../../cycle/view/my-task-kinds.js';
import type { MyTasksView } from '../../../../cycle/view/my-tasks-view.js';
import { useTexts } from '../../data/language/use-texts.js';
import type { MyTask } from '../../task/progress/my-tasks.js';
import type { Worker } from '../../ui/page/guarded.js';
import { Section } from '../../ui/page/section.js';
import { MyTaskRow } from './my-task-row.js';
import type { RowStates } from './row-states.js';
import styles from './task-group.module.css';

/** Groups that are folded away until they are opened. */
const FOLDED: ReadonlySet<Timing> = new Set(['ongoing', 'later', 'past', 'done']);

interface TaskGroupProps {
  readonly due: Timing;
  readonly myTasks: MyTasksView;
  readonly worker: Worker;
  readonly rows: RowStates;
}

/** The tasks that stand to today in one way. This week is there even when there is nothing in it; other empty groups are not. */
export function TaskGroup({ due: group, myTasks: { tasks, cycle }, worker, rows }: TaskGroupProps) {
  const { t } = useTexts();
  const ofGroup = tasks.filter(({ task, due }) => (rows.of(task.id).group ?? due) === group);
  if (ofGroup.length === 0 && group !== 'this-week') return null;
  const title = t(`work.mine.group.${group}`);
  const count = <span className={styles.count}>{t('work.mine.tasks', { count: ofGroup.length })}</span>;
  // An archived cycle is read-only.
  const role = cycle.state === 'archived' ? 'reader' : worker.role;
  const list = () => <Rows tasks={ofGroup} worker={worker} role={role} rows={rows} />;
  if (FOLDED.has(group)) return <Fold title={title} count={count} content={list} />;
  return (
    <Section title={title} aside={count}>
      {ofGroup.length === 0 ? (
        <Paragraph className={styles.empty}>{t('work.mine.nothing-this-week')}</Paragraph>
      ) : (
        list()
      )}
    </Section>
  );
}

interface RowsProps {
  readonly tasks: readonly MyTask[];
  readonly worker: Worker;
  readonly role: Worker['role'];
  readonly rows: RowStates;
}

function Rows({ tasks, worker, role, rows }: RowsProps) {
  return (
    <ul className={styles.list}>
      {tasks.map((each) => (
        <MyTaskRow key={each.task.id} myTask={each} speaker={worker} rows={rows} role={role} />
      ))}
    </ul>
  );
}

interface FoldProps {
  readonly title: string;
  readonly count: React.ReactNode;
  /** Made when it is open. */
  readonly content: () => React.ReactNode;
}

/** A part of the page of which only the heading is seen until it is opened. */
function Fold({ title, count, content }: FoldProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-labelledby={id}>
      <Details className={styles.fold} open={isOpen} onToggle={() => setOpen(!isOpen)}>
        <Details.Summary>
          <Heading level={2} data-size="2xs" id={id} className={styles.title}>
            {title}
          </Heading>
          {count}
        </Details.Summary>
        <Details.Content>{isOpen && content()}</Details.Content>
      </Details>
    </section>
  );
}
