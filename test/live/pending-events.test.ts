import { describe, expect, it } from 'vitest';
import { eventIdOf, type LiveChange, versionOfEventId } from '../../src/live/live-event.js';
import { isBehind, pendingEvents, versionAfter } from '../../src/live/pending-events.js';
import { othersOf } from '../../src/live/presence.js';

const change = (revision: number): LiveChange => ({ revision, by: 'Per', action: 'changed', tasks: ['a'] });
const HERE = [{ taskId: 'a', name: 'Kari' }];

describe('what somebody who watches is told', () => {
  it('is how it stands when they have stream nothing, or more than there is', () => {
    const state = [{ kind: 'state', revision: 3, comments: 1, present: HERE }];
    const found = { revision: 3, comments: 1 };
    expect(pendingEvents({ version: undefined, present: undefined }, found, HERE, [])).toEqual(state);
    const restored = { version: { revision: 9, comments: 1 }, present: HERE };
    expect(pendingEvents(restored, found, HERE, [])).toEqual(state);
  });

  it('is how it stands, without each change, when they are more than a thousand revisions behind', () => {
    const stream = { version: { revision: 2, comments: 1 }, present: HERE };
    expect(isBehind(stream, { revision: 1002, comments: 1 })).toBe(true);
    const found = { revision: 1003, comments: 1 };
    expect(isBehind(stream, found)).toBe(false);
    expect(pendingEvents(stream, found, HERE, [])).toEqual([{ kind: 'state', ...found, present: HERE }]);
  });

  it('is nothing when nothing is new', () => {
    const version = { revision: 3, comments: 1 };
    expect(pendingEvents({ version, present: HERE }, version, HERE, [])).toEqual([]);
  });

  it('is each thing that is new', () => {
    const stream = { version: { revision: 2, comments: 0 }, present: [] };
    const events = pendingEvents(stream, { revision: 3, comments: 1 }, HERE, [change(3)]);
    expect(events.map(({ kind }) => kind)).toEqual(['changed', 'commented', 'present']);
    expect(events.reduce(versionAfter, stream.version)).toEqual({ revision: 3, comments: 1 });
  });

  it('is not told a second time when it came while the changes were read', () => {
    const stream = { version: { revision: 2, comments: 0 }, present: [] };
    const [changed] = pendingEvents(stream, { revision: 3, comments: 0 }, [], [change(3), change(4)]);
    expect(changed && versionAfter(stream.version, changed).revision).toBe(4);
  });

  it('begins, for who comes back to a new stream, with who is looking', () => {
    const version = { revision: 3, comments: 1 };
    expect(pendingEvents({ version, present: undefined }, version, [], [])).toEqual([
      { kind: 'present', present: [] },
    ]);
  });

  it('carries an id that says how far they have been told', () => {
    expect(versionOfEventId(eventIdOf({ revision: 12, comments: 3 }))).toEqual({ revision: 12, comments: 3 });
    for (const id of [undefined, '', '12', '12.', 'x.y', '1.2.3'])
      expect(versionOfEventId(id)).toBeUndefined();
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
