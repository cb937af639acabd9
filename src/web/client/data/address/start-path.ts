/** The steps of the guided first cycle, in order; each has an address below `/start/2026-2027`. */
export const STEPS = ['school-year', 'skolerute', 'units', 'draft', 'review', 'publish', 'share'] as const;

export type Step = (typeof STEPS)[number];

/** Steps that need the cycle to exist. */
export const STEPS_WITH_CYCLE: readonly Step[] = ['review', 'publish', 'share'];

/** `2026-2027` of `2026/2027`, and back. */
export const inPath = (schoolYear: string) => schoolYear.replace('/', '-');
export const fromPath = (text: string) => text.replace('-', '/');

/** The address of a step; the first step has no school year in it. */
export function stepPath(schoolYear: string, step: Step): string {
  return step === 'school-year' ? '/start' : `/start/${inPath(schoolYear)}/${step}`;
}
