/** What a unit has to do with a task: it is its to do, or it is the partner that takes part. */
export const PARTS = ['own', 'partner'] as const;

export type Part = (typeof PARTS)[number];

/** How a task stands to a day, in the order of the list: what is late first, what is done last. */
export const DUES = ['late', 'this-week', 'next-weeks', 'later', 'done'] as const;

export type Due = (typeof DUES)[number];
