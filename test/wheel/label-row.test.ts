import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LabelRow, type RowRoom } from '../../src/wheel/label-row.js';

const WIDE: RowRoom = { low: 0, high: 100, distance: 3, reach: 1000 };

/** Where labels come to stand that are taken into a row one after another; those that it does not take are left out. */
function placed(wanted: readonly number[], room: RowRoom) {
  const row = new LabelRow<{ readonly angle: number }>(room);
  const taken = wanted.map((angle) => row.add({ angle }));
  const places = row.places();
  return {
    taken,
    // 0 and -0 are one place, whose labels may stand in either order.
    wanted: places.map(({ label }) => label.angle + 0),
    places: places.map(({ angle }) => angle),
  };
}

const costOf = (wanted: readonly number[], places: readonly number[]) =>
  wanted.reduce((sum, place, index) => sum + (place - (places[index] as number)) ** 2, 0);

/** Every way to put so many things on whole numbers up to `high`, at least `distance` apart. */
function* ways(count: number, distance: number, high: number, from = 0): Generator<number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let place = from; place <= high; place += 1)
    for (const rest of ways(count - 1, distance, high, place + distance)) yield [place, ...rest];
}

const anyNumbers = fc.array(fc.double({ min: -5, max: 105, noNaN: true }), { maxLength: 60 });

describe('a row of labels', () => {
  it('keeps order, distance, reach and bounds, whatever it is asked to take', () => {
    fc.assert(
      fc.property(anyNumbers, fc.constantFrom(4, 20, 1000), (numbers, reach) => {
        const { taken, wanted, places } = placed(numbers, { ...WIDE, reach });
        expect(places).toHaveLength(taken.filter(Boolean).length);
        places.forEach((place, index) => {
          expect(place).toBeGreaterThanOrEqual(-1e-9);
          expect(place).toBeLessThanOrEqual(100 + 1e-6);
          expect(Math.abs(place - (wanted[index] as number))).toBeLessThanOrEqual(reach);
          if (index === 0) return;
          expect(place - (places[index - 1] as number)).toBeGreaterThanOrEqual(3 - 1e-9);
          expect(wanted[index]).toBeGreaterThanOrEqual(wanted[index - 1] as number);
        });
      }),
    );
  });

  it('leaves what does not collide where it is wanted', () => {
    expect(placed([30, 10, 20], WIDE).places).toEqual([10, 20, 30]);
  });

  it('shares displacement evenly among those that collide', () => {
    expect(placed([10, 10, 10], { ...WIDE, distance: 4 }).places).toEqual([6, 10, 14]);
  });

  it('takes none that would push one of them out of reach', () => {
    const { taken, places } = placed([10, 10, 10, 90], { ...WIDE, distance: 4, reach: 2 });
    expect(taken).toEqual([true, true, false, true]);
    expect(places).toEqual([8, 12, 90]);
  });

  it('takes as many as there is room for, and no more', () => {
    expect(
      placed(
        Array.from({ length: 60 }, () => 50),
        WIDE,
      ).places,
    ).toHaveLength(34);
  });

  it('has the same places in whichever order they were taken in', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.double({ min: -5, max: 105, noNaN: true }), { maxLength: 33 })
          .chain((numbers) =>
            fc.tuple(
              fc.constant(numbers),
              fc.shuffledSubarray(numbers, { minLength: numbers.length, maxLength: numbers.length }),
            ),
          ),
        ([numbers, shuffled]) => {
          const one = placed(
            [...numbers].sort((a, b) => a - b),
            WIDE,
          );
          const other = placed(shuffled, WIDE);
          expect(other.wanted).toEqual(one.wanted);
          other.places.forEach((place, index) => {
            expect(place).toBeCloseTo(one.places[index] as number, 6);
          });
        },
      ),
      {
        examples: [
          [
            [
              [0, -0],
              [-0, 0],
            ],
          ],
        ],
      },
    );
  });

  it('has no better places, as trying them all shows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -3, max: 17 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (numbers, distance) => {
          const { wanted, places } = placed(numbers, { low: 0, high: 14, distance, reach: 1000 });
          expect(places).toHaveLength(numbers.length);
          const cost = costOf(wanted, places);
          for (const other of ways(wanted.length, distance, 14))
            expect(cost).toBeLessThanOrEqual(costOf(wanted, other) + 1e-9);
        },
      ),
    );
  });
});
