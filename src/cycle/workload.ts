import { type IsoWeek, isoWeekOf } from '../calendar/iso-date.js';
import type { Actor } from '../framework/vocabulary.js';
import type { Task } from './task.js';

export interface WorkloadWeek extends IsoWeek {
  readonly actor: Actor;
  /** The responsible unit; null for every unit of the actor. */
  readonly unitId: string | null;
  readonly deadlines: number;
  readonly activities: number;
  readonly cooperation: number;
}

const FIELD_OF = { deadline: 'deadlines', activity: 'activities', cooperation: 'cooperation' } as const;

/** How many tasks start in each ISO week, per actor and unit, in order of week; weeks without any are left out. */
export function workloadOf(tasks: readonly Task[]): WorkloadWeek[] {
  const weeks = new Map<string, WorkloadWeek>();
  for (const { actor, unitId, start, kind, status } of tasks) {
    if (status === 'cancelled') continue;
    const week = isoWeekOf(start);
    const key = [week.weekYear, String(week.week).padStart(2, '0'), actor, unitId ?? ''].join('/');
    const before = weeks.get(key) ?? { ...week, actor, unitId, deadlines: 0, activities: 0, cooperation: 0 };
    weeks.set(key, { ...before, [FIELD_OF[kind]]: before[FIELD_OF[kind]] + 1 });
  }
  return [...weeks.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, week]) => week);
}
