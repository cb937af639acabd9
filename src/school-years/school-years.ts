import { type SchoolDays, schoolDaysOf } from '../calendar/school-days.js';
import type { SchoolYear } from '../calendar/school-year.js';
import type { SchoolYearLabel } from '../calendar/school-year-label.js';
import type { Database } from '../database/database.js';
import { repeatWork } from '../database/repeat-work.js';
import { type Knowledge, schoolYearFor } from '../datafiles/knowledge.js';
import type { Correction } from './correction.js';
import { allCorrections, correctionStamp } from './correction.store.js';

/** How often an instance checks for corrections made by other instances. */
const STAMP_POLL_MS = 500;

/**
 * The counties' school years as the service goes by them: by what a county has corrected, else by data/school-years, else by
 * custom. Corrections are held, so that asking for a school year waits for nothing.
 */
export class SchoolYears {
  readonly #database: Database;
  readonly #knowledge: Knowledge;
  #stamp = 0;
  #corrections: ReadonlyMap<string, Correction> = new Map();
  readonly #schoolDays = new Map<string, SchoolDays>();

  private constructor(database: Database, knowledge: Knowledge) {
    this.#database = database;
    this.#knowledge = knowledge;
  }

  /** Reads the present corrections. */
  static async read(database: Database, knowledge: Knowledge): Promise<SchoolYears> {
    const schoolYears = new SchoolYears(database, knowledge);
    await schoolYears.refresh();
    return schoolYears;
  }

  /** A county's school year; throws ArshjulError `unknown-county`. */
  readonly of = (county: string, label: SchoolYearLabel): SchoolYear => {
    const skolerute = this.#corrections.get(keyOf(county, label))?.skolerute;
    return schoolYearFor(this.#knowledge, county, label, { skolerute: skolerute ?? undefined });
  };

  /** A county's school days, cached until something is corrected. */
  readonly schoolDaysOf = (county: string): SchoolDays => {
    const known = this.#schoolDays.get(county) ?? schoolDaysOf((label) => this.of(county, label));
    this.#schoolDays.set(county, known);
    return known;
  };

  /** Reads the corrections when there are new ones; from then on they count. */
  async refresh(): Promise<void> {
    const stamp = await correctionStamp(this.#database);
    if (stamp === this.#stamp) return;
    const corrections = await allCorrections(this.#database);
    const read = corrections.reduce((sum, { version }) => sum + version, 0);
    // Queries may finish out of order; older corrections never replace newer ones.
    if (read < this.#stamp) return;
    this.#stamp = read;
    this.#corrections = new Map(corrections.map((each) => [keyOf(each.county, each.schoolYear), each]));
    this.#schoolDays.clear();
  }

  /** Checks for corrections by other instances twice a second; returns how to stop it. */
  follow(onError: (error: unknown) => void): () => Promise<void> {
    return repeatWork(STAMP_POLL_MS, () => this.refresh(), onError);
  }
}

const keyOf = (county: string, label: SchoolYearLabel) => `${county} ${label}`;
