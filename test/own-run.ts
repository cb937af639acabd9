import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { FIXED_SEED } from './properties/fixed-seed.js';

/** The tests of a folder, or of those that a pattern names, which have a command of their own, outside `npm test`. */
export function ownRun(folder: string, options: NonNullable<ViteUserConfig['test']>): ViteUserConfig {
  return defineConfig({
    test: {
      root: new URL('..', import.meta.url).pathname,
      globalSetup: ['./test/global-setup.ts'],
      reporters: ['default', './test/failing-exit.ts'],
      ...FIXED_SEED,
      include: [`test/${folder}/*.test.ts`],
      // A page is waited for as long as a slow machine needs.
      expect: { poll: { timeout: 30_000 } },
      ...options,
    },
  });
}
