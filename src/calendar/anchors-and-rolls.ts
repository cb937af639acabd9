/** Places of the school year that a rule can count from. Breaks have a start (first day off) and an end (last day off). */
export const ANCHORS = [
  'year-start',
  'school-start',
  'autumn-break',
  'autumn-term-end',
  'christmas-break',
  'spring-term-start',
  'winter-break',
  'easter-break',
  'school-end',
  'year-end',
] as const;

export type Anchor = (typeof ANCHORS)[number];

/** What to do when the day is not one to act on. A working day is Monday to Friday and no public holiday. */
export const ROLLS = [
  'none',
  'next-school-day',
  'previous-school-day',
  'next-working-day',
  'previous-working-day',
] as const;

export type Roll = (typeof ROLLS)[number];
