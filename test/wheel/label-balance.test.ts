import { describe, expect, it } from 'vitest';
import { balance } from '../../src/wheel/labels/label-balance.js';

const at = (...angles: number[]) => angles.map((angle) => ({ angle }));
const anglesOf = (labels: readonly { readonly angle: number }[]) => labels.map(({ angle }) => angle);

describe('two columns of labels', () => {
  it('stay as they are while neither is too full', () => {
    const [right, left] = [at(10, 20, 90, 170), at(270)];
    balance(right, left, 10);
    expect([anglesOf(right), anglesOf(left)]).toEqual([[10, 20, 90, 170], [270]]);
  });

  it('give what is near 12 and 6 to each other, where there is more room, and keep the order of the dates', () => {
    const [right, left] = [at(5, 10, 20, 30, 80, 100, 160, 175), at(300, 200)];
    balance(right, left, 8);
    // The left column, from the top down: up the clock it goes on past 12, and begins before 6.
    expect([anglesOf(right), anglesOf(left)]).toEqual([
      [20, 30, 80, 100, 160],
      [10, 5, 300, 200, 175],
    ]);
  });

  it('give nothing that is far from 12 and 6', () => {
    const [right, left] = [at(60, 70, 80, 90, 100, 110, 120), at()];
    balance(right, left, 5);
    expect(left).toEqual([]);
  });
});
