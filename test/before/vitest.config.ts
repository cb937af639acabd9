import { ownRun } from '../own-run.js';

/** Writes the fixtures of this folder by the code that stands: see write-fixtures.ts. */
export default ownRun('before', { include: ['test/before/write-fixtures.ts'], testTimeout: 900_000 });
