import type { TaskFilter } from '../cycle/task-filter.js';
import { RequestProblem } from '../routing/problem.js';
import type { Unit } from '../units/unit.js';

/** Throws RequestProblem `invalid-request` with a pointer to each unit of a filter that is none of the county's. */
export function checkFilterUnits(filter: TaskFilter, units: readonly Pick<Unit, 'id'>[]): void {
  const known = new Set(units.map(({ id }) => id));
  const errors = [
    ...(filter.unit !== undefined && !known.has(filter.unit)
      ? [{ pointer: '/body/filter/unit', detail: 'is no unit of the county' }]
      : []),
    ...(filter.layers ?? []).flatMap((layer, position) =>
      known.has(layer)
        ? []
        : [{ pointer: `/body/filter/layers/${position}`, detail: 'is no unit of the county' }],
    ),
  ];
  if (errors.length > 0) throw new RequestProblem('invalid-request', 'The filter cannot be used.', errors);
}
