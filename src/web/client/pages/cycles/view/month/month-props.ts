import type { IsoDate } from '../../../../../../calendar/iso-date.js';
import type { DaysOff } from '../../../../data/cycle/days-off.js';
import type { ViewProps } from '../any-view/view-props.js';

/** The props of every drawing of a month. */
export interface MonthProps extends Pick<ViewProps, 'cycleView' | 'tasks'> {
  /** `YYYY-MM` */
  readonly month: string;
  readonly today: IsoDate;
  /** The day of the month that the reader has chosen; null when none. */
  readonly chosen: IsoDate | null;
  readonly daysOff: readonly DaysOff[];
  /** The unit whose view the reader sees; null for the common view. */
  readonly seenAs: string | null;
}
