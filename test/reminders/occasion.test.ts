import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import {
  kindOfOccasion,
  type Occasion,
  type OccasionKind,
  type OccasionText,
  readOccasion,
  writeOccasion,
} from '../../src/reminders/ledger/occasion.js';

const day = isoDate('2026-12-01');
const week = '2026-W49';

/** As the ledgers of all versions have them. */
const WRITTEN: {
  readonly [Kind in OccasionKind]: readonly [OccasionText, Extract<Occasion, { kind: Kind }>][];
} = {
  lead: [
    ['lead:14:2026-12-01', { kind: 'lead', lead: 14, start: day }],
    ['lead:0:2026-12-01', { kind: 'lead', lead: 0, start: day }],
  ],
  later: [['later:2026-12-01', { kind: 'later', day }]],
  overdue: [
    ['overdue:2026-W49', { kind: 'overdue', week, about: null }],
    ['overdue:2026-W49:39-horten', { kind: 'overdue', week, about: '39-horten' }],
  ],
  weekly: [['weekly:2026-W49', { kind: 'weekly', week }]],
  digest: [['digest:2026-W49', { kind: 'digest', week }]],
  outlook: [['outlook:2026-12', { kind: 'outlook', month: '2026-12' }]],
  moved: [['moved:2026-12-01:3', { kind: 'moved', start: day, sequence: 3 }]],
  changed: [['changed:3', { kind: 'changed', sequence: 3 }]],
  cancelled: [['cancelled:12', { kind: 'cancelled', sequence: 12 }]],
};

describe('an occasion', () => {
  it.each(Object.values(WRITTEN).flat())('is kept as %s', (text, occasion) => {
    expect(writeOccasion(occasion)).toBe(text);
    expect(readOccasion(text)).toEqual(occasion);
    expect(kindOfOccasion(text)).toBe(occasion.kind);
  });

  it('is read as it was written', () => {
    const unit = fc.stringMatching(/^[0-9]{2}-[a-z0-9-]{1,20}$/);
    const occasions: fc.Arbitrary<Occasion> = fc.oneof(
      fc.record({ kind: fc.constant('lead' as const), lead: fc.nat(366), start: fc.constant(day) }),
      fc.record({ kind: fc.constant('overdue' as const), week: fc.constant(week), about: fc.option(unit) }),
      fc.record({ kind: fc.constant('moved' as const), start: fc.constant(day), sequence: fc.nat() }),
      fc.record({ kind: fc.constantFrom('changed' as const, 'cancelled' as const), sequence: fc.nat() }),
    );
    fc.assert(
      fc.property(occasions, (occasion) => {
        expect(readOccasion(writeOccasion(occasion))).toEqual(occasion);
      }),
    );
  });
});
