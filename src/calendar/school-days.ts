import { addDays, type IsoDate } from './iso-date.js';
import { isSchoolDay, type SchoolYear } from './school-year.js';
import { type SchoolYearLabel, schoolYearOf } from './school-year-label.js';

/** The longest time without school that there is: the summer holiday, with a wide margin. */
const LONGEST_HOLIDAY_DAYS = 120;

/** A county's school days over any number of school years. */
export interface SchoolDays {
  readonly isSchoolDay: (date: IsoDate) => boolean;
  /** The date itself when it is a school day; throws RangeError when there is none within four months. */
  readonly lastOnOrBefore: (date: IsoDate) => IsoDate;
  readonly firstOnOrAfter: (date: IsoDate) => IsoDate;
}

/** Makes a county's school days from its school years; results are cached. */
export function schoolDaysOf(yearFor: (label: SchoolYearLabel) => SchoolYear): SchoolDays {
  const years = new Map<SchoolYearLabel, SchoolYear>();
  const found = new Map<string, IsoDate>();
  const isOne = (date: IsoDate): boolean => {
    const label = schoolYearOf(date);
    const year = years.get(label) ?? yearFor(label);
    years.set(label, year);
    return isSchoolDay(year, date);
  };
  const search = (date: IsoDate, step: 1 | -1): IsoDate => {
    const key = `${date} ${step}`;
    const known = found.get(key);
    if (known) return known;
    let day = date;
    for (let n = 0; !isOne(day); n += 1) {
      if (n > LONGEST_HOLIDAY_DAYS) throw new RangeError(`no school day near ${date}`);
      day = addDays(day, step);
    }
    found.set(key, day);
    return day;
  };
  return {
    isSchoolDay: isOne,
    lastOnOrBefore: (date) => search(date, -1),
    firstOnOrAfter: (date) => search(date, 1),
  };
}
