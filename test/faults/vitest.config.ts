import { defineConfig } from 'vitest/config';

/** Longer runs that break things on purpose; they have a command of their own: `npm run faults`. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    globalSetup: ['./test/global-setup.ts'],
    reporters: ['default', './test/failing-exit.ts'],
    include: ['test/faults/*.test.ts'],
    testTimeout: 1_200_000,
    fileParallelism: false,
  },
});
