import { stringify } from 'csv-stringify/sync';
import { DateTime } from 'luxon';
import writeExcel from 'write-excel-file/node';
import type { IsoDate } from '../calendar/iso-date.js';
import type { TaskQuery } from '../cycle/view/task-query.js';
import type { Language } from '../language/text.js';
import { FIELDS } from '../task/field-table.js';
import { type FieldsWith, fieldsWith } from '../task/fields.js';
import type { Task } from '../task/task.js';
import { type TaskView, viewTask } from '../task/task-view.js';
import { provisionalOf, type TaskWording } from '../task/wording.js';
import type { Unit } from '../units/unit.js';
import type { TableFormat } from './formats.js';
import { guarded } from './formula-guard.js';

/** Which table to write of the entries of a cycle. */
export interface TableOrder {
  readonly format: TableFormat;
  readonly query: TaskQuery;
  readonly language: Language;
  /** The unit of the query. */
  readonly viewer: Pick<Unit, 'id' | 'kind' | 'partner' | 'route'> | undefined;
}

type Column = FieldsWith<'column'>;

/** The columns of a table of tasks, from the left. */
const COLUMNS: readonly Column[] = [...fieldsWith('column')].sort(
  (a, b) => FIELDS[a].column.at - FIELDS[b].column.at,
);

type Cell = (view: TaskView, wording: TaskWording, task: Task) => string;

/** The fields of a task that are not text and cannot be written to a cell as they are. */
type WordedColumn = { [C in Column]: TaskView[C] extends string | null ? never : C }[Column];

/** How the cells of such fields are written, with names instead of ids. */
const CELLS: Readonly<Record<WordedColumn, Cell> & Partial<Record<Column, Cell>>> = {
  kind: ({ kind }, { t }) => t(`kind.${kind}`),
  phase: ({ phase }, { nameOf }) => nameOf(phase),
  category: ({ category }, { nameOf }) => nameOf(category),
  actor: ({ actor }, { nameOf }) => nameOf(actor),
  partners: ({ partners }, { nameOf }) => partners.map(nameOf).join(', '),
  level: ({ level }, { t }) => t(`level.${level}`),
  status: ({ status }, { t }) => t(`status.${status}`),
  why: ({ why }) => why.join(' '),
  provisional: (_view, wording, task) => provisionalOf(task, wording),
};

/** A task as a row of texts, in the order of the columns. */
function rowOf(task: Task, wording: TaskWording): [Column, string][] {
  const view = viewTask(task, wording);
  return COLUMNS.map((column) => [
    column,
    CELLS[column]?.(view, wording, task) ?? String(view[column] ?? ''),
  ]);
}

/** Cells that need quotes: readers may take any kind of line break as the end of a line, and trim spaces at the ends. */
const QUOTED = /[\r\n]|^\s|\s$/;

/** Tasks as a table of a format. */
export function renderTable(
  format: TableFormat,
  tasks: readonly Task[],
  wording: TaskWording,
): string | Promise<Buffer> {
  return RENDERERS[format](tasks, wording);
}

const RENDERERS: Readonly<
  Record<TableFormat, (tasks: readonly Task[], wording: TaskWording) => string | Promise<Buffer>>
> = { csv: renderCsv, xlsx: renderExcel };

/** Tasks as CSV (RFC 4180) with a byte order mark, so that Excel reads æøå; the columns are named alike in every language. */
export function renderCsv(tasks: readonly Task[], wording: TaskWording): string {
  const rows = tasks.map((task) =>
    Object.fromEntries(rowOf(task, wording).map(([column, text]) => [column, guarded(text)])),
  );
  return stringify(rows, {
    header: true,
    bom: true,
    columns: [...COLUMNS],
    record_delimiter: 'windows',
    quoted_match: QUOTED,
  });
}

/** Tasks as an Excel sheet (.xlsx) with real dates, a head row that stays in sight, and columns named in the language. */
function renderExcel(tasks: readonly Task[], wording: TaskWording): Promise<Buffer> {
  const head = COLUMNS.map((column) => ({
    value: wording.t(`column.${column}`),
    fontWeight: 'bold' as const,
  }));
  const rows = tasks.map((task) =>
    rowOf(task, wording).map(([column, text]) =>
      column === 'start' || column === 'end'
        ? { value: sheetDate(task[column]), type: Date, format: 'dd.mm.yyyy' }
        : { value: text, type: String, wrap: true, alignVertical: 'top' as const },
    ),
  );
  const columns = COLUMNS.map((column) => ({ width: FIELDS[column].column.width }));
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
