/**
 * Dates as whole numbers in a row of all days, so that they are compared and added without a clock or a zone. A year is
 * counted from March, so that the leap day is its last (Hinnant, chrono-Compatible Low-Level Date Algorithms, 2014).
 */

const DAYS_PER_ERA = 146_097;
/** 1 January 1970 in the row. */
const EPOCH = 719_468;
/** 1 January 1970 was the fourth day of its week. */
const EPOCH_WEEKDAY = 3;
/** The code of the digit 0. */
const ZERO = 48;

/** The number that two digits of a text write. */
function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

/** The number of a date written `YYYY-MM-DD`: 0 for 1970-01-01. */
export function dayNumber(date: string): number {
  const [month, day] = [twoDigits(date, 5), twoDigits(date, 8)];
  const year = twoDigits(date, 0) * 100 + twoDigits(date, 2) - (month < 3 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * DAYS_PER_ERA + yearOfEra * 365 + leapDays + dayOfYear - EPOCH;
}

/** The date of a number, written `YYYY-MM-DD`. */
export function dateOfDayNumber(number: number): string {
  const shifted = number + EPOCH;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month < 3 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The weekday of a number: 0 for Monday. */
export function weekdayOfDayNumber(number: number): number {
  return (((number + EPOCH_WEEKDAY) % 7) + 7) % 7;
}
