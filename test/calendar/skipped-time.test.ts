import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate, weekdayOf } from '../../src/calendar/iso-date.js';
import { isSkippedTime } from '../../src/calendar/skipped-time.js';

describe('a time that summer time leaves out', () => {
  it('is 02:00 to 02:59 on the last Sunday of March', () => {
    const day = isoDate('2027-03-28');
    const skipped = ['01:59', '02:00', '02:30', '02:59', '03:00'].map((time) => isSkippedTime(day, time));
    expect(skipped).toEqual([false, true, true, true, false]);
    expect(isSkippedTime(isoDate('2027-03-29'), '02:30')).toBe(false);
    // In October the hour comes twice.
    expect(isSkippedTime(isoDate('2027-10-31'), '02:30')).toBe(false);
  });

  it('exists on no other day from 2000 to 2100, and is read back by no calendar as it was written', () => {
    const days = fc.integer({ min: 0, max: 36_890 }).map((days) => addDays(isoDate('2000-01-01'), days));
    const times = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    fc.assert(
      fc.property(days, times, (date, time) => {
        const isLastSundayOfMarch =
          weekdayOf(date) === 'sun' && date.slice(5, 7) === '03' && Number(date.slice(8)) > 24;
        expect(isSkippedTime(date, time)).toBe(isLastSundayOfMarch && time.startsWith('02'));
        const read = DateTime.fromISO(`${date}T${time}`, { zone: 'Europe/Oslo' });
        expect(read.toFormat("yyyy-MM-dd'T'HH:mm") === `${date}T${time}`).toBe(!isSkippedTime(date, time));
      }),
    );
  });
});
