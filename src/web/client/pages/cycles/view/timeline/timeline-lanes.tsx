import { memo } from 'react';
import { useRouter } from 'wouter';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import { taskPath } from '../../../../data/address/views.js';
import { useKept } from '../../../../data/address/way-back.js';
import type { Moving } from '../../../../task/move/move-task.js';
import type { LaidRow } from './layout.js';
import type { Scale } from './scale.js';
import styles from './timeline-lanes.module.css';
import { TimelineTask } from './timeline-task.js';

interface TimelineLanesProps {
  readonly row: LaidRow;
  readonly scale: Scale;
  readonly cycleView: CycleView;
  /** The task of this row that Tab leads to. */
  readonly tabStop: string | undefined;
  readonly moving: Moving;
  /** The id of the card that describes a task of this row. */
  readonly describedBy: string | undefined;
  readonly onFocus: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** A row of the timeline: its name, and its tasks in lanes. Memoised while other rows change. */
export const TimelineLanes = memo(function TimelineLanes({
  row,
  scale,
  cycleView,
  tabStop,
  moving,
  describedBy,
  onFocus,
  onOpen,
}: TimelineLanesProps) {
  const { base } = useRouter();
  const kept = useKept();
  return (
    <div className={styles.row} data-series={row.series ?? undefined}>
      <h3 className={styles.name}>
        <span>{row.name}</span>
      </h3>
      <ul
        aria-label={row.name}
        className={styles.lanes}
        style={{ '--lanes': row.lanes } as React.CSSProperties}
      >
        {row.placed.map((placed) => (
          <TimelineTask
            key={placed.task.id}
            placed={placed}
            scale={scale}
            cycleView={cycleView}
            href={`${base}${kept(taskPath(placed.task.id))}`}
            isMovable={moving.boundsOf(placed.task) !== null}
            isTabStop={placed.task.id === tabStop}
            describedBy={describedBy}
            onFocus={onFocus}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </div>
  );
});
