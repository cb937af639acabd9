import { memo } from 'react';
import type { IsoDate } from '../../../../../../calendar/iso-date.js';
import type { DaysOff } from '../../../../data/cycle/days-off.js';
import { leftOf, monthTicks, percent, rightOf, type Scale } from './scale.js';
import styles from './timeline-backdrop.module.css';

interface TimelineBackdropProps {
  readonly scale: Scale;
  readonly daysOff: readonly DaysOff[];
  readonly today: IsoDate;
}

/** The background of the rows: the starts of months, the days off, and today. */
export const TimelineBackdrop = memo(function TimelineBackdrop({
  scale,
  daysOff,
  today,
}: TimelineBackdropProps) {
  const middle = (leftOf(scale, today) + rightOf(scale, today)) / 2;
  return (
    <div className={styles.backdrop} aria-hidden="true">
      {daysOff.map(({ kind, name, from, to }) => (
        <div
          key={`${from} ${name}`}
          className={styles.off}
          data-kind={kind}
          style={{
            left: percent(scale, leftOf(scale, from)),
            width: percent(scale, rightOf(scale, to) - leftOf(scale, from)),
          }}
        />
      ))}
      {monthTicks(scale).map(({ name, left }) => (
        <div key={name} className={styles.month} style={{ left: percent(scale, left) }} />
      ))}
      {scale.from <= today && today <= scale.to && (
        <div className={styles.today} data-of="today" style={{ left: percent(scale, middle) }} />
      )}
    </div>
  );
});
