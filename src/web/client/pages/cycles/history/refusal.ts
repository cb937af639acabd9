import type { HistoryEntry } from '../../../../../cycle/history/history-view.js';
import type { TakeBackRefusal } from '../../../../../cycle/history.js';
import type { Translate } from '../../../../../language/translate.js';
import { FIELD_NAMES } from '../../../../../task/fields.js';
import { failureText } from '../../../data/api/failure-text.js';
import { ApiProblem } from '../../../data/api/problem.js';

/** Why a revision was not undone, in a sentence that says what can be done. */
export function refusalInWords(error: Error, { changes }: HistoryEntry, t: Translate): string {
  if (!(error instanceof ApiProblem) || error.status !== 409) return failureText(error, t);
  const refusal = error.refusal as TakeBackRefusal | undefined;
  if (!refusal) return t('work.history.refused.archived');
  if (refusal.code !== 'changed-later') return t('work.history.refused.gone');
  const changed = changes.find(({ taskId }) => refusal.entryId.startsWith(taskId));
  const fields = new Set(refusal.fields.map((field) => t(FIELD_NAMES[field] ?? 'work.history.other')));
  return t('work.history.refused.changed-later', {
    title: changed?.title ?? refusal.entryId,
    fields: [...fields].join(', '),
  });
}
