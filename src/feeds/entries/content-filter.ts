import type { TaskFilter } from '../../task/filter/task-filter.js';
import { USUAL_LEVEL } from '../../task/level.js';

/**
 * What a feed selects. One whose filter names nothing but a unit follows the default: what the unit is to do or takes part
 * in, or without a unit the essential and recommended tasks of the county. A level of `complete` selects everything.
 */
export function contentFilter(filter: TaskFilter): TaskFilter {
  const { unit, responsibleOnly, concernsOnly, ...others } = filter;
  const namesMore =
    responsibleOnly || concernsOnly || Object.values(others).some((part) => part !== undefined);
  if (namesMore) return filter;
  return unit === undefined ? { level: USUAL_LEVEL } : { unit, concernsOnly: true };
}
