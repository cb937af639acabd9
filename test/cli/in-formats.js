import { join } from 'node:path';
import { runCommand } from '../../dist/compose/command-line.js';

// Writes one cycle in each of the formats asked for, in the time zone that the process is told.
const [folder = '', ...formats] = process.argv.slice(2);
const cycle = ['generate', '--county', '39', '--school-year', '2026/2027'];
for (const format of formats)
  process.exitCode ||= await runCommand({
    args: [...cycle, '--format', format, '--out', join(folder, `cycle.${format}`)],
    environment: {},
    output: { out: () => {}, err: () => {} },
    version: '0.0.0',
    now: () => '2026-11-24T10:00:00Z',
    asked: () => new Promise(() => {}),
  });
