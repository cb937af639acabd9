import { type IsoWeek, isoWeekOf } from '../../calendar/iso-date.js';
import type { SchoolYear } from '../../calendar/school-year.js';
import { ACTORS, type Actor } from '../../framework/vocabulary.js';
import type { Adjustment } from '../../task/adjustment.js';
import type { Task } from '../../task/task.js';
import { UNIT_KIND_OF } from '../../task/unit-of-task.js';
import { isResponsible, seenByUnit } from '../../task/unit-view.js';
import type { Unit } from '../../units/unit.js';

export interface WorkloadWeek extends IsoWeek {
  readonly actor: Actor;
  /** Null for an actor without a registered unit in the county. */
  readonly unitId: string | null;
  readonly deadlines: number;
  readonly activities: number;
  readonly cooperation: number;
  /** Whether the unit has many more tasks than in its other school weeks. */
  readonly standsOut: boolean;
}

/** Fewer tasks than this never stand out, however quiet the other weeks are. */
const WORTH_TELLING = 3;

const FIELD_OF = { deadline: 'deadlines', activity: 'activities', cooperation: 'cooperation' } as const;

/**
 * How many tasks start in each ISO week for each unit, as the unit sees them: its own and those of every unit of its
 * kind; weeks without any are left out. A week stands out above Tukey's fence, the third quartile of the unit's school
 * weeks plus one and a half times the interquartile range (Tukey, Exploratory Data Analysis, 1977).
 */
export function workloadOf(
  tasks: readonly Task[],
  adjustments: readonly Adjustment[],
  units: readonly Unit[],
  schoolYear: SchoolYear,
): WorkloadWeek[] {
  return ACTORS.flatMap((actor) => {
    const ofKind = units.filter(({ kind, retired }) => kind === UNIT_KIND_OF[actor] && !retired);
    if (ofKind.length === 0) {
      const theirs = tasks.filter((task) => task.actor === actor && task.unitId === null);
      return weeksOf(actor, null, theirs, schoolYear);
    }
    return ofKind.flatMap((unit) => {
      const theirs = seenByUnit(tasks, adjustments, unit, schoolYear.county)
        .filter(({ task, adjustment }) => !adjustment?.hidden && isResponsible(task, unit))
        .map(({ task }) => task);
      return weeksOf(actor, unit.id, theirs, schoolYear);
    });
  });
}

function weeksOf(
  actor: Actor,
  unitId: string | null,
  tasks: readonly Task[],
  schoolYear: SchoolYear,
): WorkloadWeek[] {
  const weeks = new Map<string, WorkloadWeek>();
  for (const { start, kind, status } of tasks) {
    if (status === 'cancelled') continue;
    const week = isoWeekOf(start);
    const key = keyOf(week);
    const none = { ...week, actor, unitId, deadlines: 0, activities: 0, cooperation: 0, standsOut: false };
    const before = weeks.get(key) ?? none;
    weeks.set(key, { ...before, [FIELD_OF[kind]]: before[FIELD_OF[kind]] + 1 });
  }
  const ofSchool = new Set(schoolYear.schoolDays.map((date) => keyOf(isoWeekOf(date))));
  const counts = [...ofSchool].map((key) => countOf(weeks.get(key)));
  const fence = Math.max(tukeysFence(counts), WORTH_TELLING - 1);
  return [...weeks.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, week]) => ({ ...week, standsOut: countOf(week) > fence }));
}

const keyOf = ({ weekYear, week }: IsoWeek) => `${weekYear}/${String(week).padStart(2, '0')}`;

function countOf(week: WorkloadWeek | undefined): number {
  return week ? week.deadlines + week.activities + week.cooperation : 0;
}

/** Tukey's fence: the third quartile plus one and a half times the interquartile range. */
function tukeysFence(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b);
  const quantile = (share: number) => {
    const at = (sorted.length - 1) * share;
    const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
    return low + (high - low) * (at - Math.floor(at));
  };
  return quantile(0.75) + 1.5 * (quantile(0.75) - quantile(0.25));
}
