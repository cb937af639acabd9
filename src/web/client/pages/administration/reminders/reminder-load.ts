import type { ReminderLoad, ReminderWeek } from '../../../../../reminders/plan/reminder-load.js';
import type { Unit } from '../../../../../units/unit.js';
import type { Person } from '../../../data/county/people.js';
import { weekKey } from '../../../task/load/load.js';

/** The mails per week of one recipient, or of all together. */
export interface RecipientLoad {
  readonly key: string;
  readonly mails: number;
  readonly weeks: ReadonlyMap<string, Pick<ReminderWeek, 'mails' | 'tasks'>>;
}

/** The most blocks that the highest bar of the total may have. */
const MOST_BLOCKS = 20;

function loadOf(key: string, weeks: readonly ReminderWeek[]): RecipientLoad {
  const byWeek = new Map<string, { mails: number; tasks: number }>();
  for (const each of weeks) {
    const before = byWeek.get(weekKey(each)) ?? { mails: 0, tasks: 0 };
    byWeek.set(weekKey(each), { mails: before.mails + each.mails, tasks: before.tasks + each.tasks });
  }
  return { key, mails: weeks.reduce((sum, { mails }) => sum + mails, 0), weeks: byWeek };
}

/** The loads of the recipients, the heaviest first. */
export function loadsByRecipient({ weeks }: ReminderLoad): RecipientLoad[] {
  const byRecipient = new Map<string, ReminderWeek[]>();
  for (const each of weeks)
    byRecipient.set(each.recipient, [...(byRecipient.get(each.recipient) ?? []), each]);
  return [...byRecipient].map(([key, own]) => loadOf(key, own)).sort((a, b) => b.mails - a.mails);
}

/** The load of all recipients together. */
export function wholeLoad({ weeks }: ReminderLoad): RecipientLoad {
  return loadOf('all', weeks);
}

/** The most mails of any week. */
export function largestOf(loads: readonly RecipientLoad[]): number {
  return Math.max(1, ...loads.flatMap(({ weeks }) => [...weeks.values()].map(({ mails }) => mails)));
}

/** How many mails a block of the total's chart represents (1, 2, 5, 10, 20 …), so that the chart is not too high. */
export function blockSize(largest: number): number {
  for (let power = 1; ; power *= 10)
    for (const digit of [1, 2, 5]) if (largest <= digit * power * MOST_BLOCKS) return digit * power;
}

/** The name of a recipient by its key, `person:…` or `unit:…`; the key itself when it no longer exists. */
export function recipientName(key: string, people: readonly Person[], units: readonly Unit[]): string {
  const id = key.slice(key.indexOf(':') + 1);
  return [...people, ...units].find((each) => each.id === id)?.name ?? key;
}
