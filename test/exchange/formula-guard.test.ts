import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guarded, withoutGuard } from '../../src/exchange/formula-guard.js';

const pieces = fc.constantFrom(
  ...'=+-@＝＋－＠﹦\'",;|\t\r\n \u00a0\u200b\u3000a1é'.split(''),
  '\r\n',
  '2+5',
  'Husk:',
);
const cells = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''));

/** Where a spreadsheet that reads with any separator may see a cell begin, spaces and quotes aside. */
const formulas = (cell: string) =>
  cell.split(/[\n\r\t,;|"]/).filter((part) => /^[\s\u200b"]*[=+\-@＝＋－＠﹦]/.test(part));

describe('a cell of CSV', () => {
  it('begins no formula, at its start, in a new line, or for who reads with another separator', () => {
    fc.assert(
      fc.property(cells, (cell) => formulas(guarded(cell)).length === 0),
      { numRuns: 5000 },
    );
    for (const cell of [
      '=1',
      '+1',
      '-1',
      '@a',
      '\t=1',
      '\r=1',
      '\n=1',
      ' =1',
      '\u00a0=1',
      '＝1',
      '\ta',
      '\na',
      '"=1',
      "'=1",
    ])
      expect(guarded(cell), JSON.stringify(cell)).toMatch(/^'/);
    expect(guarded('=1')).toBe("'=1");
    expect(guarded('a\n=1')).toBe("a\n'=1");
    expect(guarded('a;=1')).toBe("a;'=1");
  });

  it('is what it was once the guard is taken off', () => {
    fc.assert(
      fc.property(cells, (cell) => withoutGuard(guarded(cell)) === cell),
      { numRuns: 10_000 },
    );
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (cell) => withoutGuard(guarded(cell)) === cell));
  });

  it('stays as it is when nothing of it begins a formula', () => {
    for (const cell of [
      'Møte',
      '2026-10-22',
      '2026–2027',
      'a = b',
      'vg1-elever',
      "rektor's",
      'a@b.no',
      "'Hei'",
      '',
    ])
      expect([guarded(cell), withoutGuard(cell)]).toEqual([cell, cell]);
  });
});
