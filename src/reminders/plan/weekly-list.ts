import type { IsoDate } from '../../calendar/iso-date.js';
import type { SchoolDays } from '../../calendar/school-days.js';
import { isOpen } from '../../task/task.js';
import { writeOccasion } from '../ledger/occasion.js';
import type { Recipient } from '../recipients/recipient.js';
import type { GroupTask, RecipientGroup } from '../recipients/recipient-index.js';
import { type MailWeek, weekName } from './mail-week.js';
import type { ReminderCollector } from './reminder-collector.js';

/** With no more untold tasks than these, all of which can wait for the next list, a list waits a week. */
const MOST_WAITING = 5;

/** The week that lists are worked out for. */
export interface WeeklyRound {
  readonly week: MailWeek;
  /** Whether the lists of the week go out now: nothing has been worked out in it before. */
  readonly isNew: boolean;
}

/** The lists of a week, for those who are reminded by the week. */
export interface WeeklyLists {
  /** Owes a group what is now to be told of the tasks of the coming two weeks; what was missed and is past lapses. */
  readonly owe: (group: RecipientGroup, tasks: readonly GroupTask[]) => void;
  /** Whether the list of a recipient with these tasks goes out now, and takes along what is late. */
  readonly goesTo: (recipient: Recipient, tasks: readonly GroupTask[]) => boolean;
}

/** The tasks that concern a list. */
interface ListTasks {
  /** Those that start in the two weeks of the list. */
  readonly ahead: readonly GroupTask[];
  /** Those that started on days that were not worked out. */
  readonly missed: readonly GroupTask[];
}

/**
 * The lists of a week. A list goes out on the first school day of the week with all that comes in its two weeks; it waits a
 * week when that loses nothing: the last one went out, all that cannot wait for the next has been told, and no more than
 * five tasks after that have not. On the other days only what has not been told and cannot wait is owed.
 */
export function weeklyLists(
  { week, isNew }: WeeklyRound,
  schoolDays: SchoolDays,
  collector: ReminderCollector,
): WeeklyLists {
  const { today, ledger } = collector;
  const { settledThrough, knownThrough } = ledger;
  const occasion = writeOccasion({ kind: 'weekly', week: week.name });
  const known = new Map<readonly GroupTask[], ListTasks>();
  // Worked out once for all units that share their tasks.
  const listOf = (tasks: readonly GroupTask[]): ListTasks => {
    let list = known.get(tasks);
    if (!list) {
      const open = tasks.filter(({ seen: { task } }) => isOpen(task) && task.start <= week.through);
      list = {
        ahead: open.filter(({ seen: { task } }) => task.start >= today),
        missed: open.filter(({ seen: { task } }) => isMissed(task.start, settledThrough, today)),
      };
      known.set(tasks, list);
    }
    return list;
  };
  const isUntold = ({ key }: Recipient, { seen }: GroupTask) => !ledger.hasTold(key, seen.task.id);
  // A deadline on the day of the next list is told of before that day.
  const isPressing = ({ seen: { task } }: GroupTask) =>
    task.start < week.next || (task.start === week.next && task.kind === 'deadline');
  const canWait = (recipient: Recipient, ahead: readonly GroupTask[]): boolean => {
    if (ledger.lastWeekOf(recipient.key) !== week.previous || collector.isCorrecting(recipient)) return false;
    const untold = ahead.filter((each) => isUntold(recipient, each));
    return untold.length <= MOST_WAITING && !untold.some(isPressing);
  };
  const goesTo: WeeklyLists['goesTo'] = (recipient, tasks) =>
    isNew && !(recipient.isSubscribed && canWait(recipient, listOf(tasks).ahead));
  const lapse = (recipients: readonly Recipient[], missed: GroupTask) => {
    const { start } = missed.seen.task;
    const before = writeOccasion({ kind: 'weekly', week: weekName(schoolDays.lastOnOrBefore(start)) });
    for (const recipient of recipients)
      if (isUntold(recipient, missed) && start >= (recipient.joinedOn ?? start))
        collector.lapse(recipient, missed.seen, [before]);
  };
  const owe: WeeklyLists['owe'] = ({ recipients }, tasks) => {
    if (recipients[0].reminders !== 'weekly') return;
    const { ahead, missed } = listOf(tasks);
    for (const each of missed) lapse(recipients, each);
    if (ahead.length === 0 || !(isNew || knownThrough === null)) return;
    for (const recipient of recipients) {
      // An address that has unsubscribed hears of what a law asks of it, by the deadline's own mails.
      if (!recipient.isSubscribed) continue;
      const due = goesTo(recipient, tasks)
        ? ahead
        : ahead.filter((each) => isPressing(each) && isUntold(recipient, each));
      for (const { seen, isResponsible } of due)
        collector.add(recipient, 'weekly', { seen, occasions: [occasion], isOwn: isResponsible });
    }
  };
  return { owe, goesTo };
}

const isMissed = (start: IsoDate, settledThrough: IsoDate | null, today: IsoDate) =>
  settledThrough !== null && start > settledThrough && start < today;
