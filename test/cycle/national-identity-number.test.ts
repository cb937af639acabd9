import { describe, expect, it } from 'vitest';
import { holdsNationalIdentityNumber } from '../../src/cycle/national-identity-number.js';

/** The two check digits of nine digits, worked out the long way; undefined where there are none. */
function withCheckDigits(nine: string): string | undefined {
  for (const tail of [...Array(100).keys()].map((n) => String(n).padStart(2, '0'))) {
    const digits = [...nine, ...tail].map(Number);
    const sum = (weights: number[]) =>
      weights.reduce((total, weight, i) => total + weight * (digits[i] ?? 0), 0);
    if (sum([3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 && sum([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0)
      return nine + tail;
  }
  return undefined;
}

const valid = ['010170000', '311299123', '150805551'].flatMap((nine) => withCheckDigits(nine) ?? []);
const dNumbers = ['410170000', '711299123', '550805559'].flatMap((nine) => withCheckDigits(nine) ?? []);

describe('a text with a national identity number', () => {
  it('is known, for fødselsnummer and D-number', () => {
    expect(valid.length + dNumbers.length).toBeGreaterThanOrEqual(4);
    for (const number of [...valid, ...dNumbers]) {
      expect(holdsNationalIdentityNumber(number), number).toBe(true);
      expect(holdsNationalIdentityNumber(`Ring ${number.slice(0, 6)} ${number.slice(6)}.`)).toBe(true);
      expect(holdsNationalIdentityNumber(`${number.slice(0, 6)}-${number.slice(6)}`)).toBe(true);
    }
  });

  it('is not suspected when a check digit is wrong, the day does not exist, or the number is longer', () => {
    for (const number of valid) {
      const wrong = number.slice(0, 10) + ((Number(number[10]) + 1) % 10);
      expect(holdsNationalIdentityNumber(wrong)).toBe(false);
      expect(holdsNationalIdentityNumber(`${number}1`)).toBe(false);
    }
    const noDay = ['320170000', '000170001', '320170003'].flatMap((nine) => withCheckDigits(nine) ?? []);
    expect(noDay.length).toBeGreaterThan(0);
    for (const number of noDay) expect(holdsNationalIdentityNumber(number)).toBe(false);
  });

  it('is not suspected in ordinary text', () => {
    for (const text of [
      'Tlf. 33 34 40 00',
      'org.nr. 974 760 673',
      '2026-08-17 – 2027-06-18',
      'uke 41, 09.10.2026',
    ]) {
      expect(holdsNationalIdentityNumber(text)).toBe(false);
    }
  });
});
