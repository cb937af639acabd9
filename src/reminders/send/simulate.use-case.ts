import type { IsoDate } from '../../calendar/iso-date.js';
import { compareWays } from '../plan/compare-ways.js';
import { readTasksAsEdited } from '../plan/published-tasks.js';
import type { ComparedLoad } from '../plan/reminder-load.js';
import { indexRecipients } from '../recipients/recipient-index.js';
import { recipientsOfCounty } from '../recipients/recipients.store.js';
import type { DueContext } from './reminder-run.use-case.js';

/** The load of reminders of a county between two days, as if all that is edited were published now, and what each way gives. */
export async function simulateCounty(
  { database, schoolDaysOf }: Pick<DueContext, 'database' | 'schoolDaysOf'>,
  county: string,
  from: IsoDate,
  to: IsoDate,
): Promise<ComparedLoad> {
  const recipients = indexRecipients(await recipientsOfCounty(database, county));
  const edited = await readTasksAsEdited(database, county);
  return compareWays({ published: edited, recipients, schoolDays: schoolDaysOf(county), from, to });
}
