/** How much a task matters. An årshjul of one level has the tasks of the levels before it too; the last has all of them. */
export const LEVELS = ['essential', 'recommended', 'complete'] as const;

export type Level = (typeof LEVELS)[number];

/** The level that is shown unless a reader chooses another: more than what nobody may forget, less than everything. */
export const USUAL_LEVEL: Level = 'recommended';

/** Whether a task of a level is among those shown at a level. */
export function isWithinLevel(shown: Level, level: Level): boolean {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(shown);
}
