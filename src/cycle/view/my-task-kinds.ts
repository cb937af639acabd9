/** When a task is due, seen from a day, in the order of the list: late tasks first, done ones last. */
export const TIMINGS = ['late', 'this-week', 'next-weeks', 'later', 'done'] as const;

export type Timing = (typeof TIMINGS)[number];
