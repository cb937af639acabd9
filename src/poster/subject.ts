import type { Instant } from '../calendar/iso-date.js';
import type { SchoolYear } from '../calendar/school-year.js';
import type { SkolerutePart } from '../calendar/skolerute.js';
import type { Framework } from '../framework/framework.js';
import type { Level } from '../task/level.js';
import type { Task } from '../task/task.js';
import type { TaskWording } from '../task/wording.js';
import type { Unit } from '../units/unit.js';

/** What a poster is of: the tasks of a cycle, all or a selection, and where their names and days come from. */
export interface PosterSubject {
  /** Its number, which is the id of its unit and of the common layer. */
  readonly county: string;
  readonly countyName: string;
  readonly schoolYear: SchoolYear;
  /** The parts of the skolerute that the county has not decided. */
  readonly provisional: readonly SkolerutePart[];
  readonly tasks: readonly Task[];
  /** The last level that is shown; null for all tasks of an årshjul that knows no others. */
  readonly level: Level | null;
  /** The parts of the selection in words; empty when all tasks of the level are shown. */
  readonly selection: readonly string[];
  readonly framework: Framework;
  readonly units: readonly Pick<Unit, 'id' | 'kind' | 'name' | 'partner' | 'route'>[];
  readonly wording: TaskWording;
  /** The address of the service whose task pages the entries link to; null when there is none. */
  readonly baseUrl: string | null;
  /** Null for a cycle that has not been published. */
  readonly publishedAt: Instant | null;
  /** When what is shown was last changed. */
  readonly changedAt: Instant;
}
