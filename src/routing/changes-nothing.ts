import { isDeepStrictEqual } from 'node:util';

/** Whether a merge patch changes nothing; then nothing is written, and version and ETag stay. */
export function changesNothing(present: object, patch: object): boolean {
  return isDeepStrictEqual({ ...present, ...patch }, present);
}
