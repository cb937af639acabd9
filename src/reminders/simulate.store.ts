import type { IsoDate } from '../calendar/iso-date.js';
import { recipientsOfCounty } from './people.store.js';
import { readTasksAsEdited } from './published-tasks.store.js';
import { indexRecipients } from './recipient-index.js';
import type { ReminderLoad } from './reminder-load.js';
import type { ReminderContext } from './reminder-run.store.js';
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
