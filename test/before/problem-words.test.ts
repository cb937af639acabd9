import { describe, expect, it } from 'vitest';
import { differences, type Json } from './differences.js';
import { withoutProblemWords } from './problem-words.js';

const was = {
  type: 'urn:arshjul:problem:invalid-request',
  title: 'Not valid',
  status: 400,
  detail: 'Some of it cannot be used.',
  errors: [{ pointer: '/body/start', detail: 'is no date', code: 'no-date', data: { given: '31.12.' } }],
  current: { title: 'Skolestart', version: 3 },
};

const differing = (before: Json, now: Json) =>
  differences(withoutProblemWords(before), withoutProblemWords(now), '');

describe('a problem of the version before', () => {
  it('may be worded differently', () => {
    const now = {
      ...was,
      title: 'The request is not valid',
      detail: 'See errors.',
      errors: [{ ...was.errors[0], detail: 'is not a date' }],
    };
    expect(differing(was, now)).toEqual([]);
  });

  it.each<[string, object]>([
    ['status', { status: 409 }],
    ['type', { type: 'urn:arshjul:problem:conflict' }],
    ['errors/0/pointer', { errors: [{ ...was.errors[0], pointer: '/body/end' }] }],
    ['errors/0/code', { errors: [{ ...was.errors[0], code: 'missing' }] }],
    ['errors/0/data/given', { errors: [{ ...was.errors[0], data: { given: '1.1.' } }] }],
    ['errors', { errors: [] }],
    ['title', { title: '' }],
    ['detail', { detail: null }],
    ['current/title', { current: { title: 'Skuleslutt', version: 3 } }],
  ])('differs by its %s', (path, changed) => {
    expect(differing(was, { ...was, ...changed } as Json)).toEqual([
      expect.stringMatching(new RegExp(`^/${path} `)),
    ]);
  });
});

describe('any other answer of the version before', () => {
  it('differs by its title and its detail', () => {
    const task = { type: 'task', title: 'Skolestart', detail: 'Alle' };
    expect(differing(task, { ...task, title: 'Skulestart', detail: 'Ingen' })).toHaveLength(2);
  });
});
