import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addDays,
  type IsoDate,
  isoDate,
  isoWeekOf,
  WEEKDAYS,
  weekdayOf,
} from '../../../src/calendar/iso-date.js';
import { easterSunday, publicHolidays } from '../../../src/calendar/public-holidays.js';
import { labelOf } from '../../../src/calendar/school-year-label.js';
import type { FoundPart } from '../../../src/calendar/skolerute-text/part.js';
import { readSkoleruteText } from '../../../src/calendar/skolerute-text/read-text.js';

const MONTHS = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];
const DAYS = {
  nb: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  nn: ['måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag', 'sundag'],
};

const NAMES = {
  nb: {
    'autumn-break': 'Høstferie',
    'christmas-break': 'Juleferie',
    'winter-break': 'Vinterferie',
    'easter-break': 'Påskeferie',
  },
  nn: {
    'autumn-break': 'Haustferie',
    'christmas-break': 'Juleferie',
    'winter-break': 'Vinterferie',
    'easter-break': 'Påskeferie',
  },
};
const FIRST = { nb: 'Første skoledag', nn: 'Fyrste skuledag' };
const LAST = { nb: 'Siste skoledag', nn: 'Siste skuledag' };

type Language = 'nb' | 'nn';
type BreakName = keyof typeof NAMES.nb;

/** How a text is written. */
interface Style {
  readonly language: Language;
  readonly year: 'none' | 'heading' | 'each' | 'short' | 'halves';
  readonly form: 'words' | 'numbers' | 'padded' | 'slash' | 'iso' | 'short-month';
  readonly hasWeekdays: boolean;
  readonly range: ' – ' | '–' | '-' | ' til ' | ' til og med ' | ' t.o.m. ' | '\t' | ' –\n';
  readonly layout: 'colon' | 'space' | 'date-first' | 'own-lines' | 'tab' | 'bullet';
  readonly christmas: 'break' | 'beside' | 'fom-tom';
  readonly off: 'list' | 'each' | 'heading';
  readonly noise: 'none' | 'nbsp' | 'capitals' | 'weeks' | 'comments';
}

const style: fc.Arbitrary<Style> = fc.record({
  language: fc.constantFrom('nb', 'nn'),
  year: fc.constantFrom('none', 'heading', 'each', 'short', 'halves'),
  form: fc.constantFrom('words', 'numbers', 'padded', 'slash', 'iso', 'short-month'),
  hasWeekdays: fc.boolean(),
  range: fc.constantFrom(' – ', '–', '-', ' til ', ' til og med ', ' t.o.m. ', '\t', ' –\n'),
  layout: fc.constantFrom('colon', 'space', 'date-first', 'own-lines', 'tab', 'bullet'),
  christmas: fc.constantFrom('break', 'beside', 'fom-tom'),
  off: fc.constantFrom('list', 'each', 'heading'),
  noise: fc.constantFrom('none', 'nbsp', 'capitals', 'weeks', 'comments'),
});

const isSchoolDay = (date: IsoDate) =>
  !['sat', 'sun'].includes(weekdayOf(date)) && !publicHolidays(Number(date.slice(0, 4))).has(date);

function next(date: IsoDate, step: 1 | -1 = 1): IsoDate {
  return isSchoolDay(date) ? date : next(addDays(date, step), step);
}

const mondayOf = (date: IsoDate) => addDays(date, -WEEKDAYS.indexOf(weekdayOf(date)));

/** A skolerute of a school year, as they are. */
const skolerute = fc
  .record({
    startYear: fc.integer({ min: 2015, max: 2045 }),
    first: fc.integer({ min: 0, max: 9 }),
    autumn: fc.integer({ min: 0, max: 2 }),
    autumnFrom: fc.constantFrom(0, 0, 0, 2),
    christmas: fc.integer({ min: 0, max: 4 }),
    newYear: fc.integer({ min: 0, max: 5 }),
    winter: fc.integer({ min: 0, max: 3 }),
    last: fc.integer({ min: 0, max: 7 }),
    off: fc.uniqueArray(fc.integer({ min: 0, max: 150 }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ startYear, first, autumn, autumnFrom, christmas, newYear, winter, last, off }) => {
    const spring = startYear + 1;
    const easter = easterSunday(spring);
    const autumnMonday = addDays(mondayOf(isoDate(`${startYear}-10-01`)), autumn * 7);
    const winterMonday = addDays(mondayOf(isoDate(`${spring}-02-16`)), winter * 7);
    const before = next(addDays(isoDate(`${startYear}-12-18`), christmas), -1);
    const after = next(addDays(isoDate(`${spring}-01-02`), newYear));
    const breaks: Record<BreakName, readonly [IsoDate, IsoDate]> = {
      'autumn-break': [addDays(autumnMonday, autumnFrom), addDays(autumnMonday, 4)],
      'christmas-break': [next(addDays(before, 1)), next(addDays(after, -1), -1)],
      'winter-break': [winterMonday, addDays(winterMonday, 4)],
      'easter-break': [addDays(easter, -6), addDays(easter, 1)],
    };
    const start = next(addDays(isoDate(`${startYear}-08-14`), first));
    const end = next(addDays(isoDate(`${spring}-06-16`), last), -1);
    const isFree = (date: IsoDate) =>
      isSchoolDay(date) &&
      date < end &&
      Object.values(breaks).every(([from, to]) => date < from || date > to);
    const days = off
      .flatMap((offset) => [addDays(isoDate(`${startYear}-11-01`), offset)])
      .concat(off.map((offset) => addDays(isoDate(`${spring}-04-20`), offset % 40)))
      .filter(isFree);
    return { startYear, first: start, last: end, breaks, before, after, off: [...new Set(days)].sort() };
  });

type Skolerute = typeof skolerute extends fc.Arbitrary<infer T> ? T : never;

/** A line as it is printed, and what it says. */
interface Printed {
  readonly text: string;
  readonly says: readonly FoundPart[];
}

function dateIn(date: IsoDate, { form, year, hasWeekdays, language }: Style): string {
  const [y = '', m = '', d = ''] = date.split('-');
  const [day, month] = [Number(d), Number(m)];
  const hasYear = year === 'each';
  const written = {
    words: `${day}. ${MONTHS[month - 1]}${hasYear ? ` ${y}` : ''}`,
    'short-month': `${day}. ${MONTHS[month - 1]?.slice(0, 3)}.${hasYear ? ` ${y}` : ''}`,
    numbers: `${day}.${month}.${hasYear ? y : year === 'short' ? y.slice(2) : ''}`,
    padded: `${d}.${m}${hasYear ? `.${y}` : year === 'short' ? `.${y.slice(2)}` : ''}`,
    slash: `${day}/${month}${hasYear ? `-${y}` : ''}`,
    iso: date,
  }[form];
  return hasWeekdays ? `${DAYS[language][WEEKDAYS.indexOf(weekdayOf(date))]} ${written}` : written;
}

/** What a period looks like: the month only once where both days have it. */
function periodIn(from: IsoDate, to: IsoDate, style: Style): string {
  const { form, range, hasWeekdays, language } = style;
  const isShort =
    form === 'words' && from.slice(0, 7) === to.slice(0, 7) && range !== '\t' && range !== ' –\n';
  const day = `${hasWeekdays ? `${DAYS[language][WEEKDAYS.indexOf(weekdayOf(from))]} ` : ''}${Number(from.slice(8))}.`;
  return `${isShort ? day : dateIn(from, style)}${range}${dateIn(to, style)}`;
}

function line(name: string, dates: string, { layout, noise }: Style): string {
  const comment = noise === 'comments' ? ' (elevene møter kl. 08.30)' : '';
  switch (layout) {
    case 'colon':
      return `${name}: ${dates}${comment}`;
    case 'space':
      return `${name} ${dates}`;
    case 'date-first':
      return `${dates} ${name}`;
    case 'own-lines':
      return `${name}\n${dates}`;
    case 'tab':
      return `${name}\t${dates}`;
    case 'bullet':
      return `• ${name} er ${dates}`;
  }
}

function print(route: Skolerute, style: Style): Printed[] {
  const { language, christmas } = style;
  const single = (name: string, part: FoundPart['part'], date: IsoDate): Printed => ({
    text: line(name, dateIn(date, style), style),
    says: [{ part, from: date, to: date }],
  });
  const period = (part: BreakName): Printed => {
    const [from, to] = route.breaks[part];
    const week =
      style.noise === 'weeks' && part !== 'christmas-break'
        ? ` (${language === 'nn' ? 'veke' : 'uke'} ${isoWeekOf(from).week})`
        : '';
    const isFom = part === 'christmas-break' && christmas === 'fom-tom';
    const dates = isFom
      ? `f.o.m. ${dateIn(from, style)} t.o.m. ${dateIn(to, style)}`
      : periodIn(from, to, style);
    return { text: line(NAMES[language][part], `${dates}${week}`, style), says: [{ part, from, to }] };
  };
  const off: Printed[] =
    style.off === 'each'
      ? route.off.map((date) => single('Elevfri', 'day-off', date))
      : [
          {
            text:
              style.off === 'heading'
                ? `${language === 'nn' ? 'Fridagar for elevane' : 'Fridager for elevene'}:\n${route.off.map((date) => dateIn(date, style)).join('\n')}`
                : `Fridager: ${route.off
                    .map((date) => dateIn(date, style))
                    .join(', ')
                    .replace(/, ([^,]*)$/, ' og $1')}`,
            says: route.off.map((date) => ({ part: 'day-off', from: date, to: date })),
          },
        ];
  const label = `${route.startYear}/${route.startYear + 1}`;
  const heading = (text: string): Printed => ({ text, says: [] });
  return [
    ...(style.year === 'heading' ? [heading(`Skolerute ${label}`)] : []),
    ...(style.year === 'halves' ? [heading(`Høsten ${route.startYear}`)] : []),
    single(FIRST[language], 'first-school-day', route.first),
    period('autumn-break'),
    ...(christmas === 'beside'
      ? [single(`${LAST[language]} før jul`, 'last-day-before christmas-break', route.before)]
      : [period('christmas-break')]),
    ...(style.year === 'halves' ? [heading(`Våren ${route.startYear + 1}`)] : []),
    ...(christmas === 'beside'
      ? [single(`${FIRST[language]} etter jul`, 'first-day-after christmas-break', route.after)]
      : []),
    period('winter-break'),
    period('easter-break'),
    ...(style.year === 'halves' ? [] : off),
    single(LAST[language], 'last-school-day', route.last),
  ].map(({ text, says }) => ({ text: noisy(text, style), says }));
}

function noisy(text: string, { noise }: Style): string {
  if (noise === 'nbsp') return text.replaceAll(' ', '\u00A0').replaceAll('ferie', '\u00ADferie');
  return noise === 'capitals' ? text.toUpperCase() : text;
}

it('what is printed in any of its forms is read as it is, or marked', () => {
  fc.assert(
    fc.property(skolerute, style, (route, style) => {
      const printed = print(route, style);
      const text = printed.map((each) => each.text).join('\n');
      const { lines, entries } = readSkoleruteText(text, labelOf(route.startYear));
      const expected = printed.flatMap(({ says }) => says);
      const same = (one: FoundPart, other: FoundPart) =>
        one.part === other.part && one.from === other.from && one.to === other.to;
      let at = 0;
      for (const { text: own, says } of printed) {
        const length = own.split('\n').length;
        const its = lines.slice(at, at + length);
        at += length;
        if (its.some(({ marks }) => marks.length > 0)) continue;
        const found = its.flatMap((each) => each.found);
        expect([own, found.map(({ part, from, to }) => `${part} ${from} ${to}`).sort()]).toEqual([
          own,
          says.map(({ part, from, to }) => `${part} ${from} ${to}`).sort(),
        ]);
      }
      const right = expected.filter((each) => entries.some((entry) => same(entry, each))).length;
      shares.push(right / expected.length);
    }),
    { numRuns: 1_000 },
  );
  // Marks are no way out: most dates are read.
  expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(0.97);
});

const shares: number[] = [];

/** Lines that stand on pages beside a skolerute, and say nothing of it. */
const OTHER_LINES = [
  'Foreldremøte for Vg1 torsdag 10. september kl. 18.00',
  'SFO stengt 12. og 13. november',
  'Skriftlig eksamen: 18. mai, 20. mai og 25. mai',
  'Eksamensperiode 18. mai – 15. juni',
  'Muntlig eksamen i uke 23 og 24',
  'Skolen holder åpent 07.30–16.00',
  'Publisert 12.05.2026',
  'Sist endret 3. november',
  'Aktivitetsdag onsdag 23. september',
  'Terminslutt 15. januar',
  'Skolefotografering uke 36',
  'Frist for å søke permisjon er 1. oktober',
  '17. mai: Grunnlovsdagen, skolen går i tog',
  'Julebord for ansatte 4. desember',
  'Barnehagen har planleggingsdag 29. januar',
  'Telefon 55 12 34 56',
  'Kontaktlærer treffes 12.10',
  'Side 1 av 2',
  'Utdanningsprogram: 10. trinn søker innen 1. mars',
  '',
];

it('what else stands on a page gives no date, or is marked', () => {
  fc.assert(
    fc.property(
      skolerute,
      style,
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(...OTHER_LINES)), { minLength: 1, maxLength: 6 }),
      (route, style, others) => {
        const printed = print(route, style);
        const texts = printed.map(({ text }) => text);
        for (const [place, other] of others) texts.splice(place % (texts.length + 1), 0, other);
        const { entries, lines } = readSkoleruteText(texts.join('\n'), labelOf(route.startYear));
        const expected = printed.flatMap(({ says }) => says);
        const wrong = entries.filter(
          ({ part, from, to, line }) =>
            !expected.some((each) => each.part === part && each.from === from && each.to === to) &&
            lines[line - 1]?.marks.length === 0,
        );
        expect([wrong, wrong.map(({ line }) => lines[line - 1]?.text)]).toEqual([[], []]);
      },
    ),
    { numRuns: 1_000 },
  );
});

it('what stands there of the years before and after is left out', () => {
  const headed = style.map((each): Style => ({ ...each, year: 'heading' }));
  fc.assert(
    fc.property(skolerute, skolerute, headed, (route, other, style) => {
      const text = (each: Skolerute) =>
        print(each, style)
          .map((line) => line.text)
          .join('\n');
      if (other.startYear === route.startYear) return;
      const alone = readSkoleruteText(text(route), labelOf(route.startYear));
      const both = readSkoleruteText(
        `${text(other)}\n\n${text(route)}\n\n${text(other)}`,
        labelOf(route.startYear),
      );
      const said = ({ entries }: typeof alone) =>
        entries.map(({ part, from, to }) => `${part} ${from} ${to}`);
      const isMarked = both.lines.some(({ marks }) => marks.length > 0);
      if (!isMarked) expect(said(both)).toEqual(said(alone));
    }),
    { numRuns: 300 },
  );
});

it('whatever is written is read line by line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const { lines } = readSkoleruteText(text, labelOf(2026));
      expect(lines).toHaveLength(text.split(/\r\n|\r|\n|\u2028|\u2029/).length);
    }),
  );
});
