import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tableFromCsv } from '../../src/exchange/table.js';
import { renderCsv } from '../../src/exchange/task-table.js';
import { taskNamed, wordingIn } from '../cycle/samples.js';

const task = taskNamed('skolestart');
const wording = wordingIn('nb');

/** The rows of our own CSV as our own reader of tables reads them. */
const readBack = (texts: readonly string[]) => {
  const tasks = texts.map((text) => ({ ...task, title: { nb: text }, description: { nb: `a${text}` } }));
  const { columns, rows } = tableFromCsv(Buffer.from(renderCsv(tasks, wording)));
  const cell = (column: string) => rows.map(({ cells }) => cells[columns.indexOf(column)]);
  return { titles: cell('title'), descriptions: cell('description') };
};

it('a table of tasks as CSV is read back as it was, whatever stands in it', () => {
  const piece = fc.constantFrom(...'=+-@＝\'",;|\t\r\n \u00a0\u200ba1é', '\r\n', 'Husk:', '👩‍🎓');
  const text = fc.array(piece, { maxLength: 10 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
      const { titles, descriptions } = readBack(texts);
      expect(titles).toEqual(texts);
      expect(descriptions).toEqual(texts.map((each) => `a${each}`));
    }),
    { numRuns: 500 },
  );
});
