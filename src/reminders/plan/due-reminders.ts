import { addDays, dateAt, type Instant, type IsoDate, timeAt } from '../../calendar/iso-date.js';
import type { SchoolDays } from '../../calendar/school-days.js';
import { ZONE } from '../../calendar/zone.js';
import type { LateSince } from '../../cycle/late-since.use-case.js';
import type { PublishedEntries } from '../../task/filter/task-filter.js';
import { isOpen } from '../../task/task.js';
import type { Ledger } from '../ledger/ledger.js';
import { type OccasionKind, readOccasion, writeOccasion } from '../ledger/occasion.js';
import {
  type GroupTask,
  groupTasksOf,
  type RecipientGroup,
  type RecipientIndex,
} from '../recipients/recipient-index.js';
import { correct } from './corrections.js';
import { type Escalation, escalationsOf } from './escalation.js';
import { type TaskWithLeadTimes, tasksWithLeadTimes } from './lead-times.js';
import { mailWeekOf, weekName } from './mail-week.js';
import { overdue } from './overdue.js';
import type { DueReminders, Section } from './owed-reminder.js';
import { ReminderCollector } from './reminder-collector.js';
import { type Round, type TaskFinder, taskFinder } from './round.js';
import { weeklyLists } from './weekly-list.js';

/** Messages go out from this time of day, in Oslo. */
const SEND_AT = '07:00';

/** What due reminders are worked out from. */
export interface DueBasis {
  readonly published: PublishedEntries;
  readonly recipients: RecipientIndex;
  readonly ledger: Ledger;
  readonly lateSince: LateSince;
  readonly schoolDays: SchoolDays;
  readonly now: Instant;
}

/**
 * The reminders that are due at a moment. There are none before 07:00 in Oslo or on a day without school. Otherwise each
 * recipient gets one message: with the list of the week for those who are reminded by the week, and with every task that has
 * reached a lead time and is not settled. A lead time that falls on a day off is due on the school day before. Missed
 * reminders that are still useful are due now, once; for past tasks they lapse.
 */
export function dueReminders(basis: DueBasis): DueReminders {
  const { published, recipients, ledger, lateSince, schoolDays, now } = basis;
  const today = dateAt(now, ZONE);
  if (!isTimeToRemind(schoolDays, now)) return { messages: [], settled: [] };
  const tasksOf = groupTasksOf(published);
  const comeOf = tasksWithLeadTimes(schoolDays, today, ledger);
  const { settledThrough, knownThrough } = ledger;
  const week = mailWeekOf(schoolDays, today);
  const isNewWeek = settledThrough === null || weekName(settledThrough) !== week.name;
  const isNewMonth = settledThrough === null || monthOf(settledThrough) !== monthOf(today);
  const nextDay = schoolDays.firstOnOrAfter(addDays(today, 1));
  const collector = new ReminderCollector(today, ledger, isNewWeek ? nextDay : null);
  const lists = weeklyLists({ week, isNew: isNewWeek }, schoolDays, collector);
  let found: readonly Escalation[] | undefined;
  const escalations = () => {
    found ??= escalationsOf(published, lateSince, today);
    return found;
  };
  const round: Round = {
    published,
    recipients,
    lateSince,
    collector,
    tasksOf,
    week,
    isNewWeek,
    lists,
    escalations,
  };
  const find = taskFinder(recipients, tasksOf);
  if (knownThrough === null || isNewWeek) correct(round, find);
  owedAgain(round, find);
  for (const group of recipients.groups) {
    const tasks = tasksOf(group);
    for (const each of comeOf(tasks, group)) remind(group, each, collector);
    lists.owe(group, tasks);
    if (isNewWeek) {
      overdue(group, tasks, round);
      lookAhead('digest', group, tasks, collector);
    }
    if (isNewMonth) lookAhead('outlook', group, tasks, collector);
  }
  for (const { recipient: key, taskId, day } of ledger.snoozes) {
    if (schoolDays.lastOnOrBefore(day) > today) continue;
    const { recipient, task } = find(key, taskId);
    if (recipient && task && isOpen(task.seen.task))
      collector.add(recipient, 'reminder', {
        seen: task.seen,
        occasions: [writeOccasion({ kind: 'later', day })],
      });
  }
  return collector.dueReminders();
}

/** Whether messages go out at a moment: on a school day, from 07:00 in Oslo. */
export function isTimeToRemind(schoolDays: SchoolDays, now: Instant): boolean {
  return timeAt(now, ZONE) >= SEND_AT && schoolDays.isSchoolDay(dateAt(now, ZONE));
}

const monthOf = (date: IsoDate): string => date.slice(0, 7);

function remind(
  { recipients }: RecipientGroup,
  { seen, occasions, missed }: TaskWithLeadTimes,
  collector: ReminderCollector,
): void {
  const isPast = seen.task.start < collector.today;
  // A lead time reached while the service was down, of a task that is now past.
  if (isPast && missed.length === 0) return;
  for (const recipient of recipients) {
    if (isPast) collector.lapse(recipient, seen, missed);
    else collector.add(recipient, 'reminder', { seen, occasions });
  }
}

/** The section in which a recalled reminder is owed again, by kind; null for corrections, which are worked out again. */
const SECTION_OF: Readonly<Record<OccasionKind, Section | null>> = {
  lead: 'reminder',
  later: 'reminder',
  weekly: 'weekly',
  overdue: 'overdue',
  digest: 'digest',
  outlook: 'outlook',
  moved: null,
  changed: null,
  cancelled: null,
};

/** Owes the content of messages recalled unsent again while it is useful; otherwise it lapses. */
function owedAgain({ recipients, collector, escalations }: Round, find: TaskFinder): void {
  const { ledger, today } = collector;
  for (const { recipient: key, taskId, occasion } of ledger.recalled) {
    const read = readOccasion(occasion);
    if (read.kind === 'overdue' && read.about !== null) {
      const county = recipients.byKey.get(key);
      const late = escalations().find(({ seen, unitId }) => seen.task.id === taskId && unitId === read.about);
      if (county && late) collector.addEscalation(county, late, occasion);
      continue;
    }
    const section = SECTION_OF[read.kind];
    const { recipient, task } = find(key, taskId);
    if (!section || !recipient || !task || !isOpen(task.seen.task)) continue;
    if (section === 'overdue' || task.seen.task.start >= today)
      collector.add(recipient, section, {
        seen: task.seen,
        occasions: [occasion],
        isOwn: task.isResponsible,
      });
    else collector.lapse(recipient, task.seen, [occasion]);
  }
}

/** The tasks that start in the rest of this week or month, for recipients who have asked for the overview. */
function lookAhead(
  section: 'digest' | 'outlook',
  { recipients }: RecipientGroup,
  tasks: readonly GroupTask[],
  collector: ReminderCollector,
): void {
  const { today } = collector;
  const periodOf = section === 'digest' ? weekName : monthOf;
  const asked = recipients.filter(({ reminders, weeklyDigest, monthlyOutlook }) =>
    section === 'digest' ? weeklyDigest && reminders === 'each-task' : monthlyOutlook,
  );
  if (asked.length === 0) return;
  const period = periodOf(today);
  const ahead = tasks.filter(
    ({ seen: { task } }) => isOpen(task) && task.start >= today && periodOf(task.start) === period,
  );
  const occasion = writeOccasion(
    section === 'digest' ? { kind: section, week: period } : { kind: section, month: period },
  );
  for (const recipient of asked)
    for (const { seen } of ahead) collector.add(recipient, section, { seen, occasions: [occasion] });
}
