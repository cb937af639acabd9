import { describe, expect, it } from 'vitest';
import { taskOf } from '../../src/cycle/stored-entry.js';
import { cycleDocumentSchema } from '../../src/exchange/cycle-document.js';
import type { Task } from '../../src/task/task.js';
import { vestfoldCycle } from './samples.js';

/** Templates that were added, or given another level, since tasks got levels. */
const OF_ANOTHER_LEVEL_SINCE = [
  'nasjonale-prover-8-9',
  'videreutdanning-sokes',
  'manglende-dokumentasjon',
  'arshjul-tatt-i-bruk',
  'skole-ot-samarbeid',
  'ppt-arsplan',
  'fleksible-lop-informasjon',
  'naeringslivssamarbeid-host',
  'foreldremote-vg1-host',
  'trekk-var',
];

const tasks = vestfoldCycle.tasks.filter(({ key }) => !OF_ANOTHER_LEVEL_SINCE.includes(key));

const withoutLevel = ({ level: _level, ...before }: Task) => before;

describe('a task from before there were levels', () => {
  it('has the level of its template when it is read from the database', () => {
    const read = tasks.map((task) => taskOf(JSON.stringify(withoutLevel(task))));
    expect(read.map(({ key, level }) => [key, level])).toEqual(tasks.map(({ key, level }) => [key, level]));
    expect(new Set(read.map(({ level }) => level)).size).toBe(3);
  });

  it('is recommended when people made it', () => {
    const [task] = tasks as [Task];
    for (const origin of ['local', 'imported'] as const)
      expect(taskOf(JSON.stringify({ ...withoutLevel(task), origin })).level).toBe('recommended');
  });

  it('is essential when a law or the country sets its date and its template is gone', () => {
    const [task] = tasks as [Task];
    const gone = { ...withoutLevel(task), key: 'no-such-template' };
    const levelWith = (basis: Task['basis']) => taskOf(JSON.stringify({ ...gone, basis })).level;
    expect([levelWith('law'), levelWith('national'), levelWith('seed')]).toEqual([
      'essential',
      'essential',
      'complete',
    ]);
  });

  it('keeps the level that people gave it', () => {
    const [task] = tasks as [Task];
    expect(taskOf(JSON.stringify({ ...task, level: 'complete' })).level).toBe('complete');
  });

  it('has the same level in a document', () => {
    const { entries } = cycleDocumentSchema.shape;
    const read = entries.parse(
      tasks.map((task) => ({ edited: withoutLevel(task), generated: withoutLevel(task), published: task })),
    );
    for (const { edited, generated, published } of read) {
      expect(edited).toEqual(published);
      expect(generated).toEqual(published);
    }
  });
});
