import type { TaskFilter } from '../cycle/task-filter.js';
import type { TaskWording } from '../cycle/wording.js';
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

/** What a filter picks, in words: "Oppstart Vg1, NAV". Empty for a filter that picks by nothing that has a name. */
export function filterInWords(filter: TaskFilter, { nameOf, t }: TaskWording): string {
  const { phases, categories, actors, partners, kinds } = filter;
  return [
    ...[phases, categories, actors, partners].flatMap((ids) => ids ?? []).map(nameOf),
    ...(kinds ?? []).map((kind) => t(`kind.${kind}`)),
  ].join(', ');
}
