import type { Gap } from '../../../../../../cycle/coverage/gaps.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import type { PageFilter } from '../../../../task/filter/page-filter.js';

/** The content of a cell of the heat map. */
export type Cell =
  | { readonly kind: 'tasks'; readonly count: number; readonly level: 1 | 2 | 3 | 4 }
  /** The framework asks for something that the cycle lacks. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'none' };

/** The number of tasks, by the key of a cell. */
export function countBy(
  tasks: readonly TaskView[],
  keysOf: (task: TaskView) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const task of tasks) {
    if (task.status === 'cancelled') continue;
    for (const key of keysOf(task)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The key of a cell. */
export const keyOf = (...parts: readonly string[]): string => parts.join(' ');

/** Returns the cell of a key. Counts are tinted from 1 to 4 by the square root of their share of the largest, so that small ones differ too. */
export function cellsOf(
  counts: ReadonlyMap<string, number>,
  gaps: ReadonlySet<string>,
): (key: string) => Cell {
  const largest = Math.max(1, ...counts.values());
  return (key) => {
    const count = counts.get(key) ?? 0;
    if (count > 0) {
      return {
        kind: 'tasks',
        count,
        level: Math.min(4, Math.ceil(4 * Math.sqrt(count / largest))) as 1 | 2 | 3 | 4,
      };
    }
    return { kind: gaps.has(key) ? 'gap' : 'none' };
  };
}

/** The gaps that match the filter; its other parts do not apply to gaps. */
export function pickGaps(gaps: readonly Gap[], filter: PageFilter): Gap[] {
  const has = (list: readonly string[], value: string) => list.length === 0 || list.includes(value);
  const isPartnerAsked = filter.partners.length > 0;
  const isCategoryAsked = filter.categories.length > 0 || filter.actors.length > 0;
  return gaps.filter((gap) => {
    if (!has(filter.phases, gap.phase)) return false;
    return gap.kind === 'cooperation'
      ? !isCategoryAsked && has(filter.partners, gap.partner)
      : !isPartnerAsked && has(filter.categories, gap.category) && has(filter.actors, gap.actor);
  });
}
