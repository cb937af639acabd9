import { defineConfig } from 'vitest/config';

/** What people do in the page from end to end, in a real browser: `npm run journeys`. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    globalSetup: ['./test/global-setup.ts'],
    reporters: ['default', './test/failing-exit.ts'],
    include: ['test/journeys/*.test.ts'],
    // A browser on a busy machine may be late once; what fails twice is broken. The run tells what was tried again.
    retry: 1,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
