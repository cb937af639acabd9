import { shortDate } from '../../../../calendar/describe.js';
import type { IsoDate } from '../../../../calendar/iso-date.js';
import { ZONE } from '../../../../calendar/zone.js';
import type { Translate } from '../../../../language/translate.js';

/** Swedes write dates and times of day as ISO 8601 does. */
const OSLO = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The date and time in Norway at an instant. */
export function inOslo(moment: string): { readonly date: IsoDate; readonly time: string } {
  const [date, time] = OSLO.format(new Date(moment)).split(' ');
  return { date: date as IsoDate, time: time ?? '' };
}

/** "25. november 2026 kl. 10:00" */
export function momentInWords(moment: string, t: Translate): string {
  const { date, time } = inOslo(moment);
  return t('date.timed', { date: shortDate(date, t), time });
}

/** "25. november 2026": the date in Norway at an instant. */
export function dayInWords(moment: string, t: Translate): string {
  return shortDate(inOslo(moment).date, t);
}
