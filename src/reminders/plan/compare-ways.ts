import type { ReminderWay } from '../../units/reminder-way.js';
import { indexRecipients } from '../recipients/recipient-index.js';
import type { ComparedLoad, ReminderLoad } from './reminder-load.js';
import { type Simulation, simulateReminders } from './simulate.js';

/**
 * Simulates the reminders of a period three times: for the present choices, and as if nobody had chosen anything but one
 * mail a week, or each task for itself.
 */
export function compareWays(simulation: Simulation): ComparedLoad {
  const all = [...simulation.recipients.byKey.values()];
  const everybody = (reminders: ReminderWay): Simulation => ({
    ...simulation,
    recipients: indexRecipients(
      all.map((each) => ({
        ...each,
        reminders,
        leadTimes: {},
        weeklyDigest: false,
        monthlyOutlook: false,
      })),
    ),
  });
  const load = simulateReminders(simulation);
  const [present, weekly, eachTask] = [
    mailsOf(load),
    mailsOf(simulateReminders(everybody('weekly'))),
    mailsOf(simulateReminders(everybody('each-task'))),
  ];
  const choices = all
    .map(({ key }) => ({
      recipient: key,
      present: present.get(key) ?? 0,
      weekly: weekly.get(key) ?? 0,
      eachTask: eachTask.get(key) ?? 0,
    }))
    .sort((a, b) => (a.recipient < b.recipient ? -1 : 1));
  return { ...load, choices };
}

/** The mails of each recipient, by key; of those who get any. */
function mailsOf({ weeks }: ReminderLoad): ReadonlyMap<string, number> {
  const mails = new Map<string, number>();
  for (const each of weeks) mails.set(each.recipient, (mails.get(each.recipient) ?? 0) + each.mails);
  return mails;
}
