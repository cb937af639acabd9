import type { Framework } from './framework.js';
import { headingOf } from './heading.js';

/** A focus area, responsibility or county measure, by what it is called. */
export interface NamedMeasure {
  readonly id: string;
  readonly name: string;
}

/** All that a task can serve, children of responsibilities too, in the framework's order. */
export function namedMeasures({ focusAreas, responsibilities, countyMeasures }: Framework): NamedMeasure[] {
  return [
    ...[...focusAreas.values()].map(({ focusArea }) => focusArea),
    ...responsibilities.flatMap((responsibility) => [responsibility, ...(responsibility.children ?? [])]),
    ...countyMeasures,
  ].map((entry) => ({ id: entry.id, name: headingOf(entry) }));
}
