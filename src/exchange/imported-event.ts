import type { IsoDate } from '../calendar/iso-date.js';
import type { FieldsWith } from '../task/fields.js';

/** A field of a task that a file can say something of. */
export type ImportedField = FieldsWith<'imported'>;

/** The fields that are not plain text; every other field is a text, or null when the file has none. */
export const NON_TEXT_FIELDS = [
  'title',
  'description',
  'start',
  'end',
  'startTime',
  'endTime',
  'partners',
  'id',
] as const;

export type OtherTexts = Readonly<
  Record<Exclude<ImportedField | 'url', (typeof NON_TEXT_FIELDS)[number]>, string | null>
>;

/** A position in a file: a line of CSV, a row of a sheet, or an event of a calendar; counted from 1. */
export interface Place {
  readonly unit: 'line' | 'row' | 'event';
  readonly number: number;
}

/** One entry of a file, uninterpreted: names of phases and the like are still the file's own words. */
export interface ImportedEvent extends OtherTexts {
  readonly place: Place;
  /** An id that stays the same from one import to the next; null when the file has none. */
  readonly uid: string | null;
  readonly title: string;
  readonly description: string;
  readonly start: IsoDate;
  /** The last day, included. */
  readonly end: IsoDate;
  readonly startTime: string | null;
  readonly endTime: string | null;
  readonly partners: readonly string[];
}

/** An entry that cannot be used, and why. */
export interface UnusableEvent {
  readonly place: Place;
  readonly title: string;
  readonly problems: readonly { readonly field: string; readonly what: string }[];
}

export interface ReadEvents {
  readonly events: readonly ImportedEvent[];
  readonly unusable: readonly UnusableEvent[];
}

/** The file as a whole cannot be read. */
export class UnreadableImport extends Error {
  override readonly name = 'UnreadableImport';
}
