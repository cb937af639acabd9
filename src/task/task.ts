import type { DateRule } from '../calendar/date-rule.js';
import type { Instant, IsoDate } from '../calendar/iso-date.js';
import type { Reason } from '../calendar/reason.js';
import type { DatesOnRoute } from '../calendar/resolve.js';
import type { Actor, Category, PhaseId } from '../framework/vocabulary.js';
import type { Text } from '../language/text.js';
import type { Level } from './level.js';
import type { ChecklistItem, Leeway, Status, TaskLink } from './task-parts.js';
import type { Basis, Kind } from './template.js';

/** One dated entry of a cycle. */
export interface Task {
  readonly id: string;
  readonly cycleId: string;
  /** The unit whose layer it is from; the county's for what is common. */
  readonly layer: string;
  /** The key of the template that it was made from, or an own one for a local task. */
  readonly key: string;
  /** Distinguishes the occurrences of a repeated template; null when there is only one. */
  readonly slot: string | null;
  readonly kind: Kind;
  readonly title: Text;
  readonly description: Text;
  readonly phase: PhaseId;
  readonly category: Category;
  /** Ids of the focus areas, responsibilities and county measures that it serves. */
  readonly measures: readonly string[];
  readonly actor: Actor;
  /** The responsible unit; null when it is every unit of the actor. */
  readonly unitId: string | null;
  readonly partners: readonly string[];
  /** How much it matters to everybody. */
  readonly level: Level;
  readonly start: IsoDate;
  /** The last day, included. */
  readonly end: IsoDate;
  /** Time of day in Europe/Oslo, `HH:MM`; null for all day. */
  readonly startTime: string | null;
  /** Null when only the start is known. */
  readonly endTime: string | null;
  /** Where people meet, as LOCATION of RFC 5545 (3.8.1.7); the same in every language. Null when it is nowhere in particular. */
  readonly location: string | null;
  /** Null when every unit keeps the common date. */
  readonly leeway: Leeway | null;
  readonly status: Status;
  readonly origin: 'template' | 'local' | 'imported';
  /** The UID in the calendar that it was imported from. */
  readonly importedUid: string | null;
  /** The rule that dates it; null when the date was set by hand. */
  readonly rule: DateRule | null;
  /** The trail from the rule to the date. */
  readonly why: readonly Reason[];
  /** The days on which those have it who follow another route of the county's skolerute, where they differ. */
  readonly byRoute: readonly DatesOnRoute[];
  /** Why the rule is as it is. */
  readonly ruleWhy: Text;
  readonly basis: Basis;
  readonly source: { readonly page: string; readonly note?: string | undefined } | null;
  readonly links: readonly TaskLink[];
  readonly checklist: readonly ChecklistItem[];
  readonly reminders: readonly number[];
  /** Whether the date rests on a part of the skolerute that the county has not decided. */
  readonly provisional: boolean;
  /** Deleted from the cycle; kept so that undo can restore it. */
  readonly deleted: boolean;
  /** Grows by one with each change. */
  readonly version: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** The most characters of a location: as many as the addresses of online meetings that calendars have there. */
export const LOCATION_LENGTH = 500;

/** Whether something is still to be done about a task. */
export function isOpen({ status, deleted }: Pick<Task, 'status' | 'deleted'>): boolean {
  return !deleted && (status === 'planned' || status === 'started');
}

export type TaskField = keyof Task;
