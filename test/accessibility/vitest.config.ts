import { defineConfig } from 'vitest/config';

/** axe on every page, in every language, in light and dark: `npm run accessibility`. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    globalSetup: ['./test/global-setup.ts'],
    reporters: ['default', './test/failing-exit.ts'],
    include: ['test/accessibility/*.test.ts'],
    testTimeout: 60_000,
    fileParallelism: false,
  },
});
