import type { IsoDate } from '../../calendar/iso-date.js';
import type { SeenTask } from '../../task/unit-view.js';
import type { Settlement } from '../ledger/ledger.js';
import type { Recipient } from '../recipients/recipient.js';

export const SECTIONS = [
  'moved',
  'changed',
  'cancelled',
  'reminder',
  'overdue',
  'digest',
  'outlook',
] as const;

export type Section = (typeof SECTIONS)[number];

/** One task in a message, and the section that says why. */
export interface ReminderItem {
  readonly section: Section;
  readonly seen: SeenTask;
  /** For a moved, changed or cancelled task: the start that the recipient was notified of. */
  readonly notifiedStart: IsoDate | null;
  /** In the county's mail: the unit that missed the deadline. Null for the recipient's own tasks. */
  readonly about: string | null;
}

/** Everything that one recipient is owed on one day; corrections go in a message of their own. */
export interface OwedReminder {
  readonly recipient: Recipient;
  readonly day: IsoDate;
  readonly kind: 'daily' | 'correction';
  /** By date. */
  readonly items: readonly ReminderItem[];
}

export interface DueReminders {
  readonly messages: readonly OwedReminder[];
  /** What is settled from now on: the reminders in the messages, and those that lapsed. */
  readonly settled: readonly Settlement[];
}
