import type { Framework } from '../framework/framework.js';
import { ACTORS, type Actor, CATEGORIES, type Category, type PhaseId } from '../framework/vocabulary.js';
import type { Task } from './task.js';

export interface CoverageCell {
  readonly phase: PhaseId;
  readonly category: Category;
  readonly actor: Actor;
  readonly tasks: number;
}

export interface Coverage {
  /** Phase × category × actor, every combination, with the number of tasks that are not cancelled. */
  readonly cells: readonly CoverageCell[];
  /** Tasks by partner, every partner of the framework. */
  readonly partners: readonly { readonly partner: string; readonly tasks: number }[];
  /** Focus areas that no task serves, neither itself nor through one it stands under or one under it. */
  readonly uncovered: readonly string[];
}

/** What of the framework a cycle covers, and where its gaps are. */
export function coverageOf(framework: Framework, tasks: readonly Task[]): Coverage {
  const live = tasks.filter(({ status }) => status !== 'cancelled');
  const count = (holds: (task: Task) => boolean) => live.filter(holds).length;
  const served = new Set(live.flatMap(({ measures }) => measures));
  const placed = [...framework.focusAreas.values()];
  const reached = new Set(
    placed
      .filter(({ focusArea, path }) => [...path, focusArea].some(({ id }) => served.has(id)))
      .flatMap(({ focusArea, path }) => [...path, focusArea].map(({ id }) => id)),
  );
  return {
    cells: framework.phases.flatMap(({ id: phase }) =>
      CATEGORIES.flatMap((category) =>
        ACTORS.map((actor) => ({
          phase,
          category,
          actor,
          tasks: count((task) => task.phase === phase && task.category === category && task.actor === actor),
        })),
      ),
    ),
    partners: framework.partners.map(({ id }) => ({
      partner: id,
      tasks: count(({ partners }) => partners.includes(id)),
    })),
    uncovered: placed
      .filter(({ focusArea }) => !reached.has(focusArea.id))
      .map(({ focusArea }) => focusArea.id),
  };
}
