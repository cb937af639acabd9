import { ownRun } from '../own-run.js';

/** How every page looks, written to screenshots/: `npm run screenshots`. */
export default ownRun('screenshots', {
  testTimeout: 60_000,
  fileParallelism: false,
});
