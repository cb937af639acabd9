import { ownRun } from '../own-run.js';

/** What people do in the page from end to end, in a real browser: `npm run journeys`. */
export default ownRun('journeys', {
  testTimeout: 90_000,
  hookTimeout: 60_000,
  maxWorkers: 2,
});
