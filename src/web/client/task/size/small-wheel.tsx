import { isoDate } from '../../../../calendar/iso-date.js';
import { PHASES } from '../../../../framework/vocabulary.js';
import { drawSmallWheel, SMALL_RADIUS } from '../../../../wheel/small-wheel.js';
import type { DraftSizes } from './draft-sizes.js';
import styles from './size-choice.module.css';

interface SmallWheelProps {
  /** Such as `2026/2027`. */
  readonly schoolYear: string;
  readonly tasks: DraftSizes['tasks'];
}

/** A picture of how full a year is; the number beside it says the same. */
export function SmallWheel({ schoolYear, tasks }: SmallWheelProps) {
  const [first, last] = schoolYear.split('/');
  const year = { from: isoDate(`${first}-08-01`), to: isoDate(`${last}-07-31`) };
  const marks = tasks.map(({ phase, start, end }) => ({ ring: PHASES.indexOf(phase), start, end }));
  const side = 2 * SMALL_RADIUS;
  return (
    <svg viewBox={`0 0 ${side} ${side}`} className={styles.wheel} aria-hidden>
      {drawSmallWheel(year, PHASES.length, marks).map(({ d, fill, stroke, opacity }) => (
        <path
          key={d}
          d={d}
          fill={fill ? `var(--wheel-${fill})` : 'none'}
          stroke={stroke ? `var(--wheel-${stroke.colour})` : undefined}
          strokeWidth={stroke?.width}
          opacity={opacity}
        />
      ))}
    </svg>
  );
}
