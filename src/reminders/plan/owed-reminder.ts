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

/** One task in a message, and why it is there. */
export interface ReminderItem {
  readonly section: Section;
  readonly seen: SeenTask;
  /** For a moved, changed or cancelled task: the day that the recipient has been told. */
  readonly notifiedStart: IsoDate | null;
  /** In the county's mail: the unit that has let the deadline pass. Null for what is the recipient's own. */
  readonly about: string | null;
}

/** Everything that one recipient is owed on one day; a correction goes by itself. */
export interface OwedReminder {
  readonly recipient: Recipient;
  readonly day: IsoDate;
  readonly kind: 'daily' | 'correction';
  /** By date. */
  readonly items: readonly ReminderItem[];
}

export interface DueReminders {
  readonly messages: readonly OwedReminder[];
  /** What counts as settled from now on: what is in the messages, and what has lapsed. */
  readonly settled: readonly Settlement[];
}
