import type { SchoolYear } from '../calendar/school-year.js';

/** The id of a county's cycle: `39-2026-2027`. */
export function cycleIdOf(county: string, schoolYear: SchoolYear['label']): string {
  return `${county}-${schoolYear.replace('/', '-')}`;
}

/** The county of a cycle's id: `39` of `39-2026-2027`. */
export function countyOfCycle(cycleId: string): string {
  return cycleId.slice(0, 2);
}
