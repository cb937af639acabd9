import type { IsoWeek } from '../../calendar/iso-date.js';

/** How many mails a recipient gets in an ISO week, and how many tasks they list. */
export interface ReminderWeek extends IsoWeek {
  readonly recipient: string;
  readonly mails: number;
  readonly tasks: number;
}

/** How many mails a recipient gets in the whole period: by the present choices, and by each of the two ways without any. */
export interface ReminderChoices {
  readonly recipient: string;
  readonly present: number;
  readonly weekly: number;
  readonly eachTask: number;
}

export interface ReminderLoad {
  readonly mails: number;
  /** By week, then recipient; weeks without any are left out. */
  readonly weeks: readonly ReminderWeek[];
}

/** The load of the present choices, and what each way would make of it. */
export interface ComparedLoad extends ReminderLoad {
  /** Everybody who can be reminded, by key; also those who would get nothing. */
  readonly choices: readonly ReminderChoices[];
}
