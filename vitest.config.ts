import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['./test/global-setup.ts'],
    include: ['test/**/*.test.ts'],
    exclude: ['test/{accessibility,faults,screenshots}/**'],
    reporters: process.env.CI ? ['default', './test/closing-line.ts'] : ['default'],
    testTimeout: 30_000,
    // Vitest would leave one of two cores idle; the tests wait for processes and databases of their own.
    maxWorkers: 2,
  },
});
