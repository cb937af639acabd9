import { describe, expect, it } from 'vitest';
import { knowledge } from '../calendar/samples.js';
import { countsOf, coverOf, readLists } from './coverage.js';

const lists = readLists();
const proving = lists.filter(({ madeFrom }) => !madeFrom);

describe('the templates, held against real årshjul', () => {
  it('cover what these lists have, as many with the date that they have as stand here', () => {
    expect(countsOf(proving, knowledge)).toEqual({ 'same-date': 126, 'other-date': 9, missing: 7 });
    expect(countsOf(lists, knowledge)).toEqual({ 'same-date': 188, 'other-date': 10, missing: 10 });
  });

  it('are named by lists as they are called, and each list says where it was read', () => {
    const keys = new Set(knowledge.templates.map(({ key }) => key));
    const named = lists.flatMap(({ entries }) => entries.flatMap(({ templates }) => templates));
    expect(named.filter((key) => !keys.has(key))).toEqual([]);
    expect(lists.filter(({ source }) => source === '')).toEqual([]);
  });

  it('are not counted for an entry that they date otherwise', () => {
    const [list] = lists;
    if (!list) throw new Error('there are no lists');
    const moved = list.entries.map((entry) => ({
      ...entry,
      days: ['12-24', '12-24'] as [string, string],
      weeks: undefined,
    }));
    const covers = coverOf({ ...list, entries: moved }, knowledge).map(({ cover }) => cover);
    expect(covers).not.toContain('same-date');
    const bare = list.entries.map((entry) => ({ ...entry, templates: [] }));
    expect(coverOf({ ...list, entries: bare }, knowledge).every(({ cover }) => cover === 'missing')).toBe(
      true,
    );
  });
});
