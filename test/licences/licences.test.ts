import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { delivered, isAllowed, notice, PRERELEASES } from './notice.js';

const packages = delivered();
const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

it('NOTICE is what `npm run notice` makes of what is delivered', () => {
  expect(read('NOTICE')).toBe(notice(packages));
});

it('names what is bundled into the page as well as what the service loads', () => {
  const names = packages.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      'react-dom',
      '@fontsource-variable/inter',
      '@digdir/designsystemet-css',
      'express',
      'lru-cache',
    ]),
  );
  for (const tool of ['vite', 'vitest', 'typescript']) expect(names).not.toContain(tool);
});

it('carries what licences ask for', () => {
  const text = read('NOTICE');
  for (const asked of [
    'The dates of public holidays',
    'SIL OPEN FONT LICENSE Version 1.1',
    'SmartBear Software Inc.',
    'Apache License',
    'Mozilla Public License',
    'Blue Oak Model License',
  ])
    expect(text).toContain(asked);
});

it('every package is under a licence that may be delivered', () => {
  expect(packages.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
  expect(['MIT OR GPL-3.0', '(ISC AND CC-BY-3.0)', 'MIT AND GPL-3.0', 'GPL-3.0', ''].map(isAllowed)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

it('a version before its release has a reason, and a reason has such a version', () => {
  const before = packages.filter(({ version }) => version.includes('-')).map(({ name }) => name);
  expect(Object.keys(PRERELEASES).sort()).toEqual(before);
});

it('the program’s own licence is the one that package.json names', () => {
  expect(JSON.parse(read('package.json')).license).toBe('MIT');
  expect(read('LICENSE')).toMatch(/^MIT License\n\nCopyright \(c\) 2026 the årshjul contributors\n/);
});
