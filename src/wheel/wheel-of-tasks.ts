import type { IsoDate } from '../calendar/iso-date.js';
import { unitOfTask } from '../task/unit-of-task.js';
import type { Series, Wheel, WheelEntry, WheelRing, WheelWords } from './model.js';

/** What a wheel needs of a task, in one language. */
export interface WheelTask {
  readonly id: string;
  readonly kind: WheelEntry['kind'];
  readonly title: string;
  readonly phase: string;
  readonly actor: string;
  readonly unitId: string | null;
  readonly layer: string;
  readonly partners: readonly string[];
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly status: WheelEntry['status'];
  readonly provisional: boolean;
  readonly href?: string;
}

/** What the rings of a wheel are. */
export const GROUPINGS = ['phase', 'actor', 'unit'] as const;

export type Grouping = (typeof GROUPINGS)[number];

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A unit, and which partner of the framework it is, such as nav; null or left out when it is not a partner. */
interface NamedUnit extends Named {
  readonly partner?: string | null;
}

/** The names that a wheel uses, in one language. */
export interface WheelVocabulary {
  /** In the order of the year; each has its colour everywhere. */
  readonly phases: readonly Named[];
  readonly actors: readonly Named[];
  /** The county, then its units: those that may have rings of their own; one without tasks gets none. */
  readonly units: readonly [county: Named, ...units: NamedUnit[]];
  /** The ring for tasks that every unit does. */
  readonly everyUnit: string;
  /** A date without its year, as a label begins with it: `1.3.` */
  readonly shortDate: (date: IsoDate) => string;
  readonly words: WheelWords;
}

/** What a wheel is of besides its tasks. */
export type WheelSubject = Pick<
  Wheel,
  'title' | 'subtitle' | 'from' | 'to' | 'today' | 'breaks' | 'holidays'
>;

const EVERY_UNIT = 'every-unit';

/**
 * The wheel of some tasks. Its rings are phases, actors or units, those that have tasks: a selection uses the room that
 * it frees. A phase's colour is its own whatever the rings are, so that who changes them finds everything again.
 */
export function wheelOfTasks(
  subject: WheelSubject,
  tasks: readonly WheelTask[],
  grouping: Grouping,
  vocabulary: WheelVocabulary,
): Wheel {
  const seriesOf = new Map(vocabulary.phases.map(({ id }, index) => [id, ((index % 8) + 1) as Series]));
  const ringOf = (task: WheelTask): string => {
    if (grouping === 'phase') return task.phase;
    return grouping === 'actor' ? task.actor : (unitOfTask(task, vocabulary.units[0].id) ?? EVERY_UNIT);
  };
  const partnerRings = partnerRingsOf(grouping, vocabulary);
  const used = new Set(tasks.map(ringOf));
  const usedPhases = new Set(tasks.map(({ phase }) => phase));
  // Without any tasks there is nothing to make room for: it is the wheel of a year that is still empty.
  const rings = ringsOf(grouping, vocabulary, seriesOf).filter(
    ({ id }) => used.has(id) || (tasks.length === 0 && grouping !== 'unit'),
  );
  const ids = new Set(rings.map(({ id }) => id));
  return {
    ...subject,
    rings,
    entries: tasks.map((task) => ({
      id: task.id,
      kind: task.kind,
      title: task.title,
      dateLabel: vocabulary.shortDate(task.start),
      untilLabel: `–${vocabulary.shortDate(task.end)}`,
      start: task.start,
      end: task.end,
      ring: ringOf(task),
      partnerRings: task.partners.flatMap(partnerRings).filter((ring) => ids.has(ring)),
      status: task.status,
      provisional: task.provisional,
      series: seriesOf.get(task.phase) ?? 8,
      ...(task.href !== undefined && { href: task.href }),
    })),
    colours: vocabulary.phases
      .filter(({ id }) => usedPhases.has(id))
      .map(({ id, name }) => ({ series: seriesOf.get(id) as Series, name })),
    words: vocabulary.words,
  };
}

/** The rings of a partner: its actor's, those of the units that it is, none among phases. */
function partnerRingsOf(
  grouping: Grouping,
  { units: [, ...units] }: WheelVocabulary,
): (partner: string) => readonly string[] {
  if (grouping === 'actor') return (partner) => [partner];
  if (grouping === 'phase') return () => [];
  return (partner) => units.flatMap((unit) => (unit.partner === partner ? [unit.id] : []));
}

function ringsOf(
  grouping: Grouping,
  { phases, actors, units, everyUnit }: WheelVocabulary,
  seriesOf: ReadonlyMap<string, Series>,
): WheelRing[] {
  if (grouping === 'phase')
    return phases.map(({ id, name }) => ({ id, name, series: seriesOf.get(id) ?? null }));
  const named = grouping === 'actor' ? actors : [{ id: EVERY_UNIT, name: everyUnit }, ...units];
  return named.map(({ id, name }) => ({ id, name, series: null }));
}
