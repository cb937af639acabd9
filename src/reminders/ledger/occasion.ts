import type { IsoDate } from '../../calendar/iso-date.js';

/** Why a recipient is owed a reminder about a task; each occasion of a task is settled once. */
export type Occasion =
  /** A lead time, in days before the start, has been reached. */
  | { readonly kind: 'lead'; readonly lead: number; readonly start: IsoDate }
  /** The recipient has snoozed the task until a day. */
  | { readonly kind: 'later'; readonly day: IsoDate }
  /** The task is late in an ISO week; in the county's mail `about` is the unit that missed it. */
  | { readonly kind: 'overdue'; readonly week: string; readonly about: string | null }
  /** The task starts in the two weeks that the mail of an ISO week covers, for those who are reminded by the week. */
  | { readonly kind: 'weekly'; readonly week: string }
  /** The task starts in the ISO week or month that the message covers. */
  | { readonly kind: 'digest'; readonly week: string }
  | { readonly kind: 'outlook'; readonly month: string }
  /** What the recipient was told is no longer true; `sequence` counts the changes that subscribers have seen. */
  | { readonly kind: 'moved'; readonly start: IsoDate; readonly sequence: number }
  | { readonly kind: 'changed'; readonly sequence: number }
  | { readonly kind: 'cancelled'; readonly sequence: number };

export type OccasionKind = Occasion['kind'];

/** An occasion as the ledger stores it: its kind and what distinguishes it, such as `lead:14:2026-12-01`. */
export type OccasionText = `${OccasionKind}:${string}`;

/** Writes an occasion for the ledger. */
export function writeOccasion(occasion: Occasion): OccasionText {
  switch (occasion.kind) {
    case 'lead':
      return `lead:${occasion.lead}:${occasion.start}`;
    case 'later':
      return `later:${occasion.day}`;
    case 'overdue':
      return occasion.about === null
        ? `overdue:${occasion.week}`
        : `overdue:${occasion.week}:${occasion.about}`;
    case 'weekly':
    case 'digest':
      return `${occasion.kind}:${occasion.week}`;
    case 'outlook':
      return `outlook:${occasion.month}`;
    case 'moved':
      return `moved:${occasion.start}:${occasion.sequence}`;
    case 'changed':
    case 'cancelled':
      return `${occasion.kind}:${occasion.sequence}`;
    default:
      return occasion satisfies never;
  }
}

/** Reads an occasion as `writeOccasion` has written it. */
export function readOccasion(text: OccasionText): Occasion {
  const kind = kindOfOccasion(text);
  const [first = '', second = ''] = text.slice(kind.length + 1).split(':');
  switch (kind) {
    case 'lead':
      return { kind, lead: Number(first), start: second as IsoDate };
    case 'later':
      return { kind, day: first as IsoDate };
    case 'overdue':
      return { kind, week: first, about: second === '' ? null : second };
    case 'weekly':
    case 'digest':
      return { kind, week: first };
    case 'outlook':
      return { kind, month: first };
    case 'moved':
      return { kind, start: first as IsoDate, sequence: Number(second) };
    case 'changed':
    case 'cancelled':
      return { kind, sequence: Number(first) };
    default:
      return kind satisfies never;
  }
}

/** The kind of an occasion, without reading the rest of it. */
export function kindOfOccasion(text: OccasionText): OccasionKind {
  return text.slice(0, text.indexOf(':')) as OccasionKind;
}
