/** The keys of what is fetched of a county. */
export const countyKeys = {
  units: (county: string) => ['units', county],
  people: (county: string) => ['people', county],
  accounts: (county: string) => ['accounts', county],
  /** Its feeds, whatever language their texts are in. */
  feeds: (county: string) => ['feeds', county],
  feedsIn: (county: string, language: string) => ['feeds', county, language],
  schoolYear: (county: string, schoolYear: string) => ['school-year', county, schoolYear],
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
  /** The messages of all counties, whichever are shown. */
  anyOutbox: ['/api/outbox'],
  outbox: (which: object) => ['/api/outbox', which],
} as const;
