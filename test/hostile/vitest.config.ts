import { ownRun } from '../own-run.js';

/** Attacks on a running service; they have a command of their own: `npm run hostile`. */
export default ownRun('hostile', {
  testTimeout: 240_000,
  hookTimeout: 120_000,
  // One attack at a time: what is measured is the service under it, not under two of them.
  fileParallelism: false,
});
