import type { MouseEvent } from 'react';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import { namesOf } from '../../../../data/cycle/names.js';
import { numericPeriod } from '../../../../data/language/dates.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { KindMark } from '../../../../task/lines/kind-mark.js';
import { MOVE_KEYS } from '../../../../task/move/drag.js';
import type { PlacedTask } from './layout.js';
import { distanceOf, GAP } from './name-place.js';
import { percent, type Scale, share } from './scale.js';
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

/** A name that stands farther from its mark, beyond the line of today, is led to. */
const LEAST_LEADER = 2 * GAP;

/** A task on the timeline: its mark or bar, and its name where that has room. */
export function TimelineTask({
  placed: { task, lane, figure, name },
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
  const leader = name ? distanceOf(name, figure) : 0;
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(task.id);
  };
  const place = {
    '--lane-number': lane,
    left: percent(scale, figure.from),
    ...(figure.shape === 'bar' && { width: percent(scale, figure.to - figure.from) }),
  };
  return (
    <li className={styles.task} style={place as React.CSSProperties} data-shape={figure.shape}>
      <a
        href={href}
        className={styles.link}
        data-task={task.id}
        data-series={phase.series}
        data-kind={task.kind}
        data-status={task.status}
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
        {figure.shape === 'mark' && <KindMark kind={task.kind} />}
        {name && leader > LEAST_LEADER && (
          <span
            className={styles.leader}
            data-side={name.side}
            style={{ width: share(scale, leader - GAP) }}
          />
        )}
        {name && (
          <span
            className={styles.name}
            data-side={name.side}
            style={{
              left: share(scale, name.from - figure.from),
              width: share(scale, name.to - name.from),
            }}
          >
            <span>{name.text}</span>
          </span>
        )}
      </a>
    </li>
  );
}
