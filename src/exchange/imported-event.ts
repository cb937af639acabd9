import type { IsoDate } from '../calendar/iso-date.js';

/** Where in a file something stands: a line of CSV, a row of a sheet, an event of a calendar; counted from 1. */
export interface Place {
  readonly unit: 'line' | 'row' | 'event';
  readonly number: number;
}

/** One entry of a file, as it says of itself. Names of phases and the like are still the words of the file. */
export interface ImportedEvent {
  readonly place: Place;
  /** What tells it apart from others and stays the same from one import to the next; null when the file has none. */
  readonly uid: string | null;
  readonly title: string;
  readonly description: string;
  readonly start: IsoDate;
  /** The last day, included. */
  readonly end: IsoDate;
  readonly startTime: string | null;
  readonly endTime: string | null;
  readonly url: string | null;
  readonly kind: string | null;
  readonly phase: string | null;
  readonly category: string | null;
  readonly actor: string | null;
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
