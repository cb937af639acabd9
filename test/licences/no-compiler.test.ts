import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  readonly gypfile?: boolean;
}

const { packages } = JSON.parse(
  readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
) as { packages: Record<string, Locked> };

/**
 * npm 10, which comes with Node 22, takes from the lock file whether a package is to be compiled. npm leaves this line out
 * when it writes the file: put it back after an installation that changes better-sqlite3.
 */
it('the lock file says that better-sqlite3 brings its binaries, so that npm 10 looks for no compiler', () => {
  expect(packages['node_modules/better-sqlite3']?.gypfile).toBe(false);
});
