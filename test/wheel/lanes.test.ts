import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Lanes, layIntoLanes, type Stretch } from '../../src/wheel/lanes.js';

const anyStretches = fc
  .array(fc.tuple(fc.nat(359), fc.integer({ min: 1, max: 200 })), { maxLength: 60 })
  .map((pairs) => pairs.map(([from, length]): Stretch => ({ from, to: from + length })));

describe('lanes', () => {
  it('never hold two stretches over each other', () => {
    fc.assert(
      fc.property(anyStretches, (stretches) => {
        const lanes: Lanes = [];
        for (const stretch of stretches) layIntoLanes(lanes, stretch);
        for (const lane of lanes) {
          const inOrder = [...lane].sort((a, b) => a.from - b.from);
          inOrder.forEach(({ from }, index) => {
            expect(from).toBeGreaterThanOrEqual(inOrder[index - 1]?.to ?? 0);
          });
        }
      }),
    );
  });

  it('are as few as can be when stretches come in order', () => {
    fc.assert(
      fc.property(anyStretches, (stretches) => {
        const lanes: Lanes = [];
        for (const stretch of [...stretches].sort((a, b) => a.from - b.from)) layIntoLanes(lanes, stretch);
        const over = ({ from }: Stretch) =>
          stretches.filter((each) => each.from <= from && each.to > from).length;
        expect(lanes.length).toBe(Math.max(0, ...stretches.map(over)));
      }),
    );
  });
});
