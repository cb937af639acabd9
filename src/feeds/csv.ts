import { stringify } from 'csv-stringify/sync';
import type { Task } from '../cycle/task.js';
import { viewTask } from '../cycle/task-view.js';
import type { TaskWording } from '../cycle/wording.js';

const COLUMNS = [
  'id',
  'start',
  'end',
  'kind',
  'title',
  'description',
  'phase',
  'category',
  'actor',
  'partners',
  'status',
  'why',
  'source',
  'provisional',
] as const;

/** A cell that a spreadsheet would run as a formula is written as text (OWASP, CSV injection). */
function cell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Tasks as CSV (RFC 4180) with a byte order mark, so that Excel reads æøå; names instead of ids. */
export function renderCsv(tasks: readonly Task[], wording: TaskWording): string {
  const rows = tasks.map((task) => {
    const view = viewTask(task, wording);
    return {
      ...view,
      title: cell(view.title),
      description: cell(view.description),
      kind: wording.t(`kind.${view.kind}`),
      phase: wording.nameOf(view.phase),
      category: wording.nameOf(view.category),
      actor: wording.nameOf(view.actor),
      partners: view.partners.map(wording.nameOf).join(', '),
      status: wording.t(`status.${view.status}`),
      why: view.why.join(' '),
      provisional: view.provisional ? wording.t('task.provisional') : '',
    };
  });
  return stringify(rows, { header: true, bom: true, columns: [...COLUMNS], record_delimiter: 'windows' });
}
