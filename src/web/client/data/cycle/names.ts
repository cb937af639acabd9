import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../task/task-view.js';
import { unitOfTask } from '../../../../task/unit-of-task.js';

/** A phase as the page shows it: its name, and the colour that it has everywhere. */
export interface NamedPhase {
  readonly id: string;
  readonly name: string;
  /** From 1. */
  readonly series: number;
}

/** The sources of the names that tasks refer to. */
export type NameSource = Pick<CycleView, 'vocabulary' | 'units' | 'county'>;

/** The names of what a task refers to. */
export function namesOf(
  task: Pick<TaskView, 'phase' | 'actor' | 'unitId' | 'layer' | 'partners' | 'category'>,
  { vocabulary, units, county }: NameSource,
) {
  const { phase, actor, partners, category } = task;
  const unit = unitOfTask(task, county.number);
  const nameIn = (list: readonly { readonly id: string; readonly name: string }[], id: string) =>
    list.find((each) => each.id === id)?.name ?? id;
  const index = vocabulary.phases.findIndex(({ id }) => id === phase);
  return {
    phase: { id: phase, name: nameIn(vocabulary.phases, phase), series: index + 1 } satisfies NamedPhase,
    category: nameIn(vocabulary.categories, category),
    actor: nameIn(vocabulary.actors, actor),
    /** The unit where there is one, else the actor. */
    who:
      unit === null
        ? nameIn(vocabulary.actors, actor)
        : nameIn([{ id: county.number, name: county.name }, ...units], unit),
    partners: partners.map((id) => nameIn(vocabulary.partners, id)),
  };
}
