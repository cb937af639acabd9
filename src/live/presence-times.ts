/** How long somebody counts as looking after their browser has last said so. */
export const FORGOTTEN_AFTER_MS = 30_000;

/** How often a browser says that a task is still looked at: two such words may be lost. */
export const SAID_EVERY_MS = 10_000;
