import type { IsoDate } from '../../calendar/iso-date.js';
import { recipientsOfCounty } from '../../people/people.store.js';
import { indexRecipients } from '../../people/recipient-index.js';
import type { ReminderContext } from '../send/reminder-run.use-case.js';
import { readTasksAsEdited } from './published-tasks.js';
import type { ReminderLoad } from './reminder-load.js';
import { simulateReminders } from './simulate.js';

/** The load of reminders of a county between two days, as if all that is edited were published now. */
export async function simulateCounty(
  { database, schoolDaysOf }: Pick<ReminderContext, 'database' | 'schoolDaysOf'>,
  county: string,
  from: IsoDate,
  to: IsoDate,
): Promise<ReminderLoad> {
  const recipients = indexRecipients(await recipientsOfCounty(database, county));
  const edited = await readTasksAsEdited(database, county);
  return simulateReminders(edited, recipients, schoolDaysOf(county), from, to);
}
