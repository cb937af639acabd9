import { countsOf, loadKnowledge } from '../datafiles/knowledge.js';
import type { Output } from './output.js';

/** `arshjul check-data`: validates all of data/ and prints a count per kind. */
export function checkDataCommand(options: { readonly data?: string }, output: Output): void {
  const counts = Object.entries(countsOf(loadKnowledge(options.data)));
  const width = Math.max(...counts.map(([kind]) => kind.length));
  for (const [kind, count] of counts) output.out(`${kind.padEnd(width)}  ${String(count).padStart(4)}\n`);
}
