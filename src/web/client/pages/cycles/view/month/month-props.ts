import type { IsoDate } from '../../../../../../calendar/iso-date.js';
import type { DaysOff } from '../../../../data/cycle/days-off.js';
import type { ViewProps } from '../any-view/view-props.js';

/** What every drawing of a month is given. */
export interface MonthProps extends Pick<ViewProps, 'cycleView' | 'tasks'> {
  /** `YYYY-MM` */
  readonly month: string;
  readonly today: IsoDate;
  readonly daysOff: readonly DaysOff[];
  /** The unit that the reader looks as; null for everybody's view. */
  readonly seenAs: string | null;
}
