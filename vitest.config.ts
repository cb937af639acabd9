import { defineConfig } from 'vitest/config';
import { FIXED_SEED } from './test/properties/fixed-seed.js';
import { yaml } from './vite.config.js';

export default defineConfig({
  test: {
    reporters: ['default', './test/failing-exit.ts', ...(process.env.CI ? ['./test/closing-line.ts'] : [])],
    setupFiles: [...FIXED_SEED.setupFiles, './test/web/complaints.ts'],
    provide: FIXED_SEED.provide,
    // Ends what hangs, and nothing that is only slow: no test takes a minute, also where it shares its cores with others.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 300_000 } },
    // What a test file starts it also ends, so that each worker can load the service's modules once for all its files.
    isolate: false,
    // Vitest would leave one of two cores idle; the tests wait for processes and databases of their own.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'service',
          globalSetup: ['./test/global-setup.ts'],
          include: ['test/**/*.test.ts'],
          exclude: ['test/{accessibility,browser,faults,hostile,journeys,page,screenshots}/**'],
        },
      },
      {
        extends: true,
        plugins: [yaml],
        test: {
          name: 'page',
          environment: 'happy-dom',
          environmentOptions: { happyDOM: { url: 'http://localhost/' } },
          setupFiles: ['./test/page/setup.ts'],
          include: ['test/page/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
