import { it } from 'vitest';
import { loadKnowledge } from '../../src/datafiles/knowledge.js';
import { type ArshjulList, countsOf, coverOf, readLists } from './coverage.js';

const NAME_WIDTH = 44;

/** `npm run arshjul-lists`: how the templates cover real årshjul, list by list and in all, with what is missing. */
it('prints how the templates cover real årshjul', () => {
  const knowledge = loadKnowledge();
  const lists = readLists();
  const row = (name: string, of: readonly ArshjulList[]): string => {
    const { 'same-date': same, 'other-date': other, missing } = countsOf(of, knowledge);
    const all = same + other + missing;
    const cells = [all, same + other, same, missing].map((count) => String(count).padStart(8));
    const shares = [same + other, same].map((count) => `${Math.round((100 * count) / all)} %`.padStart(9));
    return [name.slice(0, NAME_WIDTH).padEnd(NAME_WIDTH), ...cells, ...shares].join('');
  };
  const heads = ['entries', 'covered', 'same', 'missing'].map((head) => head.padStart(8));
  const lines = [
    ['', ...heads, ' covered', ' same date']
      .map((head, at) => (at === 0 ? ' '.repeat(NAME_WIDTH) : head))
      .join(''),
    ...lists.flatMap((list) => [
      row(`${list.id} ${list.title}`, [list]),
      ...coverOf(list, knowledge)
        .filter(({ cover }) => cover !== 'same-date')
        .map(({ entry, cover }) => `      ${cover.padEnd(11)} ${entry.when}: ${entry.what}`),
    ]),
    row(
      'not made from these',
      lists.filter(({ madeFrom }) => !madeFrom),
    ),
    row('all', lists),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
});
