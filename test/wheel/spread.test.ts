import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from '../../src/wheel/spread.js';

const inOrder = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
const costOf = (wanted: readonly number[], places: ArrayLike<number>) =>
  wanted.reduce((sum, place, index) => sum + (place - (places[index] as number)) ** 2, 0);

/** Every way to put so many things on whole numbers from 0 to `high`, at least `distance` apart. */
function* ways(count: number, distance: number, high: number, from = 0): Generator<number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let place = from; place <= high; place += 1)
    for (const rest of ways(count - 1, distance, high, place + distance)) yield [place, ...rest];
}

describe('spreading', () => {
  it('keeps order, distance and bounds', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 360, noNaN: true }), { maxLength: 100 }), (numbers) => {
        const places = spread(inOrder(numbers), 3, 2, 358);
        places.forEach((place, index) => {
          expect(place).toBeGreaterThanOrEqual(2 - 1e-9);
          expect(place).toBeLessThanOrEqual(358 + 1e-9);
          if (index > 0) expect(place - (places[index - 1] as number)).toBeGreaterThanOrEqual(3 - 1e-9);
        });
      }),
    );
  });

  it('leaves what does not collide where it is wanted', () => {
    expect([...spread([10, 20, 30], 5, 0, 100)]).toEqual([10, 20, 30]);
  });

  it('shares displacement evenly among those that collide', () => {
    expect([...spread([10, 10, 10], 4, 0, 100)]).toEqual([6, 10, 14]);
  });

  it('has no better answer, as trying them all shows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -3, max: 17 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (numbers, distance) => {
          const wanted = inOrder(numbers);
          const cost = costOf(wanted, spread(wanted, distance, 0, 14));
          for (const other of ways(wanted.length, distance, 14))
            expect(cost).toBeLessThanOrEqual(costOf(wanted, other) + 1e-9);
        },
      ),
    );
  });
});
