import { type IsoDate, monthOf } from '../../../../../../calendar/iso-date.js';
import type { MeasureText } from '../../../../../../wheel/drawing.js';
import type { DaysOff } from '../../../../data/cycle/days-off.js';
import { firstDayOf } from '../../../../data/cycle/months.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import type { Zoom } from '../any-view/zoom.js';
import {
  dayTicks,
  leftOf,
  monthTicks,
  namesWithRoom,
  percent,
  rightOf,
  type Scale,
  weekTicks,
} from './scale.js';
import styles from './timeline-head.module.css';

/** Room that the number of a week or a day needs, and the name of a week. */
const NUMBER_PX = 20;
const WEEK_PX = 52;
const NAME_SIZE = 12;

interface TimelineHeadProps {
  readonly scale: Scale;
  readonly zoom: Zoom;
  readonly daysOff: readonly DaysOff[];
  readonly today: IsoDate;
  readonly measure: MeasureText;
}

/** What the days below are: months, weeks, in a month also days, and the names of the days off. */
export function TimelineHead({ scale, zoom, daysOff, today, measure }: TimelineHeadProps) {
  const { t } = useTexts();
  const isMonth = zoom.kind === 'month';
  const weeks = weekTicks(scale);
  const week = 7 * scale.day;
  const every = week >= NUMBER_PX ? 1 : 2;
  const names = namesWithRoom(
    daysOff
      .filter(({ kind }) => kind === 'break' || zoom.kind !== 'year')
      .map((each) => ({ ...each, left: leftOf(scale, each.from) })),
    ({ name }) => measure(name, NAME_SIZE, 'regular') + 12,
    scale.width,
  );
  const hasToday = zoom.from <= today && today <= zoom.to;
  const middle = (leftOf(scale, today) + rightOf(scale, today)) / 2;
  return (
    <div className={styles.head} aria-hidden="true">
      {!isMonth && (
        <div className={styles.months}>
          {monthTicks(scale).map(({ name, left, right }) => (
            <span key={name} style={{ left: percent(scale, left), width: percent(scale, right - left) }}>
              {right - left > 3 * NUMBER_PX && t(`month.${monthOf(firstDayOf(name))}`)}
            </span>
          ))}
        </div>
      )}
      <div className={styles.weeks}>
        {weeks.map(({ name, left, right }, index) => (
          <span
            key={`${name} ${left}`}
            style={{ left: percent(scale, left), width: percent(scale, right - left) }}
          >
            {right - left >= WEEK_PX && t('ui.week', { week: name })}
            {right - left < WEEK_PX && index % every === 0 && right - left >= week / 2 && name}
          </span>
        ))}
      </div>
      {isMonth && (
        <div className={styles.weeks}>
          {dayTicks(scale).map(({ name, left, right }) => (
            <span
              key={name}
              data-today={hasToday && left === leftOf(scale, today)}
              style={{ left: percent(scale, left), width: percent(scale, right - left) }}
            >
              {name}
            </span>
          ))}
        </div>
      )}
      <div className={styles.names}>
        {names.map(({ name, left }) => (
          <span key={`${name} ${left}`} style={{ left: percent(scale, left) }}>
            {name}
          </span>
        ))}
        {hasToday && (
          <span className={styles.today} style={{ left: percent(scale, middle) }}>
            {t('ui.today')}
          </span>
        )}
      </div>
    </div>
  );
}
