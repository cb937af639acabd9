import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { unsupportedNode } from '../src/supported-node.js';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

it.each([
  ['20.20.0', false],
  ['22.11.9', false],
  ['22.12.0', true],
  ['22.9.0', false],
  ['23.0.0', true],
  ['24.21.0', true],
  ['26.0.0-nightly', true],
])('Node %s is new enough for >=22.12: %s', (version, isEnough) => {
  expect(unsupportedNode(version, '>=22.12') === undefined).toBe(isEnough);
});

it('says in one line what is needed, what is there and what brings it', () => {
  expect(unsupportedNode('20.20.0', '>=22.12')).toBe(
    'årshjul requires Node 22.12 or newer; this is 20.20.0. Start it with npm start or npx arshjul, which come with their own.',
  );
});

it('reads what package.json asks for, of which npm knows the same', () => {
  expect(unsupportedNode(process.versions.node, engines.node)).toBeUndefined();
  expect(() => unsupportedNode('24.0.0', '^24')).toThrow('not of the form');
});

it('is asked before anything else is loaded', () => {
  const main = readFileSync(new URL('../src/main.ts', import.meta.url), 'utf8');
  expect([...main.matchAll(/^import .* from '(.*)';$/gm)].map(([, name]) => name)).toEqual([
    'node:fs',
    './supported-node.js',
  ]);
});
