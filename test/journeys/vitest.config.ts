import { ownRun } from '../own-run.js';

/** What people see and do in the page, in a real browser: `npm run journeys`. */
export default ownRun('{browser,journeys}', {
  testTimeout: 90_000,
  hookTimeout: 60_000,
  maxWorkers: 2,
});
