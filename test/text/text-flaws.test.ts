import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusedText } from '../../src/text/refused-text.js';
import { textFlawsIn } from '../../src/text/text-flaws.js';
import { withCheckDigits } from './identity-numbers.js';

const NUMBER = withCheckDigits('150805551') ?? '';

describe('a text', () => {
  it('is refused for each control character but tab, line feed and carriage return', () => {
    const refused = Array.from({ length: 0x180 }, (_, code) => code).filter(
      (code) => refusedText(`a${String.fromCharCode(code)}b`) === 'control-character',
    );
    const c0 = Array.from({ length: 32 }, (_, code) => code).filter((code) => ![9, 10, 13].includes(code));
    const c1 = Array.from({ length: 33 }, (_, index) => 0x7f + index);
    expect(refused).toEqual([...c0, ...c1]);
  });

  it('is refused for half of a surrogate pair, not for a whole one', () => {
    expect(refusedText('a\ud83d')).toBe('lone-surrogate');
    expect(refusedText('\udc69a')).toBe('lone-surrogate');
    expect(refusedText('👩‍🎓 Čáhcesuolu')).toBeUndefined();
    const whole = fc.nat(0x10ffff).filter((code) => code < 0xd800 || code > 0xdfff);
    fc.assert(fc.property(whole, (code) => refusedText(String.fromCodePoint(code)) !== 'lone-surrogate'));
  });

  it('is refused for a national identity number', () => {
    expect(refusedText(`Eleven ${NUMBER}`)).toBe('national-identity-number');
  });
});

describe('the texts of a value', () => {
  it('are told by their paths, keys too', () => {
    const value = {
      units: [{ name: 'a\u0000' }, { 'n\ud800': 1 }],
      note: NUMBER,
      a: { deep: '\u0007' },
    };
    const flaws = textFlawsIn(value);
    expect(flaws).toHaveLength(3);
    expect(flaws).toEqual(
      expect.arrayContaining([
        { path: ['units', 0, 'name'], code: 'control-character' },
        { path: ['units', 1, 'n\ud800'], code: 'lone-surrogate' },
        { path: ['a', 'deep'], code: 'control-character' },
      ]),
    );
  });

  it('are none under the keys that are named, however deep', () => {
    const value = { content: '\u0000', ids: [{ content: [{ any: '\u0000' }], id: '\u0000' }] };
    expect(textFlawsIn(value, ['content'])).toEqual([{ path: ['ids', 0, 'id'], code: 'control-character' }]);
  });

  it('is one text itself', () => {
    expect(textFlawsIn('\u0000')).toEqual([{ path: [], code: 'control-character' }]);
    expect(textFlawsIn(null)).toEqual([]);
  });

  it('are found however deep, and told to a bounded depth and number', () => {
    let deep: unknown = '\u0000';
    for (let depth = 0; depth < 200_000; depth += 1) deep = depth % 2 === 0 ? [deep] : { a: deep };
    const [flaw] = textFlawsIn(deep);
    expect(flaw?.code).toBe('control-character');
    expect(flaw?.path).toHaveLength(100);
    expect(textFlawsIn(Array.from({ length: 100_000 }, () => '\u0000'))).toHaveLength(100);
  });
});
