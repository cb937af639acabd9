/**
 * How a task stands to a day, in the order of the page: what happens this week, what is late, what goes on for longer than
 * the week, what comes; then what is over without being late, and what is done.
 */
export const TIMINGS = ['this-week', 'late', 'ongoing', 'next-weeks', 'later', 'past', 'done'] as const;

export type Timing = (typeof TIMINGS)[number];
