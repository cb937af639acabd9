import type { TaskView } from '../../../../cycle/task-view.js';
import type { Translate } from '../../../../language/translator.js';
import { ApiProblem } from '../../api/problem.js';
import { failureText } from '../failure-text.js';
import { tasksInTheWay } from './bulk-actions.js';

/** Why many tasks were not changed, and which of them stand in the way. */
export function bulkRefusal(error: Error, sent: readonly TaskView[], t: Translate): string {
  if (!(error instanceof ApiProblem)) return failureText(error, t);
  const { status, errors } = error;
  const inTheWay = tasksInTheWay(
    errors.map(({ pointer }) => pointer),
    sent,
  );
  if (inTheWay.length === 0) return failureText(error, t);
  const tasks = inTheWay.map(({ title }) => t('work.bulk.title', { title })).join(', ');
  if (status === 412) return t('work.bulk.stale', { tasks });
  return t(status === 403 ? 'work.bulk.not-yours' : 'work.bulk.does-not-fit', { tasks });
}
