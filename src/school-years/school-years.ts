import { type SchoolDays, schoolDaysOf } from '../calendar/school-days.js';
import type { SchoolYear } from '../calendar/school-year.js';
import type { SchoolYearLabel } from '../calendar/school-year-label.js';
import type { Database } from '../database/database.js';
import { repeatWork } from '../database/repeat-work.js';
import { type Knowledge, schoolYearFor } from '../datafiles/knowledge.js';
import type { Correction } from './correction.js';
import { allCorrections, correctionStamp } from './correction.store.js';
import type { OwnYearDate } from './own-year-date.js';
import { allOwnYearDates, ownYearDateStamp } from './own-year-date.store.js';

/** How often an instance checks for corrections made by other instances. */
const STAMP_POLL_MS = 500;

/**
 * The counties' school years as the service goes by them: by what a county has corrected or set, else by data/, else by custom
 * and rule. What counties have set is held, so that asking for a school year waits for nothing.
 */
export class SchoolYears {
  readonly #database: Database;
  readonly #knowledge: Knowledge;
  #stamp = 0;
  #corrections: ReadonlyMap<string, Correction> = new Map();
  #yearDates: ReadonlyMap<string, readonly OwnYearDate[]> = new Map();
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
    return this.withDates(county, label, this.#yearDates.get(keyOf(county, label)) ?? []);
  };

  /** A county's school year with the dates that it has set itself; throws ArshjulError `unknown-county`. */
  withDates(county: string, label: SchoolYearLabel, own: readonly OwnYearDate[]): SchoolYear {
    const skolerute = this.#corrections.get(keyOf(county, label))?.skolerute ?? undefined;
    const yearDates = new Map(
      own.flatMap(({ template, yearDate }) => (yearDate ? [[template, yearDate] as const] : [])),
    );
    return schoolYearFor(this.#knowledge, county, label, { skolerute, yearDates });
  }

  /** A county's school days, cached until something is corrected. */
  readonly schoolDaysOf = (county: string): SchoolDays => {
    const known = this.#schoolDays.get(county) ?? schoolDaysOf((label) => this.of(county, label));
    this.#schoolDays.set(county, known);
    return known;
  };

  /** Reads what counties have set when there is something new; from then on it counts. */
  async refresh(): Promise<void> {
    const stamps = await Promise.all([correctionStamp(this.#database), ownYearDateStamp(this.#database)]);
    if (stamps[0] + stamps[1] === this.#stamp) return;
    const corrections = await allCorrections(this.#database);
    const yearDates = await allOwnYearDates(this.#database);
    const read = [...corrections, ...yearDates].reduce((sum, { version }) => sum + version, 0);
    // Queries may finish out of order; older corrections never replace newer ones.
    if (read < this.#stamp) return;
    this.#stamp = read;
    this.#corrections = new Map(corrections.map((each) => [keyOf(each.county, each.schoolYear), each]));
    const byYear = new Map<string, OwnYearDate[]>();
    for (const each of yearDates) {
      const key = keyOf(each.county, each.schoolYear);
      byYear.set(key, [...(byYear.get(key) ?? []), each]);
    }
    this.#yearDates = byYear;
    this.#schoolDays.clear();
  }

  /** Checks for what other instances have set twice a second; returns how to stop it. */
  follow(onError: (error: unknown) => void): () => Promise<void> {
    return repeatWork(STAMP_POLL_MS, () => this.refresh(), onError);
  }
}

const keyOf = (county: string, label: SchoolYearLabel) => `${county} ${label}`;
