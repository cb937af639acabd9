import { setImmediate } from 'node:timers/promises';

/** The number of items written before other work gets its turn: a few milliseconds. */
const AT_ONCE = 200;

/** A list as JSON, to be handed to a thread: text crosses at once, thousands of objects do not. */
export async function listAsJson(list: readonly unknown[]): Promise<string> {
  const parts: string[] = [];
  for (let from = 0; from < list.length; from += AT_ONCE) {
    if (from > 0) await setImmediate();
    parts.push(JSON.stringify(list.slice(from, from + AT_ONCE)).slice(1, -1));
  }
  return `[${parts.join(',')}]`;
}
