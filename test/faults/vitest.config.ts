import { ownRun } from '../own-run.js';

/** Longer runs that break things on purpose; they have a command of their own: `npm run faults`. */
export default ownRun('faults', {
  testTimeout: 1_200_000,
  fileParallelism: false,
});
