import { describe, expect, it } from 'vitest';
import { flawsOf, serverFiles } from './server-rooms.js';

describe('the rooms of the service', () => {
  it('are as laid out', () => {
    expect(flawsOf(serverFiles())).toEqual([]);
  });

  it('name a store that holds no query, which is a use case', () => {
    const files = new Map([
      ['task/find.store.ts', "database.selectFrom('tasks')"],
      ['task/change.store.ts', 'await findTask(database, id)'],
    ]);
    expect(flawsOf(files)).toEqual(['a store without a query: task/change.store.ts']);
  });

  it('name a folder of more than 25 files side by side', () => {
    const files = new Map(Array.from({ length: 26 }, (_, index) => [`cycle/part-${index}.ts`, '']));
    expect(flawsOf(files)).toEqual(['more than 25 files side by side: cycle has 26']);
  });
});
