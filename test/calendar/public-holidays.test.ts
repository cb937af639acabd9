import { describe, expect, it } from 'vitest';
import { easterSunday, publicHolidays } from '../../src/calendar/public-holidays.js';

describe('public holidays of Norway', () => {
  it('are the twelve of 2026', () => {
    expect(Object.fromEntries(publicHolidays(2026))).toEqual({
      '2026-01-01': 'new-year',
      '2026-04-02': 'maundy-thursday',
      '2026-04-03': 'good-friday',
      '2026-04-05': 'easter-sunday',
      '2026-04-06': 'easter-monday',
      '2026-05-01': 'labour-day',
      '2026-05-14': 'ascension',
      '2026-05-17': 'constitution-day',
      '2026-05-24': 'whit-sunday',
      '2026-05-25': 'whit-monday',
      '2026-12-25': 'christmas-day',
      '2026-12-26': 'boxing-day',
    });
  });

  it('share a day in 2027, when Whit Monday is the national day', () => {
    expect(publicHolidays(2027).get('2027-05-17' as never)).toBe('constitution-day');
    expect(publicHolidays(2027).size).toBe(11);
    expect([...publicHolidays(2027).keys()].filter((date) => date.startsWith('2027-05'))).toEqual([
      '2027-05-01',
      '2027-05-06',
      '2027-05-16',
      '2027-05-17',
    ]);
  });

  it.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2100, '2100-03-28'],
  ])('have Easter Sunday of %i on %s', (year, date) => {
    expect(easterSunday(year)).toBe(date);
  });

  it('have no Christmas Eve and no New Year’s Eve', () => {
    const dates = [...publicHolidays(2026).keys()];
    expect(dates).not.toContain('2026-12-24');
    expect(dates).not.toContain('2026-12-31');
  });
});
