import { useMemo } from 'react';
import type { IsoDate } from '../../../../calendar/iso-date.js';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import { fitsSelection } from '../../../../task/filter/select-tasks.js';
import type { TaskFilter } from '../../../../task/filter/task-filter.js';
import { LEVELS, type Level, USUAL_LEVEL } from '../../../../task/level.js';
import type { TaskView } from '../../../../task/task-view.js';
import type { Span } from '../../data/cycle/months.js';
import { useTexts } from '../../data/language/use-texts.js';
import { useToday } from '../../data/language/use-today.js';
import { FACETS, facets, type PageFilter } from './page-filter.js';
import { type TimeWords, timeOf, timeWords } from './time-words.js';

/** What the times of a filter refer to, and the units of the county. */
export interface FilterScene {
  readonly schoolYear: Span;
  readonly today: IsoDate;
  readonly words: TimeWords;
  readonly units: CycleView['units'];
}

/** The scene of a cycle that is shown today. */
export function useFilterScene({ schoolYear, units }: Pick<CycleView, 'schoolYear' | 'units'>): FilterScene {
  const { t } = useTexts();
  const today = useToday();
  return useMemo(() => ({ schoolYear, today, words: timeWords(t), units }), [schoolYear, today, t, units]);
}

/** The tasks of a cycle that a filter picks, by date; none before the cycle has been fetched. */
export function usePickedTasks(cycleView: CycleView | undefined, filter: PageFilter): readonly TaskView[] {
  const { t } = useTexts();
  const today = useToday();
  return useMemo(() => {
    if (!cycleView) return [];
    const { tasks, schoolYear, units } = cycleView;
    return pickTasks(tasks, filter, { schoolYear, today, words: timeWords(t), units });
  }, [cycleView, filter, today, t]);
}

/** The days that a filter restricts the tasks to: those chosen, of them those that its words name. */
export function daysOf(
  { from, to, text }: Pick<PageFilter, 'from' | 'to' | 'text'>,
  { schoolYear, today, words }: FilterScene,
): { readonly from?: IsoDate; readonly to?: IsoDate } {
  const named = timeOf(text, words, { schoolYear, today });
  const first = [from === 'today' ? today : from, named?.from]
    .filter((day) => day != null)
    .sort()
    .at(-1);
  const last = [to, named?.to].filter((day) => day != null).sort()[0];
  return { ...(first && { from: first }), ...(last && { to: last }) };
}

/** The words of a filter that are searched for: none where they name a time. */
function wordsOf({ text }: PageFilter, { schoolYear, today, words }: FilterScene): string {
  return timeOf(text, words, { schoolYear, today }) ? '' : text.trim();
}

/** How many tasks a filter would pick at each level. */
export function countByLevel(
  tasks: readonly TaskView[],
  filter: PageFilter,
  scene: FilterScene,
): Readonly<Record<Level, number>> {
  const counts = LEVELS.map((level) => [level, pickTasks(tasks, { ...filter, level }, scene).length]);
  return Object.fromEntries(counts) as Record<Level, number>;
}

/**
 * The tasks that a filter picks, in the order given; of a unit, whatever it is to do or takes part in at any level. They
 * were fetched in its view.
 */
export function pickTasks(
  tasks: readonly TaskView[],
  filter: PageFilter,
  scene: FilterScene,
): readonly TaskView[] {
  const { unit, ...selection } = feedFilterOf(filter, scene);
  const viewer = scene.units.find(({ id }) => id === unit);
  return tasks.filter(
    fitsSelection(
      { ...selection, ...daysOf(filter, scene), viewer },
      ({ title, description }) => `${title} ${description}`,
    ),
  );
}

/** The filter of a feed: its level, and only the other parts that restrict something. Without its days: a feed goes on over the years. */
export function feedFilterOf(filter: PageFilter, scene: FilterScene): TaskFilter {
  const parts: Record<string, unknown> = {};
  for (const facet of facets) if (filter[facet].length > 0) parts[facet] = filter[facet];
  if (filter.unit !== null) parts.unit = filter.unit;
  const text = wordsOf(filter, scene);
  if (text !== '') parts.text = text;
  parts.level = filter.level ?? USUAL_LEVEL;
  return parts as TaskFilter;
}

/** The parameters with which the service gives the tasks of a filter away as a poster or a table. */
export function downloadSearchOf(filter: PageFilter, scene: FilterScene): Record<string, string> {
  const { unit, text, level, ...lists } = feedFilterOf(filter, scene) as Partial<PageFilter>;
  const parameters: Record<string, string> = { ...daysOf(filter, scene) };
  for (const facet of facets) {
    const values = lists[facet];
    if (values) parameters[FACETS[facet]] = values.join(',');
  }
  if (level) parameters.level = level;
  if (unit) parameters.unit = unit;
  if (text) parameters.q = text;
  return parameters;
}
