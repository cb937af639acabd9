import fc from 'fast-check';

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** The two check digits of nine digits, worked out the long way; undefined where there are none. */
export function withCheckDigits(nine: string): string | undefined {
  const sum = (digits: number[], weights: number[]) =>
    weights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
  for (let tail = 0; tail < 100; tail += 1) {
    const digits = [...nine, ...twoDigits(tail)].map(Number);
    if (
      sum(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
      sum(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
    )
      return nine + twoDigits(tail);
  }
  return undefined;
}

/** A valid number: fødselsnummer, D-number, H-number, synthetic, in parts. */
export interface IdentityNumber {
  readonly eleven: string;
  /** The day of a fødselsnummer or D-number, the month, and the year in four digits. */
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly five: string;
}

/** Valid numbers of all kinds. */
export const identityNumbers: fc.Arbitrary<IdentityNumber> = fc
  .record({
    date: fc.date({
      min: new Date('1930-01-01T00:00:00Z'),
      max: new Date('2031-12-31T00:00:00Z'),
      noInvalidDate: true,
    }),
    dayFrom: fc.constantFrom(0, 0, 40),
    monthFrom: fc.constantFrom(0, 0, 40, 65, 80),
    individual: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ date, dayFrom, monthFrom, individual }) => {
    const day = twoDigits(date.getUTCDate() + dayFrom);
    const month = twoDigits(date.getUTCMonth() + 1 + monthFrom);
    const year = String(date.getUTCFullYear());
    const eleven = withCheckDigits(day + month + year.slice(2) + String(individual).padStart(3, '0'));
    return eleven === undefined ? undefined : { eleven, day, month, year, five: eleven.slice(6) };
  })
  .filter((number) => number !== undefined);
