import type { Translate } from '../../../../language/translate.js';
import { ApiProblem } from './problem.js';

/** Why a change was not made, as far as the status of the response shows. */
export function failureText(error: Error, t: Translate): string {
  const status = error instanceof ApiProblem ? error.status : null;
  if (status === 0) return t('work.changes.offline');
  if (status === 401) return t('work.changes.signed-out');
  if (status === 403) return t('work.changes.not-yours');
  return t('work.changes.failed');
}
