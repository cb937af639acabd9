import { concerning, type Framework, phasesServed } from '../../framework/framework.js';
import { ACTORS, type Actor, CATEGORIES, type Category, type PhaseId } from '../../framework/vocabulary.js';
import type { Task } from '../../task/task.js';

/** An entry of the knowledge base that would fill a gap. */
export interface Filling {
  readonly id: string;
  readonly name: string;
}

/** Something that the framework asks for in a phase and no task of the cycle covers. */
export type Gap =
  | {
      readonly kind: 'category';
      readonly phase: PhaseId;
      readonly category: Category;
      readonly actor: Actor;
      readonly fillings: readonly Filling[];
    }
  | {
      readonly kind: 'cooperation';
      readonly phase: PhaseId;
      readonly partner: string;
      readonly fillings: readonly Filling[];
    };

/**
 * The gaps of a cycle: a phase, category and actor with a responsibility in the framework but no task in the cycle, and a
 * partner named by the framework in a phase where the cycle has no cooperation with it ("no cooperation with NAV in
 * Oppfølging Vg1"). Cancelled tasks do not count. `leftOut` are the tasks that the county has chosen to do without by its
 * level: what one of them would cover is no gap.
 */
export function gapsOf(framework: Framework, tasks: readonly Task[], leftOut: readonly Task[]): Gap[] {
  const live = [...tasks.filter(({ status }) => status !== 'cancelled'), ...leftOut];
  const asked = framework.responsibilities.map((entry) => ({
    entry,
    phases: phasesServed(framework, entry.serves),
  }));
  return framework.phases.flatMap(({ id: phase }): Gap[] => {
    const inPhase = live.filter((task) => task.phase === phase);
    const categories = CATEGORIES.flatMap((category) =>
      ACTORS.flatMap((actor): Gap[] => {
        if (inPhase.some((task) => task.category === category && task.actor === actor)) return [];
        const fillings = asked
          .filter(
            ({ entry, phases }) =>
              entry.category === category && entry.actor === actor && phases.includes(phase),
          )
          .map(({ entry: { id, name } }) => ({ id, name }));
        return fillings.length > 0 ? [{ kind: 'category', phase, category, actor, fillings }] : [];
      }),
    );
    const partners = framework.partners.flatMap(({ id: partner }): Gap[] => {
      if (inPhase.some((task) => task.kind === 'cooperation' && task.partners.includes(partner))) return [];
      const { focusAreas, responsibilities } = concerning(framework, { phase, partner });
      const fillings = [...focusAreas.map(({ focusArea }) => focusArea), ...responsibilities].map(
        ({ id, name }) => ({ id, name }),
      );
      return fillings.length > 0 ? [{ kind: 'cooperation', phase, partner, fillings }] : [];
    });
    return [...categories, ...partners];
  });
}
