import { addDays, type IsoDate, isoWeekOf, WEEKDAYS, weekdayOf } from '../../../../calendar/iso-date.js';
import type { WorkloadWeek } from '../../../../cycle/coverage/workload.js';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../task/task-view.js';
import type { PageFilter } from '../filter/page-filter.js';

export const KINDS = ['deadline', 'activity', 'cooperation'] as const satisfies readonly TaskView['kind'][];

export type Kind = (typeof KINDS)[number];

const FIELD_OF = { deadline: 'deadlines', activity: 'activities', cooperation: 'cooperation' } as const;

/** The name of a kind's counts, in the data and in the texts. */
export const fieldOf = (kind: Kind) => FIELD_OF[kind];

/** One week of the school year. */
export interface CalendarWeek {
  /** `2026-34`. */
  readonly key: string;
  readonly week: number;
  readonly monday: IsoDate;
  readonly sunday: IsoDate;
  /** The break that most of its working days belong to. */
  readonly breakName: string | null;
}

/** The weeks of a school year, in order. */
export function weeksOf({ from, to, breaks }: CycleView['schoolYear']): CalendarWeek[] {
  const weeks: CalendarWeek[] = [];
  let monday = addDays(from, -WEEKDAYS.indexOf(weekdayOf(from)));
  for (; monday <= to; monday = addDays(monday, 7)) {
    const { weekYear, week } = isoWeekOf(monday);
    const days = [0, 1, 2, 3, 4].map((offset) => addDays(monday, offset));
    const inBreak = breaks.find(
      (each) => days.filter((day) => day >= each.from && day <= each.to).length >= 3,
    );
    weeks.push({
      key: weekKey({ weekYear, week }),
      week,
      monday,
      sunday: addDays(monday, 6),
      breakName: inBreak?.name ?? null,
    });
  }
  return weeks;
}

export function weekKey({ weekYear, week }: Pick<WorkloadWeek, 'weekYear' | 'week'>): string {
  return `${weekYear}-${String(week).padStart(2, '0')}`;
}

/** What one unit, or an actor without registered units, has to do in its weeks. */
export interface Load {
  readonly id: string;
  readonly name: string;
  readonly actor: string;
  readonly unitId: string | null;
  readonly weeks: ReadonlyMap<string, WorkloadWeek>;
}

/** The loads that the filter asks for: its actors and its unit. */
export function loadsOf(
  weeks: readonly WorkloadWeek[],
  { units, vocabulary, county }: Pick<CycleView, 'units' | 'vocabulary' | 'county'>,
  filter: PageFilter,
): Load[] {
  const all = [...units, ...vocabulary.actors, { id: county.number, name: county.name }];
  const names = new Map<string, string>(all.map(({ id, name }) => [id, name]));
  const loads = new Map<string, { load: Omit<Load, 'weeks'>; weeks: Map<string, WorkloadWeek> }>();
  for (const each of weeks) {
    const { actor, unitId } = each;
    if (filter.actors.length > 0 && !filter.actors.includes(actor)) continue;
    if (filter.unit !== null && unitId !== null && unitId !== filter.unit) continue;
    const id = unitId ?? actor;
    const known = loads.get(id) ?? {
      load: { id, actor, unitId, name: names.get(id) ?? id },
      weeks: new Map(),
    };
    loads.set(id, known);
    known.weeks.set(weekKey(each), each);
  }
  return [...loads.values()].map(({ load, weeks: ofLoad }) => ({ ...load, weeks: ofLoad }));
}

/** How many tasks of the kinds a week has. */
export function countOf(week: WorkloadWeek, kinds: readonly Kind[]): number {
  return kinds.reduce((sum, kind) => sum + week[FIELD_OF[kind]], 0);
}
