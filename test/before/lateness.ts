import type { Json } from './differences.js';

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What My tasks are answered with at a path, without what of it is late: since decision 19 only deadlines are, and only those
 * that passed since a unit could be told. The tasks themselves, their order and their parts are left, to be compared exactly.
 */
export function withoutLateness(body: Json, path: string): Json {
  if (!/\/owed(\?|$)/.test(path) || !isObject(body)) return body;
  const { tasks, lateElsewhere: _, ...rest } = body;
  if (!Array.isArray(tasks)) return body;
  return {
    ...rest,
    tasks: tasks.map((each: Json) => {
      if (!isObject(each)) return each;
      const { due: _, ...task } = each;
      return task;
    }),
  };
}
