import { addDays, dateAt, type Instant, type IsoDate, isoWeekOf, timeAt } from '../calendar/iso-date.js';
import type { SchoolDays } from '../calendar/school-days.js';
import type { Task } from '../cycle/task.js';
import type { PublishedEntries } from '../cycle/task-filter.js';
import { type SeenTask, seenWith } from '../cycle/unit-view.js';
import type { Ledger, Settlement } from './ledger.js';
import { isRequired, leadTimesFor, type Recipient } from './recipient.js';
import { type GroupTask, groupTasksOf, type RecipientGroup, type RecipientIndex } from './recipient-index.js';

const ZONE = 'Europe/Oslo';

/** Messages of a day go out from this time on. */
const SEND_AT = '07:00';

/** What is overdue for as long as this, the county hears of too. */
const OVERDUE_FOR_COUNTY_DAYS = 14;

export const SECTIONS = ['moved', 'cancelled', 'reminder', 'overdue', 'digest', 'outlook'] as const;

export type Section = (typeof SECTIONS)[number];

/** One task in a message, and why it is there. */
export interface Item {
  readonly section: Section;
  readonly seen: SeenTask;
  /** For a moved or cancelled task: the day that the recipient has been told. */
  readonly told: IsoDate | null;
}

/** Everything that one recipient is owed on one day; a correction goes by itself. */
export interface Owed {
  readonly recipient: Recipient;
  readonly day: IsoDate;
  readonly kind: 'daily' | 'correction';
  /** By date. */
  readonly items: readonly Item[];
}

export interface Due {
  readonly messages: readonly Owed[];
  /** What counts as settled from now on: what is in the messages, and what has lapsed. */
  readonly settled: readonly Settlement[];
}

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

const isOpen = ({ status, deleted }: Task) => !deleted && (status === 'planned' || status === 'started');

/** The lead times of a task that have come by a day, as occasions, and the day on which the newest of them came. */
interface Come {
  readonly occasions: readonly { readonly occasion: string; readonly day: IsoDate }[];
  readonly newest: IsoDate;
}

/** A task of a group of which a lead time has come. */
interface ComeTask {
  readonly seen: SeenTask;
  readonly come: Come;
}

/** Works out of which tasks of a group lead times have come; once for units that share their tasks and lead times. */
function comeTasksOf(
  schoolDays: SchoolDays,
  today: IsoDate,
): (tasks: readonly GroupTask[], recipient: Recipient) => readonly ComeTask[] {
  const known = new Map<readonly GroupTask[], Map<string, readonly ComeTask[]>>();
  return (tasks, recipient) => {
    const byLeads = known.get(tasks) ?? new Map<string, readonly ComeTask[]>();
    known.set(tasks, byLeads);
    const key = JSON.stringify(recipient.leadTimes);
    const before = byLeads.get(key);
    if (before) return before;
    const come = tasks.flatMap(({ seen }): ComeTask[] => {
      const found = isOpen(seen.task)
        ? leadTimesCome(seen.task, leadTimesFor(recipient, seen.task), schoolDays, today)
        : null;
      return found ? [{ seen, come: found }] : [];
    });
    byLeads.set(key, come);
    return come;
  };
}

function leadTimesCome(
  { start }: Task,
  leads: readonly number[],
  schoolDays: SchoolDays,
  today: IsoDate,
): Come | null {
  const occasions = leads
    .map((lead) => ({ occasion: `lead:${lead}:${start}`, day: addDays(start, -lead) }))
    // The day of school before may lie a summer holiday earlier, but not more.
    .filter(({ day }) => day <= addDays(today, 120))
    .map(({ occasion, day }) => ({ occasion, day: schoolDays.lastOnOrBefore(day) }))
    .filter(({ day }) => day <= today);
  const newest = occasions
    .map(({ day }) => day)
    .sort()
    .at(-1);
  return newest === undefined ? null : { occasions, newest };
}

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

/** Gathers what each recipient is owed, each occasion once. */
class Collected {
  readonly today: IsoDate;
  readonly ledger: Ledger;
  readonly #items = new Map<string, { readonly recipient: Recipient; readonly items: Item[] }>();
  readonly #settled = new Map<string, Settlement>();

  constructor(today: IsoDate, ledger: Ledger) {
    this.today = today;
    this.ledger = ledger;
  }

  /** Owes a recipient a task, unless every occasion of it is settled or the recipient wants none. */
  add(
    recipient: Recipient,
    section: Section,
    seen: SeenTask,
    occasions: readonly string[],
    told: IsoDate | null = null,
  ): void {
    const { task } = seen;
    if (!recipient.isSubscribed && !isRequired(recipient, task)) return;
    const open = this.#open(recipient, task, occasions);
    if (open.length === 0) return;
    for (const occasion of open) this.#settle(recipient, task, occasion, 'owed');
    const known = this.#items.get(recipient.key) ?? { recipient, items: [] };
    this.#items.set(recipient.key, known);
    // Who is told that a task has moved need not be reminded of it in the same breath.
    const isThere = known.items.some(
      (item) => item.seen.task.id === task.id && sameBreath(item.section, section),
    );
    if (!isThere) known.items.push({ section, seen, told });
  }

  lapse(recipient: Recipient, { task }: SeenTask, occasions: readonly string[]): void {
    if (!recipient.isSubscribed && !isRequired(recipient, task)) return;
    for (const occasion of this.#open(recipient, task, occasions))
      this.#settle(recipient, task, occasion, 'lapsed');
  }

  due(): Due {
    const messages = [...this.#items.values()].flatMap(({ recipient, items }): Owed[] => {
      const corrections = items.filter(({ section }) => section === 'moved' || section === 'cancelled');
      const daily = items.filter((item) => !corrections.includes(item));
      const of = (kind: Owed['kind'], some: readonly Item[]): Owed[] =>
        some.length === 0 ? [] : [{ recipient, day: this.today, kind, items: [...some].sort(byStart) }];
      return [...of('correction', corrections), ...of('daily', daily)];
    });
    return { messages, settled: [...this.#settled.values()] };
  }

  #open({ key }: Recipient, { id }: Task, occasions: readonly string[]): string[] {
    return occasions.filter(
      (occasion) => !this.ledger.has(key, id, occasion) && !this.#settled.has(`${key} ${id} ${occasion}`),
    );
  }

  #settle({ key }: Recipient, { id, start }: Task, occasion: string, outcome: Settlement['outcome']): void {
    this.#settled.set(`${key} ${id} ${occasion}`, { recipient: key, taskId: id, occasion, start, outcome });
  }
}

const CORRECTIONS: readonly Section[] = ['moved', 'cancelled'];

const sameBreath = (one: Section, other: Section) =>
  one === other ||
  (CORRECTIONS.includes(one) && other === 'reminder') ||
  (one === 'reminder' && other === 'digest') ||
  other === 'outlook';

function byStart({ seen: { task: a } }: Item, { seen: { task: b } }: Item): number {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
