import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoized } from '../../src/language/memoized.js';
import type { Translate } from '../../src/language/translate.js';

describe('a translator that remembers', () => {
  it('answers as the one it asks, whatever stands in the values', () => {
    const plain: Translate = (key, values) => JSON.stringify([key, values]);
    const remembered = memoized(plain);
    const text = fc.oneof(fc.string(), fc.constantFrom('', ' ', '\n', '"', 'a\nb', 'a', 'b'));
    const values = fc.option(fc.dictionary(fc.constantFrom('a', 'b'), fc.oneof(text, fc.integer())), {
      nil: undefined,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, values), { minLength: 1 }), (asked) => {
        for (const [key, given] of asked) expect(remembered(key, given)).toBe(plain(key, given));
      }),
    );
  });

  it('asks once for each text, and anew once there have been too many others', () => {
    const asked: string[] = [];
    const remembered = memoized((key) => {
      asked.push(key);
      return key;
    });
    for (let n = 0; n < 3; n += 1) remembered('first');
    expect(asked).toEqual(['first']);
    for (let n = 0; n < 20_000; n += 1) remembered(`other ${n}`);
    remembered('first');
    expect(asked.filter((key) => key === 'first')).toHaveLength(2);
  });
});
