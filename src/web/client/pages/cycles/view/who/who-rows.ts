import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import type { Translate } from '../../../../../../language/translate.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import { unitOfTask } from '../../../../../../task/unit-of-task.js';

/** What a row can stand for. */
export const WHO_KINDS = ['actor', 'unit', 'partner'] as const;

export type WhoKind = (typeof WHO_KINDS)[number];

/** The tasks of a row, by the month in which they start. */
export interface WhoRow {
  readonly id: string;
  readonly name: string;
  /** By `YYYY-MM`; a month without tasks has no entry. */
  readonly months: ReadonlyMap<string, readonly TaskView[]>;
}

/** The rows that an address asks for; else units where the county has some, so that everybody finds their own. */
export function readWhoKind(text: string | null, { units }: Pick<CycleView, 'units'>): WhoKind {
  return WHO_KINDS.find((each) => each === text) ?? (units.length > 0 ? 'unit' : 'actor');
}

/** The rows of who does what when: one for each actor, and for each unit or partner with tasks. */
export function whoRows(
  kind: WhoKind,
  tasks: readonly TaskView[],
  cycleView: Pick<CycleView, 'vocabulary' | 'units' | 'county'>,
  t: Translate,
): WhoRow[] {
  const { vocabulary } = cycleView;
  switch (kind) {
    case 'actor':
      return rowsOf(vocabulary.actors, tasks, ({ actor }) => [actor]);
    case 'unit':
      return rowsOf(unitRows(cycleView, t), tasks, (task) => [
        unitOfTask(task, cycleView.county.number) ?? everyUnitOf(task.actor),
      ]).filter(hasTasks);
    case 'partner':
      return rowsOf(vocabulary.partners, tasks, ({ partners }) => partners).filter(hasTasks);
    default:
      return kind satisfies never;
  }
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Tasks for all units of an actor come before those of individual units. */
function unitRows(
  { vocabulary, units, county }: Pick<CycleView, 'vocabulary' | 'units' | 'county'>,
  t: Translate,
): Named[] {
  return [
    ...vocabulary.actors.map(({ id, name }) => ({
      id: everyUnitOf(id),
      name: t('ui.who.every-unit', { actor: name }),
    })),
    { id: county.number, name: county.name },
    ...units,
  ];
}

const everyUnitOf = (actor: string) => `every ${actor}`;

const hasTasks = ({ months }: WhoRow) => months.size > 0;

function rowsOf(
  named: readonly Named[],
  tasks: readonly TaskView[],
  idsOf: (task: TaskView) => readonly string[],
): WhoRow[] {
  const rows = new Map(
    named.map(({ id, name }) => [id, { id, name, months: new Map<string, TaskView[]>() }]),
  );
  for (const task of tasks) {
    const month = task.start.slice(0, 7);
    for (const id of idsOf(task)) {
      const months = rows.get(id)?.months;
      const those = months?.get(month);
      if (those) those.push(task);
      else months?.set(month, [task]);
    }
  }
  return [...rows.values()];
}
