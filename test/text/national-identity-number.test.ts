import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsNationalIdentityNumber } from '../../src/text/national-identity-number.js';
import { type IdentityNumber, identityNumbers, withCheckDigits } from './identity-numbers.js';

const SPACES = [' ', '\u00a0', '\u1680', '\u2002', '\u2009', '\u200a', '\u202f', '\u205f', '\u3000', '\t'];
const LINES = ['\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\n\n  '];
const DASHES = ['-', '\u2010', '\u2011', '\u2012', '–', '—', '\u2015', '\u2212', '\ufe58', '\uff0d'];
const MARKS = ['.', '/', '_', ',', '·', '\u2044', '\u2215', '\uff0e', '\uff0f', ...DASHES];
const HIDDEN = [
  '\u00ad',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u202d',
  '\u2060',
  '\u2066',
  '\ufeff',
  '\ufe0f',
];
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0xe50, 0x1040, 0xff10, 0x1d7ce, 0x1d7d8, 0x1d7f6, 0x1fbf0, 0x104a0];

/** Digits in groups of these lengths. */
function inGroups(digits: string, lengths: readonly number[], gap: string): string {
  return lengths
    .map((length, index) => {
      const start = lengths.slice(0, index).reduce((sum, each) => sum + each, 0);
      return digits.slice(start, start + length);
    })
    .join(gap);
}

/** What people put between two digits: spaces, a line, a mark with or without spaces. */
const spaces = fc
  .array(fc.constantFrom(...SPACES), { minLength: 1, maxLength: 9 })
  .map((all) => all.join(''));
const gaps = fc.oneof(
  spaces,
  fc.constantFrom(...LINES),
  fc.constantFrom(...MARKS),
  fc
    .tuple(spaces, fc.constantFrom(...MARKS.filter((mark) => mark !== ',')), spaces)
    .map((all) => all.join('')),
);
const noneOrGap = fc.oneof(fc.constant(''), gaps);

/** A text with its digits in another script, and what does not show strewn in. */
const disguised = (texts: fc.Arbitrary<string>) =>
  fc
    .tuple(texts, fc.constantFrom(...ZEROS), fc.constantFrom('', ...HIDDEN))
    .map(([text, zero, hidden]) =>
      text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)) + hidden),
    );

const surrounded = (texts: fc.Arbitrary<string>) =>
  fc
    .tuple(
      fc.constantFrom('', 'Eleven ', 'fnr:', '(', 'tlf. 22 33 44 55, '),
      texts,
      fc.constantFrom('', '.', ' er med', ')', '\nOslo'),
    )
    .map((parts) => parts.join(''));

const undotted = (part: string) => part.replace(/^0/, '');

/** Each way of writing a number, by name. */
const WRITINGS: Readonly<Record<string, (number: IdentityNumber) => fc.Arbitrary<string>>> = {
  'at once': ({ eleven }) => fc.constant(eleven),
  'the date and the number': ({ day, month, year, five }) =>
    fc.tuple(noneOrGap, noneOrGap, gaps).map(([a, b, c]) => day + a + month + b + year.slice(2) + c + five),
  'with a year of four digits': ({ day, month, year, five }) =>
    fc.tuple(noneOrGap, noneOrGap, noneOrGap).map(([a, b, c]) => day + a + month + b + year + c + five),
  'a day and a month of one digit': ({ day, month, year, five }) =>
    fc
      .tuple(fc.constantFrom('.', '/', '-', '. '), fc.constantFrom(year, year.slice(2)), gaps)
      .map(([mark, given, gap]) => undotted(day) + mark + undotted(month) + mark + given + gap + five),
  'the number in three and two': ({ day, month, year, five }) =>
    fc
      .tuple(noneOrGap, gaps, gaps)
      .map(([a, b, c]) => day + a + month + a + year.slice(2) + b + five.slice(0, 3) + c + five.slice(3)),
  'in groups with the same between them': ({ eleven }) =>
    fc
      .tuple(
        fc.constantFrom(
          [2, 2, 2, 2, 2, 1],
          [3, 3, 3, 2],
          [4, 4, 3],
          [5, 6],
          [4, 2, 5],
          [4, 3, 4],
          [2, 2, 2, 2, 3],
        ),
        fc.oneof(spaces, fc.constantFrom(...MARKS)),
      )
      .map(([lengths, gap]) => inGroups(eleven, lengths, gap)),
  'digit by digit': ({ eleven }) =>
    fc
      .array(gaps, { minLength: 10, maxLength: 10 })
      .map((all) => [...eleven].map((digit, index) => digit + (all[index] ?? '')).join('')),
  'as in a list': ({ eleven }) => fc.constant(`${eleven.slice(0, 6)}, ${eleven.slice(6)}`),
};

describe('a text with a national identity number', () => {
  for (const [name, writing] of Object.entries(WRITINGS)) {
    it(`is known, written ${name}, in any script, with anything between that does not show`, () => {
      fc.assert(
        fc.property(surrounded(disguised(identityNumbers.chain(writing))), (text) =>
          holdsNationalIdentityNumber(text),
        ),
        { numRuns: 1000 },
      );
    });
  }

  it('is known among other numbers', () => {
    const number = withCheckDigits('150805551') ?? '';
    const written = `${number.slice(0, 6)} ${number.slice(6)}`;
    for (const text of [
      `tlf. 22 33 44 55 ${written}`,
      `01.03.2027\n${written}\n02.03.2027`,
      `39-2026-2027-${number}`,
      `${'1'.repeat(5000)} ${'12 '.repeat(5000)} ${written}`,
      `00000000-0000-4000-8000-000000000000 ${written}`,
    ])
      expect(holdsNationalIdentityNumber(text), text.slice(0, 60)).toBe(true);
  });

  it('is not suspected when a check digit is wrong, or the number is part of a longer one', () => {
    fc.assert(
      fc.property(identityNumbers, fc.integer({ min: 1, max: 9 }), ({ eleven }, more) => {
        const wrong = eleven.slice(0, 10) + ((Number(eleven[10]) + more) % 10);
        return ![wrong, `${eleven}1`, `1${eleven}`].some(holdsNationalIdentityNumber);
      }),
    );
  });

  it('is not suspected when its day does not exist', () => {
    const nines = ['320170', '000170', '310470', '300270', '290271', '011370', '010070', '720170', '013970'];
    const numbers = nines.flatMap((date) =>
      ['000', '001', '002', '123', '555'].flatMap((individual) => withCheckDigits(date + individual) ?? []),
    );
    expect(numbers.length).toBeGreaterThan(30);
    expect(numbers.filter(holdsNationalIdentityNumber)).toEqual([]);
  });
});

const days = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .chain((date) => {
    const [iso, day, month, year] = [
      date.toISOString(),
      date.getUTCDate(),
      date.getUTCMonth() + 1,
      date.getUTCFullYear(),
    ];
    const two = (value: number) => String(value).padStart(2, '0');
    return fc.constantFrom(
      iso,
      iso.slice(0, 10),
      iso.slice(0, 19),
      iso.slice(0, 16).replace('T', ' '),
      `${two(day)}.${two(month)}.${year}`,
      `${day}.${month}.${year}`,
      `${two(day)}.${two(month)}.${year % 100}`,
      `${day}. ${month}. ${year}`,
      `${day}/${month}-${year}`,
      `${two(day)}${two(month)}${year}`,
      `${day}.${month}.`,
      `uke ${Math.ceil(day / 7)} ${year}`,
    );
  });
const digits = (length: number, first: string) =>
  fc
    .tuple(
      fc.constantFrom(...first),
      fc.array(fc.constantFrom(...'0123456789'), { minLength: length - 1, maxLength: length - 1 }),
    )
    .map(([one, more]) => one + more.join(''));
const telephones = fc
  .tuple(
    digits(8, '23456789'),
    fc.constantFrom([2, 2, 2, 2], [3, 2, 3], [8]),
    fc.constantFrom('', '+47 ', '0047 ', '+47', 'tlf. '),
  )
  .map(([number, groups, prefix]) => prefix + inGroups(number, groups, ' '));
const organisations = fc
  .tuple(
    digits(9, '89'),
    fc.constantFrom([3, 3, 3], [9]),
    fc.constantFrom('', 'org.nr. ', 'NO '),
    fc.constantFrom('', ' MVA'),
  )
  .map(([number, groups, prefix, suffix]) => prefix + inGroups(number, groups, ' ') + suffix);
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.constantFrom(':', '.', ''))
  .map(([hour, minute, mark]) => String(hour).padStart(2, '0') + mark + String(minute).padStart(2, '0'));
const counts = fc.oneof(
  fc.integer({ min: 0, max: 9999 }).map(String),
  fc.integer({ min: 1, max: 999 }).map((thousands) => `${thousands} 000`),
  fc.integer({ min: 10000, max: 99999 }).map(String),
);
const named = fc.oneof(
  fc.uuid(),
  fc.constantFrom(
    '39-2026-2027-skolestart',
    '03-2026-2027',
    '2026-2027',
    '2026/2027',
    'https://www.udir.no/2026/11/29/12345/',
  ),
  fc.integer({ min: 0, max: 9999 }).map((code) => `${String(code).padStart(4, '0')} Horten`),
);

/** What a plan says with digits, one after the other as people write them. */
const sentences = fc
  .array(
    fc.tuple(
      fc.oneof(days, telephones, organisations, times, counts, named),
      fc.constantFrom(', ', '; ', ' og ', ' kl. ', ': ', ' (', '),', ' | ', '\nRektor: ', ', tlf. '),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.flat().join(''));

const pairs = fc
  .oneof(
    fc.tuple(days, fc.constantFrom(' – ', '–', '-', ' - ', ' til ', '\n', ' '), days),
    fc.tuple(days, fc.constantFrom(' ', '\n', ' – ', '. '), telephones),
    fc.tuple(days, fc.constantFrom(' ', ' kl ', '\n', ', '), times),
    fc.tuple(telephones, fc.constantFrom('\n', ' / ', ', ', ' eller '), telephones),
    fc.tuple(organisations, fc.constantFrom('\n', ' ', ', '), telephones),
    fc.tuple(fc.integer({ min: 1, max: 999 }).map(String), fc.constantFrom(' ', '\n', ' – '), telephones),
  )
  .map((parts) => parts.join(''));

describe('what a plan says with digits', () => {
  it('is allowed, in sentences and lists', () => {
    fc.assert(
      fc.property(sentences, (text) => !holdsNationalIdentityNumber(text)),
      { numRuns: 20_000 },
    );
  });

  it('is allowed, two of a kind beside each other', () => {
    fc.assert(
      fc.property(pairs, (text) => !holdsNationalIdentityNumber(text)),
      { numRuns: 20_000 },
    );
  });

  it('is allowed in ordinary text', () => {
    for (const text of [
      'Tlf. 33 34 40 00',
      'org.nr. 974 760 673',
      '2026-08-17 – 2027-06-18',
      'uke 41, 09.10.2026',
      'tlf. 22 33 44 55, 01.03.2027 kl. 10:00',
      'f9e1c1a2-0101-7012-8345-010170123456',
    ]) {
      expect(holdsNationalIdentityNumber(text), text).toBe(false);
    }
  });

  it('is allowed at the bounds: a list, a range of dates, a room and a telephone, as long as they are two numbers', () => {
    fc.assert(
      fc.property(identityNumbers, ({ eleven, day, month, year, five }) => {
        const asDate = `${day}.${month}.${year}`;
        return ![
          `${asDate}, ${five}`,
          `${asDate}: ${five}`,
          `${asDate} (${five})`,
          inGroups(eleven, [3, 2, 2, 2, 2], ' '),
          inGroups(eleven, [3, 3, 2, 3], ' '),
          inGroups(eleven, [2, 3, 3, 3], ' '),
          `${eleven.slice(0, 1)}.${eleven.slice(1, 3)}–${eleven.slice(3, 5)}.${eleven.slice(5, 7)}.${eleven.slice(7)}`,
        ].some(holdsNationalIdentityNumber);
      }),
    );
  });
});

describe('a long text', () => {
  it('is read once: what is made of it is as long as it is, whatever it holds', () => {
    for (const part of ['1', '1 ', '1\n', '11-', '01.03.2027, ', '\u200b', ' ', '0101 ', '12345678-1234-'])
      expect(holdsNationalIdentityNumber(part.repeat(100_000))).toBe(false);
  });
});
