import { type Instant, type IsoDate, instant, isIsoDate } from '../calendar/iso-date.js';
import { ArshjulError } from '../errors/arshjul-error.js';
import type { OutboxMessage } from '../reminders/outbox/outbox.store.js';
import type { DueReminders } from '../reminders/plan/owed-reminder.js';
import type { ComparedLoad, ReminderChoices } from '../reminders/plan/reminder-load.js';
import type { Output } from './output.js';

/** What the reminder commands need from the service. */
export interface Reminders {
  /** The reminders due at a moment; writes nothing. */
  readonly preview: (now: Instant) => Promise<DueReminders>;
  /** Puts the reminders due at a moment into the outbox, and sends them when there is a server. Returns the number of messages. */
  readonly run: (now: Instant) => Promise<number>;
  readonly simulate: (from: IsoDate, to: IsoDate) => Promise<ComparedLoad>;
  readonly outbox: () => Promise<readonly OutboxMessage[]>;
}

export interface RemindOptions {
  readonly at?: string;
  readonly dryRun?: boolean;
}

/** `arshjul remind`: works out the reminders due at a moment; with --dry-run only prints who would get what. */
export async function remindCommand(
  { at, dryRun }: RemindOptions,
  reminders: Reminders,
  now: Instant,
  output: Output,
): Promise<void> {
  const moment = at === undefined ? now : momentArgument(at);
  if (!dryRun) {
    output.err(`${await reminders.run(moment)} messages\n`);
    return;
  }
  const { messages } = await reminders.preview(moment);
  for (const { recipient, kind, items } of messages) {
    output.out(`${recipient.address} (${recipient.name}): ${kind}\n`);
    for (const { section, seen } of items)
      output.out(`  ${section} ${seen.task.start} ${seen.task.title.nb ?? seen.task.id}\n`);
  }
  output.err(`${messages.length} messages would be due at ${moment}\n`);
}

export interface SimulateOptions {
  readonly from: string;
  readonly to: string;
}

/**
 * `arshjul simulate`: the mails of each recipient and week between two days, if everything is done on time; on stderr how
 * many that is for each recipient, and how many each way of being reminded would give.
 */
export async function simulateCommand(
  { from, to }: SimulateOptions,
  reminders: Reminders,
  output: Output,
): Promise<void> {
  const { mails, weeks, choices } = await reminders.simulate(
    dayArgument('--from', from),
    dayArgument('--to', to),
  );
  output.out('week,recipient,mails,tasks\n');
  for (const each of weeks)
    output.out(
      `${each.weekYear}-W${String(each.week).padStart(2, '0')},${each.recipient},${each.mails},${each.tasks}\n`,
    );
  output.err(`${mails} mails from ${from} to ${to}\n`);
  const ways = [
    ['as chosen now', 'present'],
    ['with one mail a week', 'weekly'],
    ['with each task for itself', 'eachTask'],
  ] as const;
  for (const [name, way] of ways) output.err(`a recipient ${name}: ${spread(choices, way)}\n`);
}

function spread(choices: readonly ReminderChoices[], way: 'present' | 'weekly' | 'eachTask'): string {
  const mails = choices.map((each) => each[way]);
  if (mails.length === 0) return 'nobody is reminded';
  const mean = Math.round(mails.reduce((sum, each) => sum + each, 0) / mails.length);
  return `${mean} mails, at most ${Math.max(...mails)}`;
}

/** `arshjul outbox`: the messages owed and their status, newest first. */
export async function outboxCommand(reminders: Reminders, output: Output): Promise<void> {
  for (const { day, address, status, attempts, content, reason } of await reminders.outbox())
    output.out(
      `${day} ${status}${reason === null ? '' : ` (${reason})`} ${attempts} ${address} ${content.subject}\n`,
    );
}

function momentArgument(given: string): Instant {
  try {
    return instant(given);
  } catch {
    const what = 'is not a date and time with an offset, such as 2026-09-01T07:00:00+02:00';
    throw new ArshjulError({ code: 'invalid-argument', name: '--at', given, what });
  }
}

function dayArgument(name: string, given: string): IsoDate {
  if (isIsoDate(given)) return given;
  throw new ArshjulError({
    code: 'invalid-argument',
    name,
    given,
    what: 'is not a date, such as 2026-08-01',
  });
}
