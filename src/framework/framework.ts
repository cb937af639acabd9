import type {
  CategoryEntry,
  CountyMeasure,
  FocusArea,
  MeasureDescription,
  Named,
  Phase,
  Resource,
  Responsibility,
} from './framework-schema.js';
import type { Actor, Category, PhaseId } from './vocabulary.js';

/** A focus area with the place it has in the framework. */
export interface PlacedFocusArea {
  readonly focusArea: FocusArea;
  readonly phase: PhaseId;
  /** The focus areas above it, outermost first. */
  readonly path: readonly FocusArea[];
}

/** The knowledge base, whole (data/framework). */
export interface Framework {
  readonly phases: readonly Phase[];
  readonly categories: readonly CategoryEntry[];
  readonly actors: readonly (Named & { readonly id: Actor })[];
  readonly partners: readonly Named[];
  readonly targetGroups: readonly Named[];
  readonly responsibilities: readonly Responsibility[];
  readonly countyMeasures: readonly CountyMeasure[];
  readonly measureDescription: MeasureDescription;
  /** Every focus area at every depth, by id. */
  readonly focusAreas: ReadonlyMap<string, PlacedFocusArea>;
}

/** Indexes the parts of the framework. */
export function frameworkOf(parts: Omit<Framework, 'focusAreas'>): Framework {
  const focusAreas = new Map<string, PlacedFocusArea>();
  const place = (focusArea: FocusArea, phase: PhaseId, path: readonly FocusArea[]): void => {
    focusAreas.set(focusArea.id, { focusArea, phase, path });
    for (const child of focusArea.children ?? []) place(child, phase, [...path, focusArea]);
  };
  for (const phase of parts.phases) {
    for (const focusArea of phase.focusAreas) place(focusArea, phase.id, []);
  }
  return { ...parts, focusAreas };
}

/** What to look for; all given conditions must hold. */
export interface Concern {
  readonly phase?: PhaseId;
  readonly category?: Category;
  readonly actor?: Actor;
  readonly partner?: string;
  readonly targetGroup?: string;
}

/** Everything in the framework that responds to a concern. */
export interface Concerned {
  readonly focusAreas: readonly PlacedFocusArea[];
  readonly responsibilities: readonly Responsibility[];
  readonly countyMeasures: readonly CountyMeasure[];
  /** The national resources beside the focus areas found. */
  readonly resources: readonly Resource[];
}

interface Traits {
  readonly phases: readonly PhaseId[];
  readonly categories: readonly Category[];
  readonly actors: readonly Actor[];
  readonly partners: readonly string[];
  readonly targetGroups: readonly string[];
}

function answers(traits: Traits, concern: Concern): boolean {
  return (
    (concern.phase === undefined || traits.phases.includes(concern.phase)) &&
    (concern.category === undefined || traits.categories.includes(concern.category)) &&
    (concern.actor === undefined || traits.actors.includes(concern.actor)) &&
    (concern.partner === undefined || traits.partners.includes(concern.partner)) &&
    (concern.targetGroup === undefined || traits.targetGroups.includes(concern.targetGroup))
  );
}

const all = <T, V>(entries: readonly T[], pick: (entry: T) => readonly V[] | undefined): V[] => [
  ...new Set(entries.flatMap((entry) => pick(entry) ?? [])),
];

/** The phases of the focus areas that an entry serves. */
export function phasesServed(framework: Framework, serves: readonly string[]): PhaseId[] {
  return all(serves, (id) => {
    const placed = framework.focusAreas.get(id);
    return placed && [placed.phase];
  });
}

/** Each entry of a framework with what a concern is compared with. */
interface TraitsOfEntries {
  readonly focusAreas: readonly (readonly [PlacedFocusArea, Traits])[];
  readonly responsibilities: readonly (readonly [Responsibility, Traits])[];
  readonly countyMeasures: readonly (readonly [CountyMeasure, Traits])[];
}

/** A framework does not change, and the gaps of a cycle ask for each phase with each partner. */
const known = new WeakMap<Framework, TraitsOfEntries>();

function traitsOf(framework: Framework): TraitsOfEntries {
  const before = known.get(framework);
  if (before !== undefined) return before;
  const servedBy = new Map<string, Responsibility[]>();
  for (const responsibility of framework.responsibilities) {
    for (const id of responsibility.serves) servedBy.set(id, [...(servedBy.get(id) ?? []), responsibility]);
  }
  const traits: TraitsOfEntries = {
    focusAreas: [...framework.focusAreas.values()].map((placed) => {
      const line = [...placed.path, placed.focusArea];
      const responsibilities = all(line, ({ id }) => servedBy.get(id));
      return [
        placed,
        {
          phases: [placed.phase],
          categories: all(responsibilities, ({ category }) => [category]),
          actors: all(
            [...line.map(({ actors }) => actors), responsibilities.map(({ actor }) => actor)],
            (actors) => actors,
          ),
          partners: all(line, ({ partners }) => partners),
          targetGroups: all(line, ({ targetGroups }) => targetGroups),
        },
      ];
    }),
    responsibilities: framework.responsibilities.map((entry) => [
      entry,
      {
        phases: phasesServed(framework, entry.serves),
        categories: [entry.category],
        actors: [entry.actor],
        partners: entry.partners ?? [],
        targetGroups: entry.targetGroups ?? [],
      },
    ]),
    countyMeasures: framework.countyMeasures.map((entry) => [
      entry,
      {
        phases: phasesServed(framework, entry.serves),
        categories: [entry.category],
        actors: entry.actors,
        partners: entry.partners ?? [],
        targetGroups: entry.targetGroups ?? [],
      },
    ]),
  };
  known.set(framework, traits);
  return traits;
}

/**
 * Everything in the framework that concerns a phase, category, actor, partner or target group, or all of these at once:
 * "everything that concerns NAV in Oppfølging Vg1" is `{ phase: 'oppfolging-vg1', partner: 'nav' }`.
 * A focus area inherits the actors, partners and target groups of its parents; its categories and further actors are those
 * of the responsibilities that serve it.
 */
export function concerning(framework: Framework, concern: Concern): Concerned {
  const traits = traitsOf(framework);
  const answering = <T>(entries: readonly (readonly [T, Traits])[]): T[] =>
    entries.filter(([, of]) => answers(of, concern)).map(([entry]) => entry);
  const focusAreas = answering(traits.focusAreas);
  const found = new Set(
    focusAreas.flatMap(({ focusArea, path }) => [...path, focusArea].map(({ id }) => id)),
  );
  return {
    focusAreas,
    responsibilities: answering(traits.responsibilities),
    countyMeasures: answering(traits.countyMeasures),
    resources: framework.phases
      .flatMap(({ resources }) => resources)
      .filter(({ beside }) => beside.some((id) => found.has(id))),
  };
}
