import { defineConfig } from 'vitest/config';

/** What people do in the page from end to end, in a real browser: `npm run journeys`. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    globalSetup: ['./test/global-setup.ts'],
    reporters: ['default', './test/failing-exit.ts'],
    include: ['test/journeys/*.test.ts'],
    testTimeout: 90_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
