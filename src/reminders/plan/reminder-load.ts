import type { IsoWeek } from '../../calendar/iso-date.js';

/** How many mails a recipient gets in an ISO week, and how many tasks they list. */
export interface ReminderWeek extends IsoWeek {
  readonly recipient: string;
  readonly mails: number;
  readonly tasks: number;
}

export interface ReminderLoad {
  readonly mails: number;
  /** By week, then recipient; weeks without any are left out. */
  readonly weeks: readonly ReminderWeek[];
}
