import type { IsoDate } from '../../../../calendar/iso-date.js';
import type { Cycle } from '../../../../cycle/cycle.js';
import { schoolYearOfDay } from '../county/school-years.js';

/** Of a county's cycles, newest first, the one of the school year that goes on, else the newest; of the first county when none is named. */
export function presentCycle(
  cycles: readonly Cycle[],
  today: IsoDate,
  county = cycles[0]?.county,
): Cycle | undefined {
  const ofCounty = cycles.filter((each) => each.county === county);
  const open = ofCounty.filter(({ state }) => state !== 'archived');
  return open.find(({ schoolYear }) => schoolYear === schoolYearOfDay(today)) ?? open[0] ?? ofCounty[0];
}
