/** The query keys of a county. */
export const countyKeys = {
  units: (county: string) => ['units', county],
  people: (county: string) => ['people', county],
  accounts: (county: string) => ['accounts', county],
  /** The county's feeds, in any language. */
  feeds: (county: string) => ['feeds', county],
  feedsIn: (county: string, language: string) => ['feeds', county, language],
  schoolYear: (county: string, schoolYear: string) => ['school-year', county, schoolYear],
  /** The dates of a school year, in any language. */
  yearDates: (county: string, schoolYear: string) => ['year-dates', county, schoolYear],
  yearDatesIn: (county: string, schoolYear: string, language: string) => [
    'year-dates',
    county,
    schoolYear,
    language,
  ],
  draftSizes: (county: string, schoolYear: string) => ['draft-sizes', county, schoolYear],
  laidOut: (county: string, schoolYear: string, version: number, said: object | null) => [
    'school-year',
    county,
    schoolYear,
    'laid out',
    version,
    said,
  ],
  simulation: (county: string, from: string, to: string) => ['simulation', county, from, to],
  audit: (which: object) => ['/api/audit', which],
  /** The messages of all counties. */
  anyOutbox: ['/api/outbox'],
  outbox: (which: object) => ['/api/outbox', which],
} as const;
