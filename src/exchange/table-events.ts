import { dateOf, type IsoDate, isIsoDate } from '../calendar/iso-date.js';
import { FIELDS } from '../task/field-table.js';
import { fieldsWith } from '../task/fields.js';
import {
  type ImportedEvent,
  type ImportedField,
  NON_TEXT_FIELDS,
  type OtherTexts,
  type ReadEvents,
  type UnusableEvent,
} from './imported-event.js';
import type { Table } from './table.js';

/** The columns without which there is no task. */
export const NEEDED_FIELDS = ['title', 'start'] as const satisfies readonly ImportedField[];

/** Headings of columns that do not map to one field of a task. */
const OTHER_COLUMNS = { url: ['nettadresse', 'link', 'adresse'], id: ['uid'] } as const;

export type TableField = ImportedField | keyof typeof OTHER_COLUMNS;

/** What a column can be mapped to, required ones first. */
export const TABLE_FIELDS: readonly TableField[] = [
  ...new Set<TableField>([...NEEDED_FIELDS, ...fieldsWith('imported'), 'url', 'id']),
];

/** The column of each field; a field without one is taken from the defaults. */
export type Mapping = { readonly [field in TableField]?: string | undefined };

/** Words that people use as headings of such columns, besides the names in our own tables. */
const OTHER_NAMES = Object.fromEntries([
  ...fieldsWith('imported').map((field) => [field, FIELDS[field].imported]),
  ...Object.entries(OTHER_COLUMNS),
]) as Readonly<Record<TableField, readonly string[]>>;

/** The optional fields of a row, in the file's own words. */
const TEXT_FIELDS = TABLE_FIELDS.filter((field) => !(NON_TEXT_FIELDS as readonly string[]).includes(field));

/** Guesses which column is which field by its name, in any case and language. */
export function guessMapping(
  columns: readonly string[],
  namesOf: (field: TableField) => readonly string[],
): Mapping {
  const free = [...columns];
  const mapping: { [field in TableField]?: string } = {};
  for (const field of TABLE_FIELDS) {
    const names = [field, ...namesOf(field), ...OTHER_NAMES[field]].map((name) => name.toLowerCase());
    const index = free.findIndex((column) => names.includes(column.trim().toLowerCase()));
    if (index !== -1) mapping[field] = free.splice(index, 1)[0] as string;
  }
  return mapping;
}

/** The events of a table's rows by a mapping of its columns. */
export function eventsFromTable({ columns, rows }: Table, mapping: Mapping): ReadEvents {
  const events: ImportedEvent[] = [];
  const unusable: UnusableEvent[] = [];
  for (const { place, cells } of rows) {
    const text = (field: TableField): string => {
      const column = mapping[field];
      return (column === undefined ? '' : (cells[columns.indexOf(column)] ?? '')).trim();
    };
    const start = momentOf(text('start'));
    const end = text('end') === '' ? start : momentOf(text('end'));
    const startTime = text('startTime') === '' ? (start?.time ?? null) : timeOf(text('startTime'));
    const endTime =
      text('endTime') === '' ? (end === start ? null : (end?.time ?? null)) : timeOf(text('endTime'));
    const problems = [
      ...(start ? [] : [notA('start', text('start'), 'date')]),
      ...(end || !start ? [] : [notA('end', text('end'), 'date')]),
      ...(startTime === undefined ? [notA('startTime', text('startTime'), 'time of day')] : []),
      ...(endTime === undefined ? [notA('endTime', text('endTime'), 'time of day')] : []),
    ];
    if (!start || !end || startTime === undefined || endTime === undefined) {
      unusable.push({ place, title: text('title'), problems });
      continue;
    }
    events.push({
      ...(Object.fromEntries(TEXT_FIELDS.map((field) => [field, text(field) || null])) as OtherTexts),
      place,
      uid: text('id') || null,
      title: text('title'),
      description: text('description'),
      start: start.date,
      end: end.date,
      startTime,
      endTime,
      partners: text('partners')
        .split(/[,;]/)
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    });
  }
  return { events, unusable };
}

const notA = (field: string, given: string, kind: string) => ({
  field,
  what: given === '' ? 'is missing' : `${JSON.stringify(given.slice(0, 50))} is not a ${kind}`,
});

/** `2026-09-10`, `10.09.2026`, `10/9/26` (day first, as in Norway), each with or without a time of day. */
function momentOf(text: string): { readonly date: IsoDate; readonly time: string | null } | undefined {
  const [, day = '', clock] =
    /^(\S+?)(?:[T ]\s*(?:kl\.?\s*)?(\d{1,2}[:.]\d{2})(?::\d{2})?)?$/.exec(text) ?? [];
  const date = dayText(day);
  const time = clock === undefined ? null : timeOf(clock);
  return date && time !== undefined ? { date, time } : undefined;
}

function dayText(text: string): IsoDate | undefined {
  if (isIsoDate(text)) return text;
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})$/.exec(text) ?? [];
  if (!year) return undefined;
  return dateOf(year.length === 2 ? 2000 + Number(year) : Number(year), Number(month), Number(day));
}

function timeOf(text: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})(?::\d{2})?$/.exec(text) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60
    ? `${hour.padStart(2, '0')}:${minute}`
    : undefined;
}
