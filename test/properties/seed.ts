import fc from 'fast-check';
import { expect, inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** What every property of the run draws its cases from. */
    propertySeed: number;
  }
}

// The one place that tells properties what to draw from. One that fails says how to see it fail again.
const seed = inject('propertySeed');
fc.configureGlobal({
  seed,
  reporter: (run) => {
    if (!run.failed) return;
    const again = `PROPERTY_SEED=${seed} npm run properties -- -t '${expect.getState().currentTestName}'`;
    throw new Error(`${fc.defaultReportMessage(run)}\n\nTo see it again: ${again}`, {
      cause: run.errorInstance,
    });
  },
});
