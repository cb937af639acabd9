import { randomInt } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import suite from '../../vitest.config.js';
import { ownRun } from '../own-run.js';

const seed = Number(process.env.PROPERTY_SEED ?? randomInt(2 ** 31));
process.stdout.write(
  `Properties draw from seed ${seed}; PROPERTY_SEED=${seed} npm run properties repeats them.\n`,
);

const root = new URL('../..', import.meta.url).pathname;
const drawCases = (file: string) => readFileSync(`${root}${file}`, 'utf8').includes('fc.assert(');

/** The tests that draw cases, which have a fixed seed in the suite, from a random one: `npm run properties`. */
export default ownRun('properties', {
  ...suite.test,
  include: globSync('test/**/*.test.ts', { cwd: root }).filter(drawCases),
  provide: { propertySeed: seed },
});
