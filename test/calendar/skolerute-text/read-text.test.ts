import { describe, expect, it } from 'vitest';
import { labelOf, type SchoolYearLabel } from '../../../src/calendar/school-year-label.js';
import { readSkoleruteText } from '../../../src/calendar/skolerute-text/read-text.js';
import { PASTED_LENGTH, PASTED_LINES } from '../../../src/file-bounds/bounds.js';
import { TooMuch } from '../../../src/file-bounds/too-much.js';
import { TEXTS } from './texts.js';

const YEAR = labelOf(2026);

/** The parts of a text in short, as the texts write them. */
function saidIn(text: string, schoolYear: SchoolYearLabel = YEAR) {
  const { entries, lines } = readSkoleruteText(text, schoolYear);
  const says: Record<string, string | string[]> = {};
  for (const { part, from, to } of entries) {
    if (part === 'day-off' || part === 'planning-day') says[part] = [...(says[part] ?? []), from];
    else says[part] = from === to ? from : `${from}..${to}`;
  }
  return { says, marked: lines.filter(({ marks }) => marks.length > 0).map(({ line }) => line) };
}

const marksIn = (text: string, schoolYear = YEAR) =>
  readSkoleruteText(text, schoolYear).lines.flatMap(({ marks }) => marks.map(({ code }) => code));
const remarksIn = (text: string, schoolYear = YEAR) =>
  readSkoleruteText(text, schoolYear).lines.flatMap(({ remarks }) => remarks.map(({ code }) => code));

describe('a skolerute as a text', () => {
  it.each(TEXTS.map((text) => [text.name, text] as const))(
    'is read: %s',
    (_name, { text, schoolYear, says, marked }) => {
      expect(saidIn(text, schoolYear as SchoolYearLabel)).toEqual({ says, marked });
    },
  );

  it.each([
    ['Høstferie: 05.-09.10.', 'autumn-break', '2026-10-05..2026-10-09'],
    ['Uke 41: Høstferie', 'autumn-break', '2026-10-05..2026-10-09'],
    ['Høstferie\nUke 41', 'autumn-break', '2026-10-05..2026-10-09'],
    ['høstferien (veke 41)', 'autumn-break', '2026-10-05..2026-10-09'],
    ['5.–9. oktober – Haustferie', 'autumn-break', '2026-10-05..2026-10-09'],
    ['HØSTFERIE MANDAG 5. OKT. T.O.M. FREDAG 9. OKT.', 'autumn-break', '2026-10-05..2026-10-09'],
    ['Høstferie: mandag–fredag 5.–9. oktober', 'autumn-break', '2026-10-05..2026-10-09'],
    ['Høstferie 5/10 til 9/10', 'autumn-break', '2026-10-05..2026-10-09'],
    ['Høstferie fra og med 28. september til og med 2. oktober', 'autumn-break', '2026-09-28..2026-10-02'],
    ['Juleferie f.o.m. 21. desember t.o.m. 1. januar', 'christmas-break', '2026-12-21..2027-01-01'],
    ['Jul: 21.12.26–01.01.27', 'christmas-break', '2026-12-21..2027-01-01'],
    ['Jule-\nferie 21. desember – 1. januar', 'christmas-break', '2026-12-21..2027-01-01'],
    ['Påskeferie 22.–29. mars', 'easter-break', '2027-03-22..2027-03-29'],
    ['Elevfri dag 12. november', 'day-off', ['2026-11-12']],
    ['Første skoledag mandag 17. august', 'first-school-day', '2026-08-17'],
    ['Skulen startar måndag 17.8.2026 kl. 09:00', 'first-school-day', '2026-08-17'],
    ['Fridager: 6. november, 29. januar og 7. mai', 'day-off', ['2026-11-06', '2027-01-29', '2027-05-07']],
    ['Fredag 7. mai har elevene fri', 'day-off', ['2027-05-07']],
    ['Kristi himmelfartsdag 6. mai og fredag 7. mai er fri', 'day-off', ['2027-05-07']],
    ['Planleggingsdag, elevene har fri: 12. november', 'planning-day', ['2026-11-12']],
    [
      '9.–13. november: fridager (uke 46)',
      'day-off',
      ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13'],
    ],
    ['5. – 9. oktober: Høstferie (uke 41)', 'autumn-break', '2026-10-05..2026-10-09'],
    ['5.-9. oktober. Høstferie (uke 41)', 'autumn-break', '2026-10-05..2026-10-09'],
    ['November\nFridager for elevene: 12 og 13', 'day-off', ['2026-11-12', '2026-11-13']],
    [
      'Høstferie uke 41 :\nf.o.m . mandag 5. oktober\nt.o.m. fredag 9. oktober',
      'autumn-break',
      '2026-10-05..2026-10-09',
    ],
    ['Veke 41. 5. - 9. oktober - haustferie', 'autumn-break', '2026-10-05..2026-10-09'],
    ['Haustferie måndag 5. — fredag9. okt. (Veke 41)', 'autumn-break', '2026-10-05..2026-10-09'],
    ['Skolene starter opp mandag 17. august.', 'first-school-day', '2026-08-17'],
    ['Fridag fredag 7. mai 2.pinsedag 17. mai', 'day-off', ['2027-05-07']],
    ['Fri: 1. mai, 6. mai (Kr. himmelfart), fredag 7. mai', 'day-off', ['2027-05-07']],
    ['7. mai (fredag) fri', 'day-off', ['2027-05-07']],
    ['Siste skoledag fredag 18. juni, elevene har fri fra kl. 11', 'last-school-day', '2027-06-18'],
    ['Høstferie for elevane 5.–9. oktober (SFO er open)', 'autumn-break', '2026-10-05..2026-10-09'],
  ])('has what is meant by %j', (text, part, days) => {
    expect(saidIn(text)).toEqual({ says: { [part]: days }, marked: [] });
  });

  it.each([
    ['a weekday that contradicts the date', 'Første skoledag tirsdag 17. august', 'other-weekday'],
    ['a week that contradicts the dates', 'Høstferie uke 40: 5.–9. oktober', 'other-week'],
    ['a date that does not exist', 'Fridag 31. november', 'unclear'],
    ['a break of one date', 'Høstferie 5. oktober', 'unclear'],
    ['a break that ends before it begins', 'Høstferie 9.–5. oktober', 'unclear'],
    ['a choice', 'Vinterferie uke 8 eller uke 9', 'either-or'],
    ['a day off on a weekend', 'Fridag 8. mai', 'on-weekend'],
    ['a break at another time of the year', 'Høstferie 22.–26. februar', 'unusual'],
    ['school days given as a break', 'Juleferie 18. desember–4. januar', 'unusual'],
    ['a planning day that may be of teachers alone', 'Planleggingsdag 12. november', 'pupils-off-unsaid'],
    ['a date of nothing known', 'Foreldremøte 10. september', 'no-part'],
    ['a part without a date', 'Vinterferie', 'no-date'],
    ['what is denied', 'Fredag 7. mai er ikke fri', 'unclear'],
    ['a week of a calendar year that is another’s', 'Vinterferie 2026–27 og 2027–28: uke 8', 'year-unclear'],
    ['days of some pupils', 'Første skoledag for Vg1 mandag 17. august', 'unclear'],
    ['the end of a school day', 'Juleferien starter etter skoleslutt fredag 18. desember', 'unclear'],
    ['two dates that contradict each other', 'Høstferie uke 40\nHøstferie 5.–9. oktober', 'contradicts'],
    ['a school day in a break', 'Juleferie 21.12–1.1\nSiste skoledag før jul 16. desember', 'contradicts'],
    [
      'a year that is none of the two',
      'Skoleruta 2025/2026 og 2026/2027\nHøstferie 5.–9. oktober',
      'year-unclear',
    ],
  ])('marks %s', (_what, text, code) => {
    expect(marksIn(text)).toContain(code);
  });

  it.each([
    ['SFO stengt høstferie 5.–9. oktober', 'not-of-pupils'],
    ['17. mai', 'public-holiday'],
    ['Kristi himmelfartsdag torsdag 6. mai', 'public-holiday'],
    ['Planleggingsdager 10.–12. august', 'outside-terms'],
    ['Høstferie 5.–9. oktober\nFridag 7. oktober', 'in-break'],
    ['Skoleåret 2025/2026\nHøstferie 6.–10. oktober', 'other-year'],
    ['Høstferie 6.10.2025–10.10.2025', 'other-year'],
    ['Vinterferie 2026: uke 8', 'other-year'],
    ['Sommerferie fra 21. juni', 'summer'],
    ['7. mai er ordinær skoledag', 'school-day'],
  ])('leaves alone, and says why: %j', (text, code) => {
    expect(marksIn(text)).toEqual([]);
    expect(remarksIn(text)).toContain(code);
  });

  /** Vestfold's skolerute, with a planning day in November of which nothing is said of pupils. */
  const counted = (november: number, may = 18) =>
    [
      'August 11 Første skoledag 17.',
      'September 22',
      'Oktober 17 Høstferie 5.–9.',
      `November ${november} Planleggingsdag 16.`,
      'Desember 14 Siste skoledag før jul 18.',
      'Januar 19 Første skoledag etter jul 5.',
      'Februar 15 Vinterferie 22.–26.',
      'Mars 17 Påskeferie 22.–29.',
      'April 22',
      `Mai ${may} Fridag 7.`,
      'Juni 14 Siste skoledag 18.',
    ].join('\n');

  it('lets the publisher’s counts say whether pupils are off on a planning day, where all the others agree', () => {
    expect(saidIn(counted(20))).toMatchObject({ says: { 'planning-day': ['2026-11-16'] }, marked: [] });
    expect(saidIn(counted(21)).says['planning-day']).toBeUndefined();
    expect(remarksIn(counted(21))).toContain('school-day');
    for (const text of [counted(19), counted(20, 17)]) {
      expect(saidIn(text).says['planning-day']).toBeUndefined();
      expect(marksIn(text)).toEqual(['pupils-off-unsaid']);
    }
  });

  it.each([
    ['after the dates of its month', 'August Skolestart 17. august 11'],
    ['in a line of their own', 'August\nSkolestart 17. august\n11'],
    ['in brackets', 'August\n(11 skoledager)\nSkolestart 17. august'],
    ['at the end of a row of cells', 'AUGUST | Skolestart: mandag 17. august | 11 dager |'],
  ])('has the counts of months %s', (_where, august) => {
    const others = [
      'September 22',
      'Oktober 22',
      'November 21',
      'Desember 14',
      'Januar 20',
      'Februar 20',
      'Mars 23',
    ];
    const { pupilDays, entries } = readSkoleruteText([august, ...others].join('\n'), YEAR);
    expect(pupilDays.get('2026-08')?.count).toBe(11);
    expect(pupilDays.size).toBe(8);
    expect(entries).toMatchObject([{ part: 'first-school-day', from: '2026-08-17' }]);
  });

  it('believes in an unusual break when the school day beside it says the same', () => {
    const christmas = 'Juleferie 19. desember–4. januar';
    expect(marksIn(christmas)).toEqual(['unusual']);
    expect(marksIn(`${christmas}\nFørste skoledag etter jul 5. januar`)).toEqual([]);
  });

  it('asks for no date of a heading whose part another line gives', () => {
    expect(marksIn('Skolestart\n\nAugust\nSkolestart mandag 17. august')).toEqual([]);
  });

  it('takes the column of the school year asked for, and tells of the others', () => {
    const table = [
      '| Ferie | 2025/2026 | 2026/2027 |',
      '| Første skoledag | mandag 18. august | mandag 17. august |',
      '| Høstferie | 29. september–3. oktober | 28. september–2. oktober |',
    ].join('\n');
    expect(saidIn(table)).toEqual({
      says: { 'first-school-day': '2026-08-17', 'autumn-break': '2026-09-28..2026-10-02' },
      marked: [],
    });
    expect(readSkoleruteText(table, YEAR).lines[0]?.remarks).toEqual([
      { code: 'other-year', schoolYear: '2025/2026' },
    ]);
  });

  it('is bounded in length and lines, and read in no time whatever it holds', () => {
    expect(() => readSkoleruteText('x'.repeat(PASTED_LENGTH + 1), YEAR)).toThrow(TooMuch);
    expect(() => readSkoleruteText('\n'.repeat(PASTED_LINES), YEAR)).toThrow(TooMuch);
    const nasty = [
      '1. ',
      '1',
      'fri ',
      'elevene har ',
      '5. oktober – ',
      'uke 1, ',
      'mandag og ',
      '\t',
      ' ',
      '.',
      'jul',
      '1.1.',
      'kl 1',
      'første ',
      '(',
      'å',
      'f.o.m. ',
    ];
    for (const piece of nasty) {
      const began = performance.now();
      readSkoleruteText(piece.repeat(Math.floor(PASTED_LENGTH / piece.length)), YEAR);
      readSkoleruteText(
        `${piece.repeat(Math.floor(PASTED_LENGTH / PASTED_LINES / piece.length))}\n`
          .repeat(PASTED_LINES - 1)
          .slice(0, PASTED_LENGTH),
        YEAR,
      );
      expect([piece, performance.now() - began < 3_000]).toEqual([piece, true]);
    }
  });
});
