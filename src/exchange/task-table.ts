import { stringify } from 'csv-stringify/sync';
import { DateTime } from 'luxon';
import writeExcel from 'write-excel-file/node';
import type { IsoDate } from '../calendar/iso-date.js';
import type { Task } from '../task/task.js';
import { viewTask } from '../task/task-view.js';
import type { TaskWording } from '../task/wording.js';
import { guarded } from './formula-guard.js';

/** The columns of a table of tasks, with the width that a sheet gives them in characters. */
const COLUMNS = {
  start: 12,
  end: 12,
  startTime: 8,
  endTime: 8,
  kind: 12,
  title: 45,
  description: 60,
  phase: 25,
  category: 25,
  actor: 22,
  unitId: 22,
  partners: 30,
  status: 12,
  why: 50,
  source: 40,
  layer: 10,
  provisional: 14,
  id: 30,
} as const;

type Column = keyof typeof COLUMNS;

const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];

/** A task as a row of texts: names instead of ids. */
function rowOf(task: Task, wording: TaskWording): Record<Column, string> {
  const view = viewTask(task, wording);
  return {
    id: view.id,
    start: view.start,
    end: view.end,
    startTime: view.startTime ?? '',
    endTime: view.endTime ?? '',
    kind: wording.t(`kind.${view.kind}`),
    title: view.title,
    description: view.description,
    phase: wording.nameOf(view.phase),
    category: wording.nameOf(view.category),
    actor: wording.nameOf(view.actor),
    unitId: view.unitId ?? '',
    partners: view.partners.map(wording.nameOf).join(', '),
    status: wording.t(`status.${view.status}`),
    why: view.why.join(' '),
    source: view.source,
    layer: view.layer,
    provisional: view.provisional ? wording.t('task.provisional') : '',
  };
}

/** Where a cell cannot stand without quotes: a line can end in any way, and who reads may leave out spaces at its ends. */
const QUOTED = /[\r\n]|^\s|\s$/;

/** Tasks as CSV (RFC 4180) with a byte order mark, so that Excel reads æøå; the columns are named alike in every language. */
export function renderCsv(tasks: readonly Task[], wording: TaskWording): string {
  const rows = tasks.map((task) =>
    Object.fromEntries(Object.entries(rowOf(task, wording)).map(([column, text]) => [column, guarded(text)])),
  );
  return stringify(rows, {
    header: true,
    bom: true,
    columns: COLUMN_NAMES,
    record_delimiter: 'windows',
    quoted_match: QUOTED,
  });
}

/** Tasks as an Excel sheet (.xlsx) with real dates, a head row that stays in sight, and columns named in the language. */
export function renderExcel(tasks: readonly Task[], wording: TaskWording): Promise<Buffer> {
  const head = COLUMN_NAMES.map((column) => ({
    value: wording.t(`column.${column}`),
    fontWeight: 'bold' as const,
  }));
  const rows = tasks.map((task) => {
    const row = rowOf(task, wording);
    return COLUMN_NAMES.map((column) =>
      column === 'start' || column === 'end'
        ? { value: sheetDate(task[column]), type: Date, format: 'dd.mm.yyyy' }
        : { value: row[column], type: String, wrap: true, alignVertical: 'top' as const },
    );
  });
  const columns = COLUMN_NAMES.map((column) => ({ width: COLUMNS[column] }));
  return writeExcel([head, ...rows], {
    sheet: wording.t('column.sheet'),
    columns,
    stickyRowsCount: 1,
  }).toBuffer();
}

/** A sheet's dates have no zone; the writer takes them as UTC. */
function sheetDate(date: IsoDate): Date {
  return DateTime.fromISO(date, { zone: 'utc' }).toJSDate();
}
