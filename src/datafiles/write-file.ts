import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ArshjulError } from '../errors/arshjul-error.js';

/**
 * Writes a file atomically: a temporary file beside it replaces it when complete.
 * Throws ArshjulError `unwritable-file`.
 */
export function writeFileAtomically(file: string, content: string | Uint8Array): void {
  const unfinished = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  try {
    writeFileSync(unfinished, content);
    renameSync(unfinished, file);
  } catch (error) {
    if (existsSync(unfinished)) rmSync(unfinished);
    throw new ArshjulError({
      code: 'unwritable-file',
      file,
      cause: (error as NodeJS.ErrnoException).code ?? String(error),
    });
  }
}
