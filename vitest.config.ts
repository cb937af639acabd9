import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['./test/global-setup.ts'],
    include: ['test/**/*.test.ts'],
    exclude: ['test/faults/**'],
    reporters: process.env.CI ? ['default', './test/closing-line.ts'] : ['default'],
    testTimeout: 30_000,
  },
});
