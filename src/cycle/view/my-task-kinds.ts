/** The part a unit has in a task: the task is its own to do, or it takes part as a partner. */
export const PARTS = ['own', 'partner'] as const;

export type Part = (typeof PARTS)[number];

/** When a task is due, seen from a day, in the order of the list: late tasks first, done ones last. */
export const TIMINGS = ['late', 'this-week', 'next-weeks', 'later', 'done'] as const;

export type Timing = (typeof TIMINGS)[number];
