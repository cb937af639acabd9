import { describe, expect, it } from 'vitest';
import { filterInWords } from '../../src/task/filter/filter-in-words.js';
import { knowledge } from '../calendar/samples.js';
import { vestfoldCycle, wordingIn } from './samples.js';

const { framework } = knowledge;
const unitName = (id: string) => ({ '39-horten': 'Horten vgs' })[id] ?? id;
const inWords = (filter: Parameters<typeof filterInWords>[0]) =>
  filterInWords(filter, { wording: wordingIn('nb'), framework, unitName });

describe('a filter in words', () => {
  it('names every measure that a task serves, children of responsibilities too', () => {
    const children = framework.responsibilities.flatMap((each) => each.children ?? []);
    const measures = [
      ...new Set([...vestfoldCycle.tasks.flatMap((task) => task.measures), ...children.map(({ id }) => id)]),
    ];
    expect(children.length).toBeGreaterThan(0);
    expect(measures.filter((id) => inWords({ measures: [id] })[0] === id)).toEqual([]);
  });

  it('tells each of its parts', () => {
    expect(
      inWords({
        layers: ['39-horten'],
        partners: ['nav'],
        statuses: ['done'],
        responsibleOnly: true,
        text: 'x',
      }),
    ).toEqual(['Horten vgs', 'Nav', 'Gjort', 'bare det enheten selv skal gjøre', 'ordene «x»']);
  });

  it('is silent about one that picks everything', () => {
    expect(inWords({})).toEqual([]);
  });
});
