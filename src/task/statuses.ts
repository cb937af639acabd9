/** How far a task has come. */
export const STATUSES = ['planned', 'started', 'done', 'cancelled'] as const;
