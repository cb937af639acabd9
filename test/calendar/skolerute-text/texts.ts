/** A skolerute as it is published, and what it says: the forms and dates are those of the pages named. */
export interface PublishedText {
  readonly name: string;
  readonly schoolYear: string;
  readonly text: string;
  /** The parts in short: `autumn-break` as `from..to`, single days off in a list. */
  readonly says: Readonly<Record<string, string | readonly string[]>>;
  /** The lines that are marked. */
  readonly marked: readonly number[];
}

export const TEXTS: readonly PublishedText[] = [
  {
    name: 'a list with weekdays, in bokmål (Vestfold, vestfoldfylke.no)',
    schoolYear: '2026/2027',
    text: `Skolerute for de videregående skolene 2026/2027
• Første skoledag: mandag 17. august
• Høstferie: 05.–09.10. (uke 41)
• Siste skoledag før jul: fredag 18. desember kl. 12.00
• Første skoledag etter jul: tirsdag 5. januar
• Vinterferie: 22.–26. februar (uke 8)
• Påskeferie: 22.–29. mars
• Inneklemt fridag: fredag 7. mai
• Siste skoledag: fredag 18. juni`,
    says: {
      'first-school-day': '2026-08-17',
      'autumn-break': '2026-10-05..2026-10-09',
      'last-day-before christmas-break': '2026-12-18',
      'first-day-after christmas-break': '2027-01-05',
      'winter-break': '2027-02-22..2027-02-26',
      'easter-break': '2027-03-22..2027-03-29',
      'last-school-day': '2027-06-18',
      'day-off': ['2027-05-07'],
    },
    marked: [],
  },
  {
    name: 'a table of months with counts, days without a month (Lærdal, laerdal.kommune.no)',
    schoolYear: '2025/2026',
    text: `Skuleruta 2025/2026
Månad\tSkuledagar\tMerknad
August\t10\tFørste skuledag måndag 18.
September\t22\t
Oktober\t18\tHaustferie: Måndag 6. til og med fredag 10.
November\t19\tElevfri fredag 7.
Desember\t15\tSiste skuledag før jul fredag 19.
Januar\t20\tFørste skuledag etter jul måndag 5.
Februar\t15\tVinterferie: Måndag 16. til og med fredag 20.
Mars\t20\tSiste skuledag før påske fredag 27.
April\t18\tFørste skuledag etter påske tysdag 7.
Mai\t18\t
Juni\t15\tSiste skuledag fredag 19.
Sum\t190\t`,
    says: {
      'first-school-day': '2025-08-18',
      'autumn-break': '2025-10-06..2025-10-10',
      'last-day-before christmas-break': '2025-12-19',
      'first-day-after christmas-break': '2026-01-05',
      'winter-break': '2026-02-16..2026-02-20',
      'last-day-before easter-break': '2026-03-27',
      'first-day-after easter-break': '2026-04-07',
      'last-school-day': '2026-06-19',
      'day-off': ['2025-11-07'],
    },
    marked: [],
  },
  {
    name: 'sentences, in nynorsk (Vestland, lovdata.no)',
    schoolYear: '2026/2027',
    text: `Første skuledag for elevane er måndag 17. august 2026. Haustferien er i veke 41, frå måndag 5. oktober til fredag 9. oktober.
Juleferien er f.o.m. onsdag 23. desember t.o.m. fredag 1. januar, og første skuledag etter jul er måndag 4. januar.
Siste skuledag før påske er fredag 19. mars, første skuledag etter påske er tysdag 30. mars.
Vinterferien er veke 8 eller veke 9, etter kva vertskommunen har.
Elevfrie dagar: 6. november, 29. januar, 7. mai og 28. mai.
Siste skuledag er fredag 18. juni 2027.`,
    says: {
      'first-school-day': '2026-08-17',
      'autumn-break': '2026-10-05..2026-10-09',
      'christmas-break': '2026-12-23..2027-01-01',
      'last-day-before easter-break': '2027-03-19',
      'first-day-after easter-break': '2027-03-30',
      'last-school-day': '2027-06-18',
      'day-off': ['2026-11-06', '2027-01-29', '2027-05-07', '2027-05-28'],
    },
    marked: [4],
  },
  {
    name: 'cells in lines of their own, as a table is copied (Oslo, aktuelt.osloskolen.no)',
    schoolYear: '2024/2025',
    text: `Ferie og fridager skoleåret 2024/2025

Første skoledag
mandag 19. august 2024
Høstferie
mandag 30. september 2024
fredag 4. oktober 2024
Juleferie
mandag 23. desember 2024 – fredag 3. januar 2025
Vinterferie
mandag 17. februar – fredag 21. februar 2025
Påskeferie
mandag 14. april – mandag 21. april 2025
Fri
fredag 2. mai 2025
Siste skoledag
fredag 20. juni 2025`,
    says: {
      'first-school-day': '2024-08-19',
      'autumn-break': '2024-09-30..2024-10-04',
      'christmas-break': '2024-12-23..2025-01-03',
      'winter-break': '2025-02-17..2025-02-21',
      'easter-break': '2025-04-14..2025-04-21',
      'last-school-day': '2025-06-20',
      'day-off': ['2025-05-02'],
    },
    marked: [],
  },
  {
    name: 'dates before what they are, with planning days (Troms, lovdata.no)',
    schoolYear: '2026/2027',
    text: `Skoleåret 2026–2027
13.–14. august: Planleggingsdager
17. august: Første skoledag
30. september–2. oktober: Høstferie
16. og 17. november: Planleggingsdager, elevene har fri
18. desember: Siste skoledag før jul
4. januar: Første skoledag etter jul
22.–26. februar: Vinterferie
22.–29. mars: Påskeferie
30. april og 7. mai: Fridager
18. juni: Siste skoledag`,
    says: {
      'first-school-day': '2026-08-17',
      'autumn-break': '2026-09-30..2026-10-02',
      'last-day-before christmas-break': '2026-12-18',
      'first-day-after christmas-break': '2027-01-04',
      'winter-break': '2027-02-22..2027-02-26',
      'easter-break': '2027-03-22..2027-03-29',
      'last-school-day': '2027-06-18',
      'planning-day': ['2026-11-16', '2026-11-17'],
      'day-off': ['2027-04-30', '2027-05-07'],
    },
    marked: [],
  },
  {
    name: 'days in numbers, with the counts in one line (Østfold, ofk.no)',
    schoolYear: '2024/2025',
    text: `Skolestart 19.08.2024
Høstferie 30.09.24 - 04.10.24
Siste skoledag før jul 20.12.2024, første skoledag etter jul 03.01.2025
Vinterferie 17.02–21.02
Påskeferie 14.4-22.4
Elevfri dag 15.11
Siste skoledag 20/6-2025
aug 10, sep 20, okt 19, nov 20, des 15, jan 21, feb 15, mar 21, apr 15, mai 20, jun 14
Sum 190 skoledager`,
    says: {
      'first-school-day': '2024-08-19',
      'autumn-break': '2024-09-30..2024-10-04',
      'last-day-before christmas-break': '2024-12-20',
      'first-day-after christmas-break': '2025-01-03',
      'winter-break': '2025-02-17..2025-02-21',
      'easter-break': '2025-04-14..2025-04-22',
      'last-school-day': '2025-06-20',
      'day-off': ['2024-11-15'],
    },
    marked: [],
  },
  {
    name: 'several school years in one text, the one asked for in the middle (Finnmark, lovdata.no)',
    schoolYear: '2026/2027',
    text: `Skoleruta 2025/2026
Første skoledag: 18. august
Skoleruta 2026/2027
Første skoledag: mandag 17. august
Høstferie: uke 40
Planleggingsdager/elevfri: mandag 16. november og tirsdag 17. november
Siste skoledag før jul: fredag 18. desember
Første skoledag etter jul: tirsdag 5. januar
Vinterferie: onsdag 24.–fredag 26. februar
Påskeferie: 22. mars – 29. mars
Fridag: 30. april
7. mai er vanlig skoledag
Siste skoledag: 18. juni
Skoleruta 2027/2028
Første skoledag: mandag 16. august
Høstferie: 4.–8. oktober`,
    says: {
      'first-school-day': '2026-08-17',
      'autumn-break': '2026-09-28..2026-10-02',
      'last-day-before christmas-break': '2026-12-18',
      'first-day-after christmas-break': '2027-01-05',
      'winter-break': '2027-02-24..2027-02-26',
      'easter-break': '2027-03-22..2027-03-29',
      'last-school-day': '2027-06-18',
      'planning-day': ['2026-11-16', '2026-11-17'],
      'day-off': ['2027-04-30'],
    },
    marked: [],
  },
  {
    name: 'halves with a year each, noise of a PDF, dates over two lines (Akershus, afk.no)',
    schoolYear: '2024/2025',
    text: `Skole\u00ADrute
Høst 2024
–\u00A0Første\u00A0skoledag mandag 19.\u00A0august
–\u00A0Høst\u00ADferie mandag 30. september –
fredag 4. oktober
–\u00A0Siste skoledag før jul fredag 20.
desember
Vår 2025
–\u00A0Første skoledag etter jul fredag 3. januar
–\u00A0Vinter\u00ADferie mandag 17. til fredag 21. februar
–\u00A0Påskeferie fra mandag 14. april
til og med mandag 21. april
–\u00A0Første skoledag etter påske onsdag 23. april. Tirsdag 22. april: elevene har fri
–\u00A0Siste skoledag fredag 20. juni`,
    says: {
      'first-school-day': '2024-08-19',
      'autumn-break': '2024-09-30..2024-10-04',
      'last-day-before christmas-break': '2024-12-20',
      'first-day-after christmas-break': '2025-01-03',
      'winter-break': '2025-02-17..2025-02-21',
      'easter-break': '2025-04-14..2025-04-21',
      'last-school-day': '2025-06-20',
      'day-off': ['2025-04-22'],
    },
    marked: [],
  },
  {
    name: 'no year, SFO and public holidays among the days (Vefsn, vefsn.kommune.no)',
    schoolYear: '2024/2025',
    text: `Planleggingsdager 12.–14. august
Skolestart torsdag 15. august
SFO stengt 12.–14. august
Høstferie uke 40
SFO åpen i høstferien 30. september–2. oktober
Elevfri fredag 22. november
Juleferie: siste skoledag fredag 20. desember, første skoledag mandag 6. januar
Vinterferie uke 10
Påskeferie mandag 14. april–tirsdag 22. april
1. mai: offentlig fridag
17. mai
Kristi himmelfartsdag torsdag 29. mai
Inneklemt fridag fredag 30. mai
Siste skoledag fredag 20. juni`,
    says: {
      'first-school-day': '2024-08-15',
      'autumn-break': '2024-09-30..2024-10-04',
      'last-day-before christmas-break': '2024-12-20',
      'first-day-after christmas-break': '2025-01-06',
      'winter-break': '2025-03-03..2025-03-07',
      'easter-break': '2025-04-14..2025-04-22',
      'last-school-day': '2025-06-20',
      'day-off': ['2024-11-22', '2025-05-30'],
    },
    marked: [],
  },
  {
    name: 'a weekday, a week and a day off that are slips (Innlandet, lena-valle.vgs.no)',
    schoolYear: '2024/2025',
    text: `Skoleåret 2024/2025
Første skoledag: mandag 19. august
Høstferie: uke 41, 7.–11. oktober
Fridag: torsdag 29. november
Juleferie: 23. desember–1. januar
Fridag: fredag 31. januar
Vinterferie: uke 8, 24.–28. februar
Påskeferie: 14.–21. april
Fridag: fredag 2. mai og lørdag 10. mai
Siste skoledag: fredag 20. juni`,
    says: {
      'first-school-day': '2024-08-19',
      'autumn-break': '2024-10-07..2024-10-11',
      'christmas-break': '2024-12-23..2025-01-01',
      'winter-break': '2025-02-24..2025-02-28',
      'easter-break': '2025-04-14..2025-04-21',
      'last-school-day': '2025-06-20',
      'day-off': ['2024-11-29', '2025-01-31', '2025-05-02'],
    },
    marked: [4, 7, 9],
  },
  {
    name: 'ISO dates and columns from and to (Nesna, nesna.kommune.no)',
    schoolYear: '2025/2026',
    text: `Hva\tFra\tTil
Første skoledag\t2025-08-14\t
Høstferie\t2025-09-29\t2025-10-03
Elevfri\t2025-11-21\t
Juleferie\t2025-12-20\t2026-01-04
Vinterferie\t2026-03-02\t2026-03-06
Påskeferie\t2026-03-30\t2026-04-07
Elevfri\t2026-05-15\t
Siste skoledag\t2026-06-19\t
Antall skoledager\t190\t`,
    says: {
      'first-school-day': '2025-08-14',
      'autumn-break': '2025-09-29..2025-10-03',
      'christmas-break': '2025-12-20..2026-01-04',
      'winter-break': '2026-03-02..2026-03-06',
      'easter-break': '2026-03-30..2026-04-07',
      'last-school-day': '2026-06-19',
      'day-off': ['2025-11-21', '2026-05-15'],
    },
    marked: [],
  },
  {
    name: 'headings of months, planning days of which nothing is said of pupils (Stord, stord.vgs.no)',
    schoolYear: '2025/2026',
    text: `Skulerute 2025–26
August
Første skuledag: torsdag 14.
Oktober
Haustferie: måndag 6. til og med fredag 10.
November
Planleggingsdag: fredag 7.
Desember
Siste skuledag før jul: fredag 19.
Januar
Første skuledag etter jul: måndag 5.
Skulefri: fredag 30.
Februar
Vinterferie: måndag 23. til og med fredag 27.
Mars
Påskeferie: 30. mars–6. april
Mai
Skulefri: fredag 15.
Juni
Siste skuledag: fredag 19.`,
    says: {
      'first-school-day': '2025-08-14',
      'autumn-break': '2025-10-06..2025-10-10',
      'last-day-before christmas-break': '2025-12-19',
      'first-day-after christmas-break': '2026-01-05',
      'winter-break': '2026-02-23..2026-02-27',
      'easter-break': '2026-03-30..2026-04-06',
      'last-school-day': '2026-06-19',
      'day-off': ['2026-01-30', '2026-05-15'],
    },
    marked: [7],
  },
];
