import { addDays, type Instant, type IsoDate, isoWeekOf } from '../../calendar/iso-date.js';
import type { SchoolDays } from '../../calendar/school-days.js';
import type { PublishedEntries } from '../../task/filter/task-filter.js';
import { MemoryLedger } from '../ledger/ledger.js';
import type { RecipientIndex } from '../recipients/recipient-index.js';
import { dueReminders } from './due-reminders.js';
import type { ReminderLoad, ReminderWeek } from './reminder-load.js';

/** Noon in UTC: after seven in the morning in Oslo, in summer and in winter. */
const noon = (date: IsoDate) => `${date}T12:00:00.000Z` as Instant;

/** The period, tasks and recipients that reminders are simulated for. */
export interface Simulation {
  readonly published: PublishedEntries;
  readonly recipients: RecipientIndex;
  readonly schoolDays: SchoolDays;
  /** The first and the last of the days. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Simulates the reminders of a period for the present tasks and recipients, as if nothing had been sent before. */
export function simulateReminders({ published, recipients, schoolDays, from, to }: Simulation): ReminderLoad {
  const ledger = new MemoryLedger();
  const weeks = new Map<string, ReminderWeek>();
  let mails = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!schoolDays.isSchoolDay(day)) continue;
    // Assumes that everything is done on time.
    const open = { ...published, tasks: published.tasks.filter(({ end }) => end >= day) };
    const { messages, settled } = dueReminders({
      published: open,
      recipients,
      // Nothing becomes late when everything is done on time.
      lateSince: () => null,
      ledger,
      schoolDays,
      now: noon(day),
    });
    ledger.add(settled);
    ledger.settleThrough(day, 'unchanged');
    const week = isoWeekOf(day);
    for (const { recipient, items } of messages) {
      const key = `${week.weekYear} ${String(week.week).padStart(2, '0')} ${recipient.key}`;
      const before = weeks.get(key) ?? { ...week, recipient: recipient.key, mails: 0, tasks: 0 };
      weeks.set(key, { ...before, mails: before.mails + 1, tasks: before.tasks + items.length });
      mails += 1;
    }
  }
  return { mails, weeks: [...weeks.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, week]) => week) };
}
