import { ownRun } from '../own-run.js';

/** axe on every page, in every language, in light and dark: `npm run accessibility`. */
export default ownRun('accessibility', {
  testTimeout: 300_000,
  maxWorkers: 2,
});
