import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeInRow, type RowWish } from '../../src/wheel/labels/label-row.js';

const sized = (wanted: readonly number[], size: number): RowWish[] =>
  wanted.map((each) => ({ wanted: each, size }));

const costOf = (wishes: readonly RowWish[], places: readonly number[]) =>
  wishes.reduce((sum, { wanted }, index) => sum + (wanted - (places[index] as number)) ** 2, 0);

/** Every way to put things on whole and half numbers up to `high`, none over another. */
function* ways(sizes: readonly number[], high: number, from = 0): Generator<number[]> {
  const [size, ...others] = sizes;
  if (size === undefined) {
    yield [];
    return;
  }
  for (let start = from; start + size <= high; start += 1)
    for (const rest of ways(others, high, start + size)) yield [start + size / 2, ...rest];
}

const anyWishes = fc
  .array(
    fc.record({
      wanted: fc.double({ min: -5, max: 105, noNaN: true }),
      size: fc.integer({ min: 1, max: 9 }),
    }),
    {
      maxLength: 40,
    },
  )
  .map((wishes) => wishes.sort((a, b) => a.wanted - b.wanted));

describe('a row of labels', () => {
  it('keeps order, sizes and bounds, and has no places only where there is no room', () => {
    fc.assert(
      fc.property(anyWishes, (wishes) => {
        const places = placeInRow(wishes, 0, 100);
        const taken = wishes.reduce((sum, { size }) => sum + size, 0);
        expect(places !== undefined).toBe(taken <= 100);
        places?.forEach((place, index) => {
          const half = (wishes[index]?.size ?? 0) / 2;
          const [before, previous] = [places[index - 1], wishes[index - 1]];
          expect(place - half).toBeGreaterThanOrEqual(-1e-6);
          expect(place + half).toBeLessThanOrEqual(100 + 1e-6);
          if (before !== undefined && previous)
            expect(place - half).toBeGreaterThanOrEqual(before + previous.size / 2 - 1e-6);
        });
      }),
    );
  });

  it('leaves what does not collide where it is wanted', () => {
    expect(placeInRow(sized([10, 20, 30], 3), 0, 100)).toEqual([10, 20, 30]);
  });

  it('shares displacement evenly among those that collide', () => {
    expect(placeInRow(sized([10, 10, 10], 4), 0, 100)).toEqual([6, 10, 14]);
  });

  it('gives what is larger more room', () => {
    const wishes = [
      { wanted: 50, size: 2 },
      { wanted: 50, size: 10 },
    ];
    expect(placeInRow(wishes, 0, 100)).toEqual([47, 53]);
  });

  it('takes as many as there is room for, and no more', () => {
    const many = (count: number) =>
      sized(
        Array.from({ length: count }, () => 50),
        4,
      );
    expect(placeInRow(many(25), 0, 100)).toHaveLength(25);
    expect(placeInRow(many(26), 0, 100)).toBeUndefined();
  });

  it('has no better places, as trying them all shows', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ wanted: fc.integer({ min: -3, max: 17 }), size: fc.integer({ min: 1, max: 4 }) }),
          {
            minLength: 1,
            maxLength: 4,
          },
        ),
        (unordered) => {
          const wishes = unordered.sort((a, b) => a.wanted - b.wanted);
          const places = placeInRow(wishes, 0, 14);
          const sizes = wishes.map(({ size }) => size);
          for (const other of ways(sizes, 14))
            expect(costOf(wishes, places ?? [])).toBeLessThanOrEqual(costOf(wishes, other) + 1e-9);
        },
      ),
    );
  });
});
