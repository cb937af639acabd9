import { WEEKDAYS } from '../../../../calendar/iso-date.js';
import type { Translate } from '../../../../language/translate.js';

/** The names of the weekdays, Monday first, in full and shortened to a number of letters. */
export function weekdayNames(
  t: Translate,
  letters: number,
): { readonly name: string; readonly short: string }[] {
  return WEEKDAYS.map((day) => {
    const name = t(`weekday.${day}`);
    return { name, short: name.slice(0, letters) };
  });
}
