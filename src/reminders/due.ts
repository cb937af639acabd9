import { addDays, dateAt, type Instant, type IsoDate, isoWeekOf, timeAt } from '../calendar/iso-date.js';
import type { SchoolDays } from '../calendar/school-days.js';
import { isOpen, type Task } from '../cycle/task.js';
import type { PublishedEntries } from '../cycle/task-filter.js';
import { seenWith } from '../cycle/unit-view.js';
import { Collected } from './collected.js';
import { type ComeTask, comeTasksOf } from './lead-times.js';
import type { Ledger } from './ledger.js';
import type { Due } from './owed.js';
import type { Recipient } from './recipient.js';
import { type GroupTask, groupTasksOf, type RecipientGroup, type RecipientIndex } from './recipient-index.js';

const ZONE = 'Europe/Oslo';

/** Messages of a day go out from this time on. */
const SEND_AT = '07:00';

/** What is overdue for as long as this, the county hears of too. */
const OVERDUE_FOR_COUNTY_DAYS = 14;

/**
 * Who is owed what at a moment. Nothing before 07:00 in Oslo or on a day without school; else, in one message a
 * recipient, each task whose lead time has come and is not settled. What falls on a day off goes out on the last day of
 * school before. What was missed and is still useful is owed now, once; what is past has lapsed.
 */
export function due(
  published: PublishedEntries,
  recipients: RecipientIndex,
  ledger: Ledger,
  schoolDays: SchoolDays,
  now: Instant,
): Due {
  const today = dateAt(now, ZONE);
  if (!isTimeToRemind(schoolDays, now)) return { messages: [], settled: [] };
  const collected = new Collected(today, ledger);
  const tasksOf = groupTasksOf(published);
  const comeOf = comeTasksOf(schoolDays, today);
  const isNewWeek = ledger.settledThrough === null || weekOf(ledger.settledThrough) !== weekOf(today);
  const isNewMonth = ledger.settledThrough === null || monthOf(ledger.settledThrough) !== monthOf(today);
  correct(published, recipients, collected, tasksOf);
  for (const group of recipients.groups) {
    const { settledAt } = ledger;
    const recent = group.recipients.filter(({ changedAt }) => settledAt === null || changedAt > settledAt);
    const tasks = tasksOf(group);
    for (const each of comeOf(tasks, group.recipients[0])) remind(group, recent, each, collected);
    if (isNewWeek || recent.length > 0) {
      const some = isNewWeek ? group.recipients : recent;
      overdue(some, tasks, recipients, published, collected);
      lookAhead('digest', some, tasks, collected);
    }
    if (isNewMonth || recent.length > 0)
      lookAhead('outlook', isNewMonth ? group.recipients : recent, tasks, collected);
  }
  for (const { recipient: key, taskId, day } of ledger.snoozes) {
    const recipient = recipients.byKey.get(key);
    const group = recipients.groupOf.get(key);
    const task = group && tasksOf(group).find(({ seen }) => seen.task.id === taskId);
    if (recipient && task && isOpen(task.seen.task) && schoolDays.lastOnOrBefore(day) <= today)
      collected.add(recipient, 'reminder', task.seen, [`later:${day}`]);
  }
  return collected.due();
}

/** Whether messages go out at a moment: on a day of school, from seven in the morning in Oslo. */
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
  recent: readonly Recipient[],
  { seen, come }: ComeTask,
  collected: Collected,
): void {
  const { task, changedAt } = seen;
  const { settledAt, settledThrough } = collected.ledger;
  const isSettled =
    settledAt !== null && settledThrough !== null && come.newest <= settledThrough && changedAt <= settledAt;
  for (const recipient of isSettled ? recent : recipients) {
    if (task.start >= collected.today) {
      collected.add(
        recipient,
        'reminder',
        seen,
        come.occasions.map(({ occasion }) => occasion),
      );
      continue;
    }
    // What came while nobody was there to send it, and is past by now.
    const missed = come.occasions.filter(({ day }) => settledThrough !== null && day > settledThrough);
    collected.lapse(
      recipient,
      seen,
      missed.map(({ occasion }) => occasion),
    );
  }
}

/** Once a week: deadlines that the unit has let pass, to its own address or else its people; after two weeks to the county too. */
function overdue(
  recipients: readonly Recipient[],
  tasks: readonly GroupTask[],
  { withAddress }: RecipientIndex,
  { tasks: published, county }: PublishedEntries,
  collected: Collected,
): void {
  const { today } = collected;
  const isLate = ({ kind, end }: Task, days: number) => kind === 'deadline' && end < addDays(today, -days);
  const own = tasks.filter(
    ({ seen, isResponsible }) => isResponsible && isOpen(seen.task) && isLate(seen.task, 0),
  );
  const ofUnits = published.filter(
    (task) =>
      task.unitId !== null && task.unitId !== county && isOpen(task) && isLate(task, OVERDUE_FOR_COUNTY_DAYS),
  );
  for (const recipient of recipients) {
    const { unit, key } = recipient;
    if (withAddress.has(unit.id) && !key.startsWith('unit:')) continue;
    const late =
      unit.kind === 'county'
        ? [...own.map(({ seen }) => seen), ...ofUnits.map(commonly)]
        : own.map(({ seen }) => seen);
    for (const seen of late) collected.add(recipient, 'overdue', seen, [`overdue:${weekOf(today)}`]);
  }
}

const commonly = (task: Task) => seenWith(task, undefined);

/** What starts in the rest of this week, or of this month, for those who have asked to be told. */
function lookAhead(
  section: 'digest' | 'outlook',
  recipients: readonly Recipient[],
  tasks: readonly GroupTask[],
  collected: Collected,
): void {
  const { today } = collected;
  const periodOf = section === 'digest' ? weekOf : monthOf;
  const asked = recipients.filter(({ weeklyDigest, monthlyOutlook }) =>
    section === 'digest' ? weeklyDigest : monthlyOutlook,
  );
  if (asked.length === 0) return;
  const ahead = tasks.filter(
    ({ seen: { task } }) => isOpen(task) && task.start >= today && periodOf(task.start) === periodOf(today),
  );
  for (const recipient of asked)
    for (const { seen } of ahead) collected.add(recipient, section, seen, [`${section}:${periodOf(today)}`]);
}

/** What recipients have been told and is no longer so: the task has another day, or is not there any more. */
function correct(
  published: PublishedEntries,
  { byKey, groupOf }: RecipientIndex,
  collected: Collected,
  tasksOf: (group: RecipientGroup) => readonly GroupTask[],
): void {
  const byId = new Map(published.tasks.map((task) => [task.id, task]));
  for (const { recipient: key, taskId, start: told } of collected.ledger.told) {
    const recipient = byKey.get(key);
    const group = groupOf.get(key);
    const common = byId.get(taskId);
    if (!recipient || !group || !common) continue;
    const seen = tasksOf(group).find((each) => each.seen.task.id === taskId)?.seen;
    if (seen && isOpen(seen.task)) {
      if (seen.task.start !== told && seen.task.start >= collected.today)
        collected.add(recipient, 'moved', seen, [`moved:${seen.task.start}`], told);
    } else if (told >= collected.today && (common.deleted || seen?.task.status === 'cancelled')) {
      collected.add(recipient, 'cancelled', seen ?? seenWith(common, undefined), ['cancelled'], told);
    }
  }
}
