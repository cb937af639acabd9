import type { Task } from '../../src/task/task.js';
import { isResponsible } from '../../src/task/unit-view.js';
import type { Unit } from '../../src/units/unit.js';
import type { Json } from './differences.js';

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What My tasks are answered with at a path, without what decision 19 changed: which are late (now only deadlines that passed
 * since a unit could be told), and, for the county's own unit, the tasks of the schools and the follow-up service (now only its
 * own). The tasks that are left, their order and their parts are to be compared exactly.
 */
export function withoutDecision19(body: Json, path: string): Json {
  if (!/\/owed(\?|$)/.test(path) || !isObject(body)) return body;
  const { tasks, lateElsewhere: _, ...rest } = body;
  if (!Array.isArray(tasks)) return body;
  const unit = body.unit as unknown as Pick<Unit, 'id' | 'kind'>;
  return {
    ...rest,
    tasks: tasks.flatMap((each: Json): Json[] => {
      if (!isObject(each)) return [each];
      if (unit.kind === 'county' && !isResponsible(each.task as unknown as Task, unit)) return [];
      const { due: _, ...task } = each;
      return [task];
    }),
  };
}
