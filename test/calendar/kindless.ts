import { levelBefore } from '../../src/cycle/levels-before.js';
import type { Task } from '../../src/task/task.js';

/** Kinds that are younger than kinds: always written with theirs. */
const YOUNGER: readonly unknown[] = ['workingDays'];

/** A rule, offset or repetition as the version before wrote it: without a kind, at any depth. */
export function kindless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(kindless);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).filter(([key, part]) => key !== 'kind' || YOUNGER.includes(part));
  return Object.fromEntries(parts.map(([key, part]) => [key, kindless(part)]));
}

/** A reason as the version before wrote it: one of a recurrence did not say what it counts by, and no offset had a kind. */
export function reasonOfBefore(reason: object): object {
  const { kind, every: _every, offset, ...rest } = reason as Record<'kind' | 'every' | 'offset', unknown>;
  return {
    kind,
    ...(offset !== undefined && { offset: kindless(offset) }),
    ...rest,
  };
}

/** An entry of a cycle as the version before stored it and gave it out; a level that it would not be read with again stays. */
export function entryOfBefore<Entry extends object>(entry: Entry): Entry {
  if (!('rule' in entry && 'why' in entry)) return entry;
  const { level, ...before } = entry as Entry & Task;
  return {
    ...(before as unknown as Entry),
    ...(level !== levelBefore(before) && { level }),
    rule: kindless(entry.rule),
    why: (entry.why as object[]).map(reasonOfBefore),
  };
}
