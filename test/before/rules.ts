/** A rule as callers of the API wrote it before rules said their kind. */
export type WrittenRule = Readonly<Record<string, unknown>>;

const ANCHORS = [
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

/** Rules of every kind that a task of one's own can have, with every anchor, edge, offset and roll. */
export const RULES: readonly WrittenRule[] = [
  { date: '09-13', roll: 'none' },
  { date: '10-10', roll: 'next-school-day' },
  { date: '10-11', roll: 'previous-school-day' },
  { date: '05-01', roll: 'next-working-day' },
  { date: '05-17', roll: 'previous-working-day' },
  { week: 41, day: 'fri', roll: 'previous-school-day' },
  { week: 3, day: 'tue', roll: 'none' },
  { nth: -1, day: 'tue', month: 9, roll: 'next-school-day' },
  { nth: 2, day: 'thu', month: 2, roll: 'none' },
  ...ANCHORS.map((anchor) => ({ anchor, roll: 'none' })),
  { anchor: 'autumn-break', edge: 'end', plus: { days: 3 }, roll: 'next-working-day' },
  { anchor: 'winter-break', edge: 'start', plus: { weeks: -2 }, roll: 'none' },
  { anchor: 'school-start', edge: 'start', plus: { schoolDays: 10 }, roll: 'none' },
  { template: 'skolestart', roll: 'none' },
  { template: 'fase-overgang-fra-grunnskolen', edge: 'end', plus: { days: -7 }, roll: 'previous-school-day' },
  {
    from: { week: 44, day: 'mon', roll: 'none' },
    to: { anchor: 'christmas-break', edge: 'start', plus: { days: -1 }, roll: 'none' },
  },
  {
    from: { template: 'skolestart', edge: 'start', plus: { schoolDays: 5 }, roll: 'none' },
    to: { nth: 1, day: 'fri', month: 10, roll: 'previous-school-day' },
  },
];
