import { Heading } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../task/task-view.js';
import styles from './rework.module.css';

interface ByPhaseProps<T> {
  readonly title: string;
  readonly phases: CycleView['vocabulary']['phases'];
  readonly items: readonly T[];
  readonly taskOf: (item: T) => TaskView;
  readonly children: (item: T) => ReactNode;
}

/** A part of a review: its tasks by phase, each phase to be opened. Nothing when it has none. */
export function ByPhase<T>({ title, phases, items, taskOf, children }: ByPhaseProps<T>) {
  if (items.length === 0) return null;
  return (
    <section className={styles.part}>
      <Heading level={2} data-size="xs">
        {title}
      </Heading>
      {phases.map(({ id, name }, index) => {
        const ofPhase = items.filter((item) => taskOf(item).phase === id);
        if (ofPhase.length === 0) return null;
        return (
          <details key={id} className={styles.phase} data-series={index + 1} open={items.length <= 12}>
            <summary>
              {name} <span className={styles.count}>{ofPhase.length}</span>
            </summary>
            <ul className={styles.tasks}>{ofPhase.map(children)}</ul>
          </details>
        );
      })}
    </section>
  );
}
