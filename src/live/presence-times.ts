/** How long somebody counts as viewing a task after their browser last reported it. */
export const PRESENCE_EXPIRES_AFTER_MS = 30_000;

/** How often a browser reports that a task is still viewed; two reports in a row may be lost. */
export const PRESENCE_REPORTED_EVERY_MS = 10_000;
