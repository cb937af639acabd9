import fc from 'fast-check';
import { addDays } from '../../src/calendar/iso-date.js';
import type { Wheel, WheelEntry, WheelView } from '../../src/wheel/wheel.js';
import { subject, words } from './samples.js';

const RINGS = ['a', 'b', 'c', 'd', 'e'];

const anyTitle = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'Søknadsfrist til videregående',
      'Møte',
      'Oahpponeavvut čájáhus',
      'Elevsamtaler',
    ),
  },
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><svg onload=x>',
    ']]>&lt;',
    '\u202etfel',
    '\ud800',
    '\0',
    '👩‍🎓'.repeat(9),
  ),
);

const anyEntry: fc.Arbitrary<Omit<WheelEntry, 'id' | 'end'> & { readonly more: number }> = fc.record({
  kind: fc.constantFrom('deadline', 'activity', 'cooperation'),
  title: anyTitle,
  dateLabel: fc.constantFrom('1.3.', '24.12.', '7.8.'),
  untilLabel: fc.constantFrom('–1.3.', '–24.12.'),
  start: fc.integer({ min: -40, max: 400 }).map((days) => addDays(subject.from, days)),
  more: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.nat(300)),
  ring: fc.constantFrom(...RINGS),
  partnerRings: fc.subarray(RINGS),
  status: fc.constantFrom('planned', 'started', 'done', 'cancelled'),
  provisional: fc.boolean(),
  series: fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8),
});

/** Any wheel of up to so many entries: dates in clusters, beyond the year, any titles. */
export function anyWheel(maxLength: number): fc.Arbitrary<Wheel> {
  return fc.array(anyEntry, { maxLength, size: 'max' }).map((entries) => ({
    ...subject,
    rings: RINGS.map((id, n) => ({
      id,
      name: `Ring ${id}`,
      series: n === 0 ? null : ((n + 1) as 2 | 3 | 4 | 5),
    })),
    entries: entries.map(({ more, ...entry }, n) => ({
      ...entry,
      id: `e${n}`,
      end: addDays(entry.start, more),
    })),
    colours: [],
    words,
  }));
}

/** Any size, text and part of the year. */
export const anyView: fc.Arbitrary<WheelView> = fc
  .record({
    width: fc.integer({ min: 300, max: 2400 }),
    height: fc.integer({ min: 300, max: 2400 }),
    textSize: fc.integer({ min: 8, max: 16 }),
    legend: fc.boolean(),
    first: fc.nat(364),
    length: fc.nat(364),
    isWhole: fc.boolean(),
  })
  .map(({ first, length, isWhole, ...view }) => ({
    ...view,
    from: isWhole ? subject.from : addDays(subject.from, first),
    to: isWhole ? subject.to : addDays(subject.from, Math.min(364, first + length)),
  }));
