import type { Framework } from '../../framework/framework.js';
import { ACTORS, type Actor, CATEGORIES, type Category, type PhaseId } from '../../framework/vocabulary.js';
import type { Task } from '../../task/task.js';

export interface CoverageCell {
  readonly phase: PhaseId;
  readonly category: Category;
  readonly actor: Actor;
  readonly tasks: number;
  /** How many more there are in the templates that the county's level leaves out. */
  readonly leftOut: number;
  /** The number of these tasks with each partner; partners without any are left out. */
  readonly partners: Readonly<Record<string, number>>;
}

export interface Coverage {
  /** Every combination of phase, category and actor, with its number of tasks that are not cancelled, in total and by partner. */
  readonly cells: readonly CoverageCell[];
  /** Tasks by partner, every partner of the framework. */
  readonly partners: readonly { readonly partner: string; readonly tasks: number }[];
  /**
   * Focus areas that no task serves, neither directly nor through a parent or child focus area, and that none would serve
   * that the county's level leaves out.
   */
  readonly uncovered: readonly string[];
}

/**
 * What a cycle covers of the framework, and its gaps. `leftOut` are the tasks that the county has chosen to do without by
 * its level: what they would cover is not counted as covered, and not as a gap either.
 */
export function coverageOf(framework: Framework, tasks: readonly Task[], leftOut: readonly Task[]): Coverage {
  const live = tasks.filter(({ status }) => status !== 'cancelled');
  const byPartner = countPartners(live);
  const served = new Set([...live, ...leftOut].flatMap(({ measures }) => measures));
  const placed = [...framework.focusAreas.values()];
  const reached = new Set(
    placed
      .filter(({ focusArea, path }) => [...path, focusArea].some(({ id }) => served.has(id)))
      .flatMap(({ focusArea, path }) => [...path, focusArea].map(({ id }) => id)),
  );
  return {
    cells: framework.phases.flatMap(({ id: phase }) =>
      CATEGORIES.flatMap((category) =>
        ACTORS.map((actor) => {
          const isInCell = (task: Task) =>
            task.phase === phase && task.category === category && task.actor === actor;
          const inCell = live.filter(isInCell);
          return {
            ...{ phase, category, actor },
            tasks: inCell.length,
            leftOut: leftOut.filter(isInCell).length,
            partners: countPartners(inCell),
          };
        }),
      ),
    ),
    partners: framework.partners.map(({ id }) => ({
      partner: id,
      tasks: byPartner[id] ?? 0,
    })),
    uncovered: placed
      .filter(({ focusArea }) => !reached.has(focusArea.id))
      .map(({ focusArea }) => focusArea.id),
  };
}

function countPartners(tasks: readonly Task[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const id of tasks.flatMap(({ partners }) => partners)) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}
