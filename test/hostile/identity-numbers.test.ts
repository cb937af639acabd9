import { beforeAll, expect, it } from 'vitest';
import { underAttack } from './watched-service.js';
import { type Field, fieldsOf, takenIn } from './writes.js';

const NUMBERS = ['01017000027', ...['311299', '150805', '410170', '711299'].map(withCheckDigits)];

/** A number of that day, worked out the long way: the first that has both check digits. */
function withCheckDigits(day: string): string {
  for (let tail = 10_000; tail < 60_000; tail += 1) {
    const digits = [...`${day}${tail}`].map(Number);
    const sum = (weights: readonly number[]) =>
      weights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
    if (sum([3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 && sum([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0)
      return digits.join('');
  }
  throw new RangeError(`no number of ${day}`);
}

/** How a number may be written: day, month, year and the five digits after them come in. */
const FORMS: Readonly<Record<string, (d: string, m: string, y: string, rest: string) => string>> = {
  'as it is': (d, m, y, rest) => d + m + y + rest,
  'with a space': (d, m, y, rest) => `${d}${m}${y} ${rest}`,
  'with two spaces': (d, m, y, rest) => `${d}${m}${y}  ${rest}`,
  'with a hyphen': (d, m, y, rest) => `${d}${m}${y}-${rest}`,
  'with a hyphen between spaces': (d, m, y, rest) => `${d}${m}${y} - ${rest}`,
  'with dots in the date': (d, m, y, rest) => `${d}.${m}.${y} ${rest}`,
  'with hyphens in the date': (d, m, y, rest) => `${d}-${m}-${y} ${rest}`,
  'with hyphens everywhere': (d, m, y, rest) => `${d}-${m}-${y}-${rest}`,
  'with slashes in the date': (d, m, y, rest) => `${d}/${m}/${y} ${rest}`,
  'with slashes everywhere': (d, m, y, rest) => `${d}/${m}/${y}/${rest}`,
  'with dots and spaces': (d, m, y, rest) => `${d}. ${m}. ${y} ${rest}`,
  'with the whole year': (d, m, y, rest) => `${d}.${m}.19${y} ${rest}`,
  'with the whole year and no space': (d, m, y, rest) => `${d}${m}19${y}${rest}`,
  'with the whole year and hyphens': (d, m, y, rest) => `${d}-${m}-20${y}-${rest}`,
  'with a no-break space': (d, m, y, rest) => `${d}${m}${y}\u00a0${rest}`,
  'with a narrow no-break space': (d, m, y, rest) => `${d}${m}${y}\u202f${rest}`,
  'with a thin space': (d, m, y, rest) => `${d}${m}${y}\u2009${rest}`,
  'with an ideographic space': (d, m, y, rest) => `${d}${m}${y}\u3000${rest}`,
  'with a tab': (d, m, y, rest) => `${d}${m}${y}\t${rest}`,
  'over two lines': (d, m, y, rest) => `${d}${m}${y}\n${rest}`,
  'over two lines, as Windows ends them': (d, m, y, rest) => `${d}${m}${y}\r\n${rest}`,
  'with a zero-width space': (d, m, y, rest) => `${d}${m}${y}\u200b${rest}`,
  'with a zero-width joiner': (d, m, y, rest) => `${d}${m}\u200d${y}${rest}`,
  'with a byte order mark': (d, m, y, rest) => `${d}\ufeff${m}${y}${rest}`,
  'with a soft hyphen': (d, m, y, rest) => `${d}${m}${y}\u00ad${rest}`,
  'with a dash': (d, m, y, rest) => `${d}${m}${y}–${rest}`,
  'with a long dash': (d, m, y, rest) => `${d}${m}${y} — ${rest}`,
  'with a minus': (d, m, y, rest) => `${d}${m}${y}\u2212${rest}`,
  'with a hyphen that does not break': (d, m, y, rest) => `${d}${m}${y}\u2011${rest}`,
  'digit by digit': (d, m, y, rest) => [...(d + m + y + rest)].join(' '),
  'digit by digit, with dots': (d, m, y, rest) => [...(d + m + y + rest)].join('.'),
  'digit by digit, with zero-width spaces': (d, m, y, rest) => [...(d + m + y + rest)].join('\u200b'),
  'in full-width digits': (d, m, y, rest) => inDigits(0xff10, d + m + y + rest),
  'in Arabic digits': (d, m, y, rest) => inDigits(0x0660, d + m + y + rest),
  'in Devanagari digits': (d, m, y, rest) => inDigits(0x0966, d + m + y + rest),
  'in mathematical digits': (d, m, y, rest) => inDigits(0x1d7ce, d + m + y + rest),
  'after a letter': (d, m, y, rest) => `fnr${d}${m}${y}${rest}`,
  'before a letter': (d, m, y, rest) => `${d}${m}${y}${rest}og`,
  'in brackets': (d, m, y, rest) => `(${d}${m}${y} ${rest})`,
};

function inDigits(zero: number, digits: string): string {
  return [...digits].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
}

const written = (form: (d: string, m: string, y: string, rest: string) => string, number: string) =>
  form(number.slice(0, 2), number.slice(2, 4), number.slice(4, 6), number.slice(6));

/** What people write that has many digits and is nobody's number. */
const ALLOWED = [
  'Ring 33 34 40 00 eller +47 400 00 000.',
  'Organisasjonsnummer 974 760 673',
  'Frist 01.02.2026 kl. 08:30–15:00, uke 36–38',
  '10.09.2026–11.09.2026',
  'Konto 1234.56.78903',
  'Møte 2026-09-10 08:30 i rom 12345',
  'https://x.example/?id=12345678901234567890',
];

underAttack('national identity numbers in every field', (target) => {
  let fields: readonly Field[];

  beforeAll(async () => {
    fields = await fieldsOf(target);
  });

  it('stand in fields that take an ordinary text', async () => {
    const wide = fields.filter(({ holds }) => holds !== 'digits');
    expect(await takenIn(wide, 'Helt vanlig tekst')).toEqual(wide.map(({ name }) => name));
    const narrow = fields.filter(({ holds }) => holds === 'digits');
    expect(await takenIn(narrow, '12345')).toEqual(narrow.map(({ name }) => name));
  });

  it.each(NUMBERS)('are refused in every field, as %s', async (number) => {
    expect(await takenIn(fields, number)).toEqual([]);
  });

  it('are refused in every field that holds more than digits, with a space and with the whole year', async () => {
    const wide = fields.filter(({ holds }) => holds !== 'digits');
    for (const form of [
      'with a space',
      'with dots in the date',
      'with the whole year',
      'in full-width digits',
    ]) {
      const text = `Elev ${written(FORMS[form] as never, '01017000027')} møter`;
      expect(await takenIn(wide, text), form).toEqual([]);
    }
  });

  it.each(Object.entries(FORMS))('are refused %s', async (_how, form) => {
    const texts = fields.filter(
      ({ name }) => name === 'the description of a new task' || name === 'a comment',
    );
    for (const number of NUMBERS)
      for (const text of [written(form, number), `Gjelder ${written(form, number)}, se vedlegg`])
        expect(await takenIn(texts, text), text).toEqual([]);
  });

  it.each(ALLOWED)('are not suspected in “%s”', async (text) => {
    const texts = fields.filter(
      ({ name }) => name === 'the description of a new task' || name === 'a comment',
    );
    expect(await takenIn(texts, text)).toHaveLength(2);
  });
});
