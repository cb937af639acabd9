import { dateAt, type Instant, type IsoDate, isoWeekOf, timeAt } from '../../calendar/iso-date.js';
import type { SchoolDays } from '../../calendar/school-days.js';
import { ZONE } from '../../calendar/zone.js';
import type { PublishedEntries } from '../../task/filter/task-filter.js';
import { isOpen } from '../../task/task.js';
import { seenWith } from '../../task/unit-view.js';
import type { Ledger } from '../ledger/ledger.js';
import { type OccasionKind, readOccasion, writeOccasion } from '../ledger/occasion.js';
import {
  type GroupTask,
  groupTasksOf,
  type RecipientGroup,
  type RecipientIndex,
} from '../recipients/recipient-index.js';
import { type Escalation, escalationsOf, isLate } from './escalation.js';
import { gistOf } from './gist.js';
import { type TaskWithLeadTimes, tasksWithLeadTimes } from './lead-times.js';
import type { DueReminders, Section } from './owed-reminder.js';
import { ReminderCollector } from './reminder-collector.js';

/** Messages go out from this time of day, in Oslo. */
const SEND_AT = '07:00';

/** What due reminders are worked out from. */
export interface DueBasis {
  readonly published: PublishedEntries;
  readonly recipients: RecipientIndex;
  readonly ledger: Ledger;
  readonly schoolDays: SchoolDays;
  readonly now: Instant;
}

/** What the sections of messages are worked out from, and collected in. */
interface Round {
  readonly published: PublishedEntries;
  readonly recipients: RecipientIndex;
  readonly collector: ReminderCollector;
  readonly tasksOf: TasksOf;
  /** Worked out once, on the first call. */
  readonly escalations: () => readonly Escalation[];
}

type TasksOf = (group: RecipientGroup) => readonly GroupTask[];

/**
 * The reminders that are due at a moment. There are none before 07:00 in Oslo or on a day without school. Otherwise each
 * recipient gets one message with every task that has reached a lead time and is not settled. A lead time that falls on a
 * day off is due on the school day before. Missed reminders that are still useful are due now, once; for past tasks they
 * lapse.
 */
export function dueReminders({ published, recipients, ledger, schoolDays, now }: DueBasis): DueReminders {
  const today = dateAt(now, ZONE);
  if (!isTimeToRemind(schoolDays, now)) return { messages: [], settled: [] };
  const collector = new ReminderCollector(today, ledger);
  const tasksOf = groupTasksOf(published);
  const comeOf = tasksWithLeadTimes(schoolDays, today, ledger);
  const { settledThrough, knownThrough } = ledger;
  const isNewWeek = settledThrough === null || weekOf(settledThrough) !== weekOf(today);
  const isNewMonth = settledThrough === null || monthOf(settledThrough) !== monthOf(today);
  let found: readonly Escalation[] | undefined;
  const escalations = () => {
    found ??= escalationsOf(published, today);
    return found;
  };
  const round: Round = { published, recipients, collector, tasksOf, escalations };
  if (knownThrough === null) correct(round);
  owedAgain(round);
  for (const group of recipients.groups) {
    const tasks = tasksOf(group);
    for (const each of comeOf(tasks, group)) remind(group, each, collector);
    if (isNewWeek) {
      overdue(group, tasks, round);
      lookAhead('digest', group, tasks, collector);
    }
    if (isNewMonth) lookAhead('outlook', group, tasks, collector);
  }
  for (const { recipient: key, taskId, day } of ledger.snoozes) {
    if (schoolDays.lastOnOrBefore(day) > today) continue;
    const { recipient, task } = taskFor(key, taskId, recipients, tasksOf);
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

const weekOf = (date: IsoDate): string => {
  const { weekYear, week } = isoWeekOf(date);
  return `${weekYear}-W${String(week).padStart(2, '0')}`;
};
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
  overdue: 'overdue',
  digest: 'digest',
  outlook: 'outlook',
  moved: null,
  changed: null,
  cancelled: null,
};

/** Owes the content of messages recalled unsent again while it is useful; otherwise it lapses. */
function owedAgain({ recipients, collector, tasksOf, escalations }: Round): void {
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
    const { recipient, task } = taskFor(key, taskId, recipients, tasksOf);
    if (!section || !recipient || !task || !isOpen(task.seen.task)) continue;
    if (section === 'overdue' || task.seen.task.start >= today)
      collector.add(recipient, section, { seen: task.seen, occasions: [occasion] });
    else collector.lapse(recipient, task.seen, [occasion]);
  }
}

function taskFor(key: string, taskId: string, { byKey, groupOf }: RecipientIndex, tasksOf: TasksOf) {
  const group = groupOf.get(key);
  return {
    recipient: byKey.get(key),
    task: group && tasksOf(group).find(({ seen }) => seen.task.id === taskId),
  };
}

/**
 * Once a week: deadlines that the unit has missed, to its own address or, without one, its people. After two weeks also to
 * the county's coordinators or, without any, to the county's address or its people.
 */
function overdue(
  { recipients }: RecipientGroup,
  tasks: readonly GroupTask[],
  { recipients: { withAddress, hasCoordinator }, escalations, collector }: Round,
): void {
  const { today } = collector;
  const week = weekOf(today);
  const occasion = writeOccasion({ kind: 'overdue', week, about: null });
  const own = tasks.filter(
    ({ seen, isResponsible }) => isResponsible && isOpen(seen.task) && isLate(seen.task, today, 0),
  );
  for (const recipient of recipients) {
    const { unit, key, isCoordinator } = recipient;
    const isAddressed = key.startsWith('unit:') || !withAddress.has(unit.id);
    if (isAddressed)
      for (const { seen } of own) collector.add(recipient, 'overdue', { seen, occasions: [occasion] });
    const isForCounty = unit.kind === 'county' && (hasCoordinator ? isCoordinator : isAddressed);
    if (!isForCounty) continue;
    for (const late of escalations()) {
      const ofUnit = writeOccasion({ kind: 'overdue', week, about: late.unitId });
      collector.addEscalation(recipient, late, ofUnit);
    }
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
  const periodOf = section === 'digest' ? weekOf : monthOf;
  const asked = recipients.filter(({ weeklyDigest, monthlyOutlook }) =>
    section === 'digest' ? weeklyDigest : monthlyOutlook,
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

/** Corrects what recipients have been told: the task has another date, time or title, or is cancelled or deleted. */
function correct({ published, recipients, collector, tasksOf }: Round): void {
  const { ledger, today } = collector;
  const byId = new Map(published.tasks.map((task) => [task.id, task]));
  for (const { recipient: key, taskId, start: notifiedStart, gist } of ledger.notified) {
    const { recipient, task: found } = taskFor(key, taskId, recipients, tasksOf);
    const common = byId.get(taskId);
    if (!recipient || !common) continue;
    const seen = found?.seen;
    if (seen && isOpen(seen.task)) {
      const { start } = seen.task;
      if (start < today || gist === gistOf(seen.task)) continue;
      // The sequence makes each move an occasion, also when a task moves away, back and away again.
      const { sequence } = seen;
      if (start !== notifiedStart)
        collector.add(recipient, 'moved', {
          seen,
          occasions: [writeOccasion({ kind: 'moved', start, sequence })],
          notifiedStart,
        });
      else if (gist !== '')
        collector.add(recipient, 'changed', {
          seen,
          occasions: [writeOccasion({ kind: 'changed', sequence })],
          notifiedStart,
        });
      continue;
    }
    const gone = seen ?? seenWith(common, undefined);
    const isGone = gone.task.deleted || gone.task.status === 'cancelled';
    const occasion = writeOccasion({ kind: 'cancelled', sequence: gone.sequence });
    if (notifiedStart >= today && isGone && gist !== gistOf(gone.task))
      collector.add(recipient, 'cancelled', { seen: gone, occasions: [occasion], notifiedStart });
  }
}
