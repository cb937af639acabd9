import type { IsoDate } from '../../../../calendar/iso-date.js';
import type { Cycle } from '../../../../cycle/cycle.js';
import { schoolYearOfDay } from '../county/school-years.js';

/** The cycle of the current school year among a county's (newest first), else the newest; of the first county when none is given. */
export function presentCycle(
  cycles: readonly Cycle[],
  today: IsoDate,
  county = cycles[0]?.county,
): Cycle | undefined {
  const ofCounty = cycles.filter((each) => each.county === county);
  const open = ofCounty.filter(({ state }) => state !== 'archived');
  return open.find(({ schoolYear }) => schoolYear === schoolYearOfDay(today)) ?? open[0] ?? ofCounty[0];
}
