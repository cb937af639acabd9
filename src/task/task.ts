import type { DateRule } from '../calendar/date-rule.js';
import type { Instant, IsoDate } from '../calendar/iso-date.js';
import type { Reason } from '../calendar/reason.js';
import type { Actor, Category, PhaseId } from '../framework/vocabulary.js';
import type { Text } from '../language/text.js';
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
  /** Tells the occurrences of a repeated template apart; null where there is one. */
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
  /** Why the rule is as it is. */
  readonly ruleWhy: Text;
  readonly basis: Basis;
  readonly source: { readonly page: string; readonly note?: string | undefined } | null;
  readonly links: readonly TaskLink[];
  readonly checklist: readonly ChecklistItem[];
  readonly reminders: readonly number[];
  /** Whether the date rests on a part of the skolerute that the county has not decided. */
  readonly provisional: boolean;
  /** Taken out of the cycle; kept so that it can be brought back. */
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

/** What the service does with a field of a task, wherever there is a list of fields. */
export interface FieldFacts {
  /** What stands in it where nobody has said anything, and in entries from before there was such a field. */
  readonly blank?: unknown;
  /**
   * Who writes it: whoever owns the task; how far it has come, the responsible unit and contributors as well; the
   * service alone.
   */
  readonly writer: 'owner' | 'responsible' | 'service';
  /** The key of the text that names it to people; null for what nobody is told of. */
  readonly name: string | null;
  /** What the history tells it as part of: several fields can be one thing to people, which have one name. */
  readonly told: string | null;
  /** The field of the page's form that it is edited in; null for what people do not write. */
  readonly edited: string | null;
  /** The key of the text that names it among the facts of the task's page; null for what is not told there, or elsewhere. */
  readonly fact: string | null;
  /** The first field of those that only make sense together in a merge; null for what a regeneration leaves alone. */
  readonly merged: string | null;
  /** Where it stands in a table that is written (CSV, XLSX), from the left, and how wide it is there in characters. */
  readonly column: { readonly at: number; readonly width: number } | null;
  /** How people head its column in a table that is read, besides our own names; null for what a file cannot say. */
  readonly imported: readonly string[] | null;
}

/** What the service alone writes, and tells nobody of. */
const KEPT = {
  writer: 'service',
  name: null,
  told: null,
  edited: null,
  fact: null,
  merged: null,
  column: null,
  imported: null,
} as const;

/** The fields of a task. Their schemas are in field-schemas.ts. */
export const FIELDS = {
  id: { ...KEPT, column: { at: 18, width: 30 } },
  cycleId: KEPT,
  layer: { ...KEPT, fact: 'task.layer', column: { at: 16, width: 10 } },
  key: KEPT,
  slot: { ...KEPT, blank: null },
  start: {
    writer: 'owner',
    name: 'task.when',
    told: 'when',
    edited: 'when',
    fact: null,
    merged: 'start',
    column: { at: 1, width: 12 },
    imported: ['dato', 'date', 'fra', 'frå', 'from', 'når', 'frist', 'startdato', 'start date', 'deadline'],
  },
  end: {
    writer: 'owner',
    name: 'task.when',
    told: 'when',
    edited: 'when',
    fact: null,
    merged: 'start',
    column: { at: 2, width: 12 },
    imported: ['til', 'to', 'sluttdato', 'end date'],
  },
  rule: {
    blank: null,
    writer: 'owner',
    name: 'task.when',
    told: 'when',
    edited: 'when',
    fact: null,
    merged: 'start',
    column: null,
    imported: null,
  },
  why: {
    blank: [],
    writer: 'service',
    name: 'task.why',
    told: 'why',
    edited: null,
    fact: null,
    merged: 'start',
    column: { at: 14, width: 50 },
    imported: null,
  },
  provisional: {
    blank: false,
    writer: 'service',
    name: 'column.provisional',
    told: 'provisional',
    edited: null,
    fact: null,
    merged: 'start',
    column: { at: 17, width: 14 },
    imported: null,
  },
  startTime: {
    blank: null,
    writer: 'owner',
    name: 'task.when',
    told: 'when',
    edited: 'time',
    fact: null,
    merged: 'startTime',
    column: { at: 3, width: 8 },
    imported: ['kl', 'kl.', 'klokkeslett', 'tid', 'starttid', 'start time', 'time'],
  },
  endTime: {
    blank: null,
    writer: 'owner',
    name: 'task.when',
    told: 'when',
    edited: 'time',
    fact: null,
    merged: 'startTime',
    column: { at: 4, width: 8 },
    imported: ['sluttid', 'end time'],
  },
  location: {
    blank: null,
    writer: 'owner',
    name: 'column.location',
    told: 'location',
    edited: 'location',
    fact: 'column.location',
    merged: 'location',
    column: { at: 19, width: 30 },
    imported: ['sted', 'stad', 'hvor', 'kvar', 'lokale', 'møtested', 'møtestad', 'where', 'place', 'venue'],
  },
  title: {
    writer: 'owner',
    name: 'column.title',
    told: 'title',
    edited: 'title',
    fact: null,
    merged: 'title',
    column: { at: 6, width: 45 },
    imported: [
      'hva',
      'kva',
      'what',
      'oppgave',
      'oppgåve',
      'aktivitet',
      'tiltak',
      'emne',
      'subject',
      'task',
      'navn',
      'namn',
      'name',
    ],
  },
  description: {
    blank: {},
    writer: 'owner',
    name: 'column.description',
    told: 'description',
    edited: 'description',
    fact: null,
    merged: 'description',
    column: { at: 7, width: 60 },
    imported: ['omtale', 'innhold', 'merknad', 'kommentar', 'notes', 'details'],
  },
  kind: {
    writer: 'owner',
    name: 'column.kind',
    told: 'kind',
    edited: 'kind',
    fact: null,
    merged: 'kind',
    column: { at: 5, width: 12 },
    imported: ['slag', 'art', 'type'],
  },
  phase: {
    writer: 'owner',
    name: 'task.phase',
    told: 'phase',
    edited: 'phase',
    fact: null,
    merged: 'phase',
    column: { at: 8, width: 25 },
    imported: [],
  },
  category: {
    writer: 'owner',
    name: 'task.category',
    told: 'category',
    edited: 'category',
    fact: 'task.category',
    merged: 'category',
    column: { at: 9, width: 25 },
    imported: ['tiltakskategori'],
  },
  measures: {
    blank: [],
    writer: 'owner',
    name: 'ui.task.measures',
    told: 'measures',
    edited: 'measures',
    fact: null,
    merged: 'measures',
    column: null,
    imported: null,
  },
  actor: {
    writer: 'owner',
    name: 'column.actor',
    told: 'actor',
    edited: 'actor',
    fact: 'task.who',
    merged: 'actor',
    column: { at: 10, width: 22 },
    imported: ['ansvarlig', 'ansvarleg', 'hvem', 'kven', 'who', 'responsible'],
  },
  unitId: {
    blank: null,
    writer: 'owner',
    name: 'column.unitId',
    told: 'unitId',
    edited: 'unitId',
    fact: null,
    merged: 'unitId',
    column: { at: 11, width: 22 },
    imported: null,
  },
  partners: {
    blank: [],
    writer: 'owner',
    name: 'task.with',
    told: 'partners',
    edited: 'partners',
    fact: 'task.with',
    merged: 'partners',
    column: { at: 12, width: 30 },
    imported: ['partner', 'samarbeid', 'med', 'with'],
  },
  ruleWhy: {
    blank: {},
    writer: 'service',
    name: 'task.why',
    told: 'why',
    edited: null,
    fact: null,
    merged: 'ruleWhy',
    column: null,
    imported: null,
  },
  basis: {
    blank: 'customary',
    writer: 'service',
    name: 'task.source',
    told: 'source',
    edited: null,
    fact: null,
    merged: 'ruleWhy',
    column: null,
    imported: null,
  },
  source: {
    blank: null,
    writer: 'service',
    name: 'task.source',
    told: 'source',
    edited: null,
    fact: 'task.source',
    merged: 'ruleWhy',
    column: { at: 15, width: 40 },
    imported: null,
  },
  links: {
    blank: [],
    writer: 'owner',
    name: 'task.links',
    told: 'links',
    edited: 'links',
    fact: null,
    merged: 'links',
    column: null,
    imported: null,
  },
  reminders: {
    writer: 'owner',
    name: 'change.reminders',
    told: 'reminders',
    edited: 'reminders',
    fact: null,
    merged: 'reminders',
    column: null,
    imported: null,
  },
  leeway: {
    blank: null,
    writer: 'owner',
    name: 'change.leeway',
    told: 'leeway',
    edited: 'leeway',
    fact: null,
    merged: null,
    column: null,
    imported: null,
  },
  status: {
    blank: 'planned',
    writer: 'responsible',
    name: 'column.status',
    told: 'status',
    edited: 'status',
    fact: 'column.status',
    merged: null,
    column: { at: 13, width: 12 },
    imported: null,
  },
  checklist: {
    blank: [],
    writer: 'responsible',
    name: 'ui.task.checklist',
    told: 'checklist',
    edited: 'checklist',
    fact: null,
    merged: null,
    column: null,
    imported: null,
  },
  origin: KEPT,
  importedUid: { ...KEPT, blank: null },
  deleted: { ...KEPT, blank: false, name: 'change.presence' },
  version: KEPT,
  createdAt: KEPT,
  updatedAt: KEPT,
} as const satisfies { readonly [F in TaskField]: FieldFacts & { readonly blank?: Task[F] } };
