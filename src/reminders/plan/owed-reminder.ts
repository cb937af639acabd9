import type { IsoDate } from '../../calendar/iso-date.js';
import type { SeenTask } from '../../task/unit-view.js';
import type { Settlement } from '../ledger/ledger.js';
import type { Recipient } from '../recipients/recipient.js';

/** The sections of a message, in the order in which they stand in it. */
export const SECTIONS = [
  'moved',
  'changed',
  'cancelled',
  'reminder',
  'weekly',
  'overdue',
  'digest',
  'outlook',
] as const;

export type Section = (typeof SECTIONS)[number];

/** Whether a section tells that what a recipient was told is no longer true. */
export const isCorrection = ({ section }: { readonly section: Section }): boolean =>
  section === 'moved' || section === 'changed' || section === 'cancelled';

/** One task in a message, and the section that says why. */
export interface ReminderItem {
  readonly section: Section;
  readonly seen: SeenTask;
  /** For a moved, changed or cancelled task: the start that the recipient was notified of. */
  readonly notifiedStart: IsoDate | null;
  /** In the county's mail: the unit that missed the deadline. Null for the recipient's own tasks. */
  readonly about: string | null;
  /** Whether the recipient's unit is to do it, rather than takes part in it otherwise. */
  readonly isOwn: boolean;
}

/**
 * Everything that one recipient is owed on one day; corrections go in a message of their own, except with the week's list,
 * which takes along those that could wait for it.
 */
export interface OwedReminder {
  readonly recipient: Recipient;
  readonly day: IsoDate;
  readonly kind: 'daily' | 'correction';
  /** In the order in which they stand in the message: by section, and in the week's list by week, own first; then by date. */
  readonly items: readonly ReminderItem[];
}

export interface DueReminders {
  readonly messages: readonly OwedReminder[];
  /** What is settled from now on: the reminders in the messages, and those that lapsed. */
  readonly settled: readonly Settlement[];
}
