import type { IsoDate } from '../../calendar/iso-date.js';
import type { Language } from '../../language/text.js';
import type { TaskFilter } from '../../task/filter/task-filter.js';
import type { Task } from '../../task/task.js';
import type { ReminderWay } from '../../units/reminder-way.js';
import type { LeadTimes, Unit } from '../../units/unit.js';

/** Somebody with an address: a person, or the contact address of a unit. */
export interface Recipient {
  /** `person:…` or `unit:…` */
  readonly key: string;
  readonly county: string;
  readonly address: string;
  readonly name: string;
  readonly language: Language;
  /** Whose tasks the recipient has to do with. */
  readonly unit: Pick<Unit, 'id' | 'kind' | 'partner' | 'route'>;
  /** The day from which the recipient can be told that something is late; null for as long as the unit can. */
  readonly joinedOn: IsoDate | null;
  readonly reminders: ReminderWay;
  /** Of reminders of each task: the recipient's own choices, and for other kinds of task the unit's; both before the task's. */
  readonly leadTimes: LeadTimes;
  readonly weeklyDigest: boolean;
  readonly monthlyOutlook: boolean;
  readonly attachesCalendar: boolean;
  /** Whether the recipient is a county coordinator, who is told what units have missed. */
  readonly isCoordinator: boolean;
  /** Whether the recipient wants reminders; a unit's contact address always gets those about duties under a law. */
  readonly isSubscribed: boolean;
  /** Ids of tasks followed one by one. */
  readonly follows: readonly string[];
  /** Tasks followed by what they are. */
  readonly followed: TaskFilter | null;
}

/** Whether a recipient is reminded of a task even when unsubscribed: a legal duty of the unit itself. */
export function isRequired(
  { key }: Pick<Recipient, 'key'>,
  { basis, kind }: Pick<Task, 'basis' | 'kind'>,
): boolean {
  return key.startsWith('unit:') && basis === 'law' && kind === 'deadline';
}

/** Those who are reminded by the week hear of a deadline by law or national date so many days before, and on the day. */
const BY_AUTHORITY: readonly number[] = [3, 0];

const NONE: readonly number[] = [];

/** The lead times in days that count for a recipient and a task. */
export function leadTimesFor(
  recipient: Pick<Recipient, 'leadTimes' | 'reminders'>,
  task: Pick<Task, 'kind' | 'basis' | 'reminders'>,
): readonly number[] {
  if (recipient.reminders === 'each-task') return recipient.leadTimes[task.kind] ?? task.reminders;
  const isByAuthority = task.kind === 'deadline' && (task.basis === 'law' || task.basis === 'national');
  return isByAuthority ? BY_AUTHORITY : NONE;
}
