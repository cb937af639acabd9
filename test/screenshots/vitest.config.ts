import { defineConfig } from 'vitest/config';

/** How every page looks, written to screenshots/: `npm run screenshots`. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    globalSetup: ['./test/global-setup.ts'],
    reporters: ['default', './test/failing-exit.ts'],
    include: ['test/screenshots/*.test.ts'],
    testTimeout: 60_000,
    fileParallelism: false,
  },
});
