import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLabels, type LabelRoom } from '../../src/wheel/label-choice.js';

const CIRCLE: LabelRoom = { start: 0, span: 360, isClosed: true, distance: 1.5, reach: 10 };
const FAN: LabelRoom = { start: 200, span: 90, isClosed: false, distance: 2.5, reach: 10 };

const anyWishes = (room: LabelRoom) =>
  fc
    .array(fc.double({ min: 0, max: 0.9999, noNaN: true }), { maxLength: 400 })
    .map((shares) =>
      shares.map((share, n) => ({ of: n, angle: room.start + share * room.span, rank: (n * 7) % 401 })),
    );

describe('choosing labels', () => {
  for (const [name, room] of Object.entries({ circle: CIRCLE, fan: FAN })) {
    it(`keeps distance, order and reach in a ${name}, however many there are`, () => {
      fc.assert(
        fc.property(anyWishes(room), (wishes) => {
          const places = chooseLabels(wishes, room);
          expect(new Set(places.map(({ of }) => of)).size).toBe(places.length);
          places.forEach(({ wanted, angle }, index) => {
            const previous = places[index - 1];
            expect(Math.abs(angle - wanted)).toBeLessThanOrEqual(room.reach + 1e-6);
            if (!previous) return;
            expect(angle - previous.angle).toBeGreaterThanOrEqual(room.distance - 1e-6);
            expect(wanted).toBeGreaterThanOrEqual(previous.wanted);
          });
          const [first, last] = [places[0], places.at(-1)];
          if (room.isClosed && first && last && first !== last)
            expect(first.angle + 360 - last.angle).toBeGreaterThanOrEqual(room.distance - 1e-6);
        }),
      );
    });
  }

  it('leaves none out for one that ranks below it', () => {
    fc.assert(
      fc.property(anyWishes(FAN), fc.nat(401), (wishes, limit) => {
        const isAbove = ({ rank }: { readonly rank: number }) => rank < limit;
        const keptOf = (those: typeof wishes) => new Set(chooseLabels(those, FAN).map(({ of }) => of));
        const kept = keptOf(wishes);
        const above = wishes.filter(isAbove);
        expect(above.filter(({ of }) => kept.has(of)).length).toBe(keptOf(above).size);
      }),
    );
  });

  it('leaves none out while there is room for all', () => {
    const wishes = Array.from({ length: 100 }, (_, n) => ({ of: n, angle: 3.6 * n, rank: n }));
    expect(chooseLabels(wishes, CIRCLE)).toHaveLength(100);
  });

  it('leaves out the last by rank where they crowd, and no other', () => {
    const crowd = Array.from({ length: 40 }, (_, n) => ({ of: `crowd ${n}`, angle: 90, rank: n }));
    const alone = { of: 'alone', angle: 270, rank: 99 };
    const kept = chooseLabels([...crowd, alone], CIRCLE).map(({ of }) => of);
    expect(kept).toContain('alone');
    expect(kept).toHaveLength(15);
    expect(kept).toEqual(expect.arrayContaining(crowd.slice(0, 14).map(({ of }) => of)));
  });
});
