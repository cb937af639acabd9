import { ownRun } from '../own-run.js';

/** Prints how the templates cover real årshjul, entry by entry. */
export default ownRun('arshjul-lists', { include: ['test/arshjul-lists/print.ts'] });
