import {
  addDays,
  dateAt,
  type Instant,
  type IsoDate,
  instant,
  isoDate,
} from '../../src/calendar/iso-date.js';
import { schoolDaysOf } from '../../src/calendar/school-days.js';
import { schoolYearFor } from '../../src/datafiles/knowledge.js';
import { MemoryLedger, type Snooze } from '../../src/reminders/ledger/ledger.js';
import { dueReminders, isTimeToRemind } from '../../src/reminders/plan/due-reminders.js';
import type { DueReminders } from '../../src/reminders/plan/owed-reminder.js';
import type { Recipient } from '../../src/reminders/recipients/recipient.js';
import { indexRecipients } from '../../src/reminders/recipients/recipient-index.js';
import type { Adjustment } from '../../src/task/adjustment.js';
import type { PublishedEntries } from '../../src/task/filter/task-filter.js';
import type { Task } from '../../src/task/task.js';
import type { Unit } from '../../src/units/unit.js';
import { knowledge } from '../calendar/samples.js';
import { taskNamed } from '../cycle/samples.js';

/** Vestfold's. */
export const schoolDays = schoolDaysOf((label) => schoolYearFor(knowledge, '39', label));
/** A deadline of every school by custom, unless said otherwise. */
export const task = (fields: Partial<Task>): Task => ({
  ...taskNamed('soknadsfrist-videregaende'),
  id: 't',
  kind: 'deadline',
  actor: 'school',
  unitId: null,
  partners: [],
  basis: 'customary',
  reminders: [14, 3, 0],
  start: isoDate('2026-12-10'),
  end: (fields.start ?? '2026-12-10') as IsoDate,
  updatedAt: instant('2026-08-01T00:00:00Z'),
  ...fields,
});
const school = (id: string, name: string): Unit => ({
  id,
  county: '39',
  kind: 'school',
  name,
  partner: null,
  address: null,
  organisationNumber: null,
  municipality: null,
  route: null,
  language: 'nb',
  leadTimes: {},
  reminders: 'weekly',
  publicCoverage: false,
  retired: false,
  version: 1,
  createdAt: instant('2026-08-01T00:00:00Z'),
  updatedAt: instant('2026-08-01T00:00:00Z'),
});
const schools = [school('39-horten', 'Horten vgs'), school('39-sande', 'Sande vgs')];
/** What is published of two schools. */
export const entries = (
  tasks: readonly Task[],
  adjustments: readonly Adjustment[] = [],
): PublishedEntries => ({
  county: '39',
  tasks,
  adjustments,
  units: schools,
});
/** Plays moments one after the other: what is settled at one is known at the next. */
export function play(
  tasks: readonly Task[] | ((now: Instant) => readonly Task[]),
  recipients: readonly Recipient[],
  moments: readonly string[],
  {
    adjustments = [],
    snoozes = [],
    lateSince = isoDate('2026-08-01'),
  }: { adjustments?: Adjustment[]; snoozes?: Snooze[]; lateSince?: IsoDate } = {},
): { moment: string; due: DueReminders }[] {
  const ledger = new MemoryLedger({ snoozes });
  const index = indexRecipients(recipients);
  return moments.map((moment) => {
    const now = instant(moment);
    const present = typeof tasks === 'function' ? tasks(now) : tasks;
    const result = dueReminders({
      published: entries(present, adjustments),
      recipients: index,
      lateSince: () => lateSince,
      ledger,
      schoolDays,
      now,
    });
    ledger.add(result.settled);
    if (isTimeToRemind(schoolDays, now)) ledger.settleThrough(dateAt(now, 'Europe/Oslo'), 'changed');
    return { moment, due: result };
  });
}

/** `moment recipient kind section:task…` for each message. */
export const said = (played: ReturnType<typeof play>) =>
  played.flatMap(({ moment, due: { messages } }) =>
    messages.map(
      ({ recipient, kind, items }) =>
        `${moment.slice(0, 10)} ${recipient.key} ${kind} ${items.map(({ section, seen }) => `${section}:${seen.task.id}`).join(' ')}`,
    ),
  );

/** 07:30 in Oslo on each day from one to another. */
export function mornings(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = isoDate(from); day <= to; day = addDays(day, 1)) days.push(`${day}T06:30:00Z`);
  return days;
}
