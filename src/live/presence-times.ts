/** How long somebody counts as viewing a task after their browser last reported it. */
export const FORGOTTEN_AFTER_MS = 30_000;

/** How often a browser reports that a task is still viewed; two reports in a row may be lost. */
export const SAID_EVERY_MS = 10_000;
