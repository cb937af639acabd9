/** The statuses of a task. */
export const STATUSES = ['planned', 'started', 'done', 'cancelled'] as const;
