import { RequestProblem } from '../../routing/problem.js';
import type { Unit } from '../../units/unit.js';
import type { TaskFilter } from './task-filter.js';

/** Throws RequestProblem `invalid-request` with a pointer to each unit of the filter at `at` that the county does not have. */
export function checkFilterUnits(
  filter: TaskFilter,
  units: readonly Pick<Unit, 'id'>[],
  at = '/body/filter',
): void {
  const known = new Set(units.map(({ id }) => id));
  const errors = [
    ...(filter.unit !== undefined && !known.has(filter.unit)
      ? [{ pointer: `${at}/unit`, detail: 'is not a unit of the county' }]
      : []),
    ...(filter.layers ?? []).flatMap((layer, position) =>
      known.has(layer)
        ? []
        : [{ pointer: `${at}/layers/${position}`, detail: 'is not a unit of the county' }],
    ),
  ];
  if (errors.length > 0) throw new RequestProblem('invalid-request', 'The filter is not valid.', errors);
}
