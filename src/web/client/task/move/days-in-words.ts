import { longDate, shortDate } from '../../../../calendar/describe.js';
import type { Translate } from '../../../../language/translate.js';
import type { Days } from './move.js';

/** "torsdag 3. desember 2026" of a day, "3. desember 2026 – 4. januar 2027" of a period. */
export function daysInWords({ start, end }: Days, t: Translate): string {
  return start === end
    ? longDate(start, t)
    : t('date.period', { from: shortDate(start, t), to: shortDate(end, t) });
}
