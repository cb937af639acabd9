import type { NoDateReason } from '../calendar/reason.js';
import type { SchoolYear } from '../calendar/school-year.js';
import type { SchoolYearLabel } from '../calendar/school-year-label.js';
import type { SkolerutePart } from '../calendar/skolerute.js';
import type { Level } from '../task/level.js';
import type { Task } from '../task/task.js';
import type { Unit } from '../units/unit.js';

/** A template that has no date in this school year, and why. */
export interface UndatedTemplate {
  readonly key: string;
  readonly reason: NoDateReason;
}

export interface GeneratedCycle {
  readonly id: string;
  readonly county: string;
  readonly schoolYear: SchoolYear['label'];
  /** Parts of the skolerute that the county has not decided. */
  readonly provisional: readonly SkolerutePart[];
  readonly level: Level;
  /** The tasks within the level, by date. */
  readonly tasks: readonly Task[];
  /** The tasks of the templates beyond the level, by date. */
  readonly leftOut: readonly Task[];
  /** Within the level. */
  readonly undated: readonly UndatedTemplate[];
}

/** A county's cycle as it is generated from today's templates, skolerute and units. */
export type Generate = (
  county: string,
  label: SchoolYearLabel,
  units: readonly Unit[],
  level: Level,
) => GeneratedCycle;
