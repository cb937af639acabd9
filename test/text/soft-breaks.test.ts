import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withLineFeeds } from '../../src/text/soft-breaks.js';

it('vertical tabs and form feeds of any text in JSON become line feeds, and nothing else changes', () => {
  const character = fc.constantFrom('a', '\\', '"', '\v', '\f', '\n', 'u000b', 'f', 'ø');
  const text = fc.array(character, { maxLength: 30 }).map((characters) => characters.join(''));
  fc.assert(
    fc.property(text, (written) => {
      const read = JSON.parse(withLineFeeds(JSON.stringify([written])));
      expect(read).toEqual([written.replace(/[\v\f]/g, '\n')]);
    }),
    { numRuns: 2_000 },
  );
});

it('reads every way in which JSON writes them', () => {
  expect(JSON.parse(withLineFeeds('"\\u000b\\u000B\\u000c\\u000C\\f\\\\u000b\\\\f"'))).toBe(
    '\n\n\n\n\n\\u000b\\f',
  );
});
