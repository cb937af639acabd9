import { useState } from 'react';
import { Link } from 'wouter';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import { taskPath } from '../../../../data/address/views.js';
import { useKept } from '../../../../data/address/way-back.js';
import { namesOf } from '../../../../data/cycle/names.js';
import { monthInWords, numericPeriod } from '../../../../data/language/dates.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { KindMark } from '../../../../task/lines/kind-mark.js';
import styles from './who-cell.module.css';

/** How many tasks a cell shows at first; one more is shown rather than a button that hides one. */
const SHOWN = 4;

interface WhoCellProps {
  readonly tasks: readonly TaskView[];
  /** The name of the row. */
  readonly row: string;
  readonly month: string;
  readonly cycleView: CycleView;
}

/** The tasks of a row in a month: the first few, the rest on demand and in print. */
export function WhoCell({ tasks, row, month, cycleView }: WhoCellProps) {
  const { t } = useTexts();
  const kept = useKept();
  const [isOpen, setIsOpen] = useState(false);
  if (tasks.length === 0) return <span className="ds-sr-only">{t('ui.who.none')}</span>;
  const shown = tasks.length <= SHOWN + 1 ? tasks.length : SHOWN;
  const hidden = tasks.length - shown;
  const about = { row, month: monthInWords(month, t), count: hidden };
  return (
    <>
      <ul className={styles.tasks} data-open={isOpen}>
        {tasks.map((task, index) => (
          <li
            key={task.id}
            className={index < shown ? styles.task : `${styles.task} ${styles.more}`}
            data-series={namesOf(task, cycleView).phase.series}
            data-status={task.status}
          >
            <KindMark kind={task.kind} />
            <span>
              <span className={styles.date}>{numericPeriod(task)}</span>{' '}
              <Link href={kept(taskPath(task.id))} className={styles.title}>
                <span className="ds-sr-only">{t(`kind.${task.kind}`)}: </span>
                {task.title}
              </Link>
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'ui.who.fewer-of' : 'ui.who.more-of', about)}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t(isOpen ? 'ui.who.fewer' : 'ui.who.more', about)}
        </button>
      )}
    </>
  );
}
