import type { IsoDate } from '../../calendar/iso-date.js';
import { readTasksAsEdited } from '../plan/published-tasks.js';
import type { ReminderLoad } from '../plan/reminder-load.js';
import { simulateReminders } from '../plan/simulate.js';
import { indexRecipients } from '../recipients/recipient-index.js';
import { recipientsOfCounty } from '../recipients/recipients.store.js';
import type { DueContext } from './reminder-run.use-case.js';

/** The load of reminders of a county between two days, as if all that is edited were published now. */
export async function simulateCounty(
  { database, schoolDaysOf }: Pick<DueContext, 'database' | 'schoolDaysOf'>,
  county: string,
  from: IsoDate,
  to: IsoDate,
): Promise<ReminderLoad> {
  const recipients = indexRecipients(await recipientsOfCounty(database, county));
  const edited = await readTasksAsEdited(database, county);
  return simulateReminders({ published: edited, recipients, schoolDays: schoolDaysOf(county), from, to });
}
