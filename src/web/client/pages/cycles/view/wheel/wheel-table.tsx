import { Details, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import { whenOf } from '../../../../../../task/wording.js';
import { taskPath } from '../../../../data/address/views.js';
import { useKept } from '../../../../data/address/way-back.js';
import { namesOf } from '../../../../data/cycle/names.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import styles from './wheel-table.module.css';

interface WheelTableProps {
  readonly cycleView: CycleView;
  readonly tasks: readonly TaskView[];
}

/** The content of the wheel as a table, for those who cannot see it; rendered when it is opened. */
export function WheelTable({ cycleView, tasks }: WheelTableProps) {
  const { t } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Details className={styles.details} variant="tinted" open={isOpen} onToggle={() => setIsOpen(!isOpen)}>
      <Details.Summary>{t('wheel.as-table', { count: tasks.length })}</Details.Summary>
      <Details.Content>{isOpen && <Rows cycleView={cycleView} tasks={tasks} />}</Details.Content>
    </Details>
  );
}

function Rows({ cycleView, tasks }: WheelTableProps) {
  const { t } = useTexts();
  const kept = useKept();
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard (axe: scrollable-region-focusable) */}
      <section className={styles.scroll} aria-label={t('wheel.table-label')} tabIndex={0}>
        <Table data-size="sm">
          <caption className="ds-sr-only">{t('wheel.table-label')}</caption>
          <thead>
            <tr>
              {(
                ['task.when', 'column.title', 'column.kind', 'task.who', 'task.with', 'task.phase'] as const
              ).map((key) => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => {
              const { phase, who, partners } = namesOf(task, cycleView);
              return (
                <tr key={task.id}>
                  <td>{whenOf(task, { t })}</td>
                  <th scope="row">
                    <Link href={kept(taskPath(task.id))}>{task.title}</Link>
                  </th>
                  <td>{t(`kind.${task.kind}`)}</td>
                  <td>{who}</td>
                  <td>{partners.join(', ')}</td>
                  <td>{phase.name}</td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      </section>
    </>
  );
}
