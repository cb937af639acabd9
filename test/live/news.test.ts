import { describe, expect, it } from 'vitest';
import { eventIdOf, type LiveChange, toldBy } from '../../src/live/live-event.js';
import { isBehind, newsFor, toldAfter } from '../../src/live/news.js';
import { othersOf } from '../../src/live/presence.js';

const change = (revision: number): LiveChange => ({ revision, by: 'Per', action: 'changed', tasks: ['a'] });
const HERE = [{ taskId: 'a', name: 'Kari' }];

describe('what somebody who watches is told', () => {
  it('is how it stands when they have heard nothing, or more than there is', () => {
    const state = [{ kind: 'state', revision: 3, comments: 1, present: HERE }];
    const found = { revision: 3, comments: 1 };
    expect(newsFor({ told: undefined, present: undefined }, found, HERE, [])).toEqual(state);
    const restored = { told: { revision: 9, comments: 1 }, present: HERE };
    expect(newsFor(restored, found, HERE, [])).toEqual(state);
  });

  it('is how it stands, without each change, when they are more than a thousand revisions behind', () => {
    const heard = { told: { revision: 2, comments: 1 }, present: HERE };
    expect(isBehind(heard, { revision: 1002, comments: 1 })).toBe(true);
    const found = { revision: 1003, comments: 1 };
    expect(isBehind(heard, found)).toBe(false);
    expect(newsFor(heard, found, HERE, [])).toEqual([{ kind: 'state', ...found, present: HERE }]);
  });

  it('is nothing when nothing is new', () => {
    const told = { revision: 3, comments: 1 };
    expect(newsFor({ told, present: HERE }, told, HERE, [])).toEqual([]);
  });

  it('is each thing that is new', () => {
    const heard = { told: { revision: 2, comments: 0 }, present: [] };
    const news = newsFor(heard, { revision: 3, comments: 1 }, HERE, [change(3)]);
    expect(news.map(({ kind }) => kind)).toEqual(['changed', 'commented', 'present']);
    expect(news.reduce(toldAfter, heard.told)).toEqual({ revision: 3, comments: 1 });
  });

  it('is not told a second time when it came while the news were read', () => {
    const heard = { told: { revision: 2, comments: 0 }, present: [] };
    const [changed] = newsFor(heard, { revision: 3, comments: 0 }, [], [change(3), change(4)]);
    expect(changed && toldAfter(heard.told, changed).revision).toBe(4);
  });

  it('begins, for who comes back to a new stream, with who is looking', () => {
    const told = { revision: 3, comments: 1 };
    expect(newsFor({ told, present: undefined }, told, [], [])).toEqual([{ kind: 'present', present: [] }]);
  });

  it('carries an id that says how far they have been told', () => {
    expect(toldBy(eventIdOf({ revision: 12, comments: 3 }))).toEqual({ revision: 12, comments: 3 });
    for (const id of [undefined, '', '12', '12.', 'x.y', '1.2.3']) expect(toldBy(id)).toBeUndefined();
  });
});

describe('who else is looking', () => {
  it('is each once for a task, by task and name, without oneself', () => {
    const at = (taskId: string, name: string) => ({ taskId, name, userId: name });
    const looking = [at('b', 'Per'), at('a', 'Per'), at('a', 'Per'), at('a', 'Kari'), at('a', 'Ola')];
    expect(othersOf(looking, 'Ola')).toEqual([
      { taskId: 'a', name: 'Kari' },
      { taskId: 'a', name: 'Per' },
      { taskId: 'b', name: 'Per' },
    ]);
  });
});
