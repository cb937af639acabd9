import type { MouseEvent } from 'react';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import { namesOf } from '../../../../data/cycle/names.js';
import { numericPeriod } from '../../../../data/language/dates.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { KindMark } from '../../../../task/lines/kind-mark.js';
import { MOVE_KEYS } from '../../../../task/move/drag.js';
import { GAP, type PlacedTask } from './layout.js';
import { percent, type Scale } from './scale.js';
import styles from './timeline-task.module.css';

interface TimelineTaskProps {
  readonly placed: PlacedTask;
  readonly scale: Scale;
  readonly cycleView: CycleView;
  readonly href: string;
  readonly isMovable: boolean;
  readonly isTabStop: boolean;
  readonly describedBy: string | undefined;
  readonly onFocus: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** A task on the timeline: its mark or bar, and its title where there is room. */
export function TimelineTask({
  placed: { task, shape, lane, left, width, label, isBefore },
  scale,
  cycleView,
  href,
  isMovable,
  isTabStop,
  describedBy,
  onFocus,
  onOpen,
}: TimelineTaskProps) {
  const { t } = useTexts();
  const { phase, who } = namesOf(task, cycleView);
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(task.id);
  };
  const place = {
    '--lane-number': lane,
    left: percent(scale, left),
    ...(shape === 'bar' && { width: percent(scale, width) }),
  };
  return (
    <li className={styles.task} style={place as React.CSSProperties} data-shape={shape}>
      <a
        href={href}
        className={styles.link}
        data-task={task.id}
        data-series={phase.series}
        data-kind={task.kind}
        data-status={task.status}
        data-before={isBefore}
        data-movable={isMovable}
        aria-keyshortcuts={isMovable ? MOVE_KEYS : undefined}
        data-begun={task.start < scale.from}
        data-going-on={task.end > scale.to}
        aria-label={`${task.title}, ${t(`kind.${task.kind}`)}, ${numericPeriod(task)}, ${who}`}
        aria-describedby={describedBy}
        tabIndex={isTabStop ? 0 : -1}
        onFocus={() => onFocus(task.id)}
        onClick={open}
      >
        {shape === 'mark' && <KindMark kind={task.kind} />}
        {label > 0 && (
          <span className={styles.label} style={{ '--label': label + GAP } as React.CSSProperties}>
            {task.title}
          </span>
        )}
      </a>
    </li>
  );
}
