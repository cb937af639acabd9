import type { Token } from './tokens.js';

/** So many numbers in a row are looked through for the month at their end. */
const LONGEST_LIST = 40;

/** Whether a list or period of numbers ends in a date with a month: `6., 7. og 8. mai`. */
export function leadsToDate(tokens: readonly Token[], start: number): boolean {
  for (let at = start + 1; at < start + LONGEST_LIST; at += 2) {
    const separator = tokens[at]?.kind;
    if (separator !== 'and' && separator !== 'to') return false;
    const next = tokens[at + 1]?.kind === 'weekday' ? tokens[at + 2] : tokens[at + 1];
    if (next?.kind === 'date') return true;
    if (next?.kind !== 'number' || tokens[at + 1]?.kind === 'weekday') return false;
  }
  return false;
}

/** Whether a number beside words is a day, and no count: `Fridager: 13 og 14`, below `November`. */
export function isBareDay(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.kind;
  const [next, after] = tokens.slice(at + 1, at + 3);
  const isBeside = before !== undefined && ['subject', 'colon', 'and', 'from', 'to'].includes(before);
  const isEnd = next === undefined || (next.kind === 'number' && after?.kind === 'counted');
  return isBeside && (isEnd || next.kind === 'and' || next.kind === 'to' || next.kind === 'bracket');
}
