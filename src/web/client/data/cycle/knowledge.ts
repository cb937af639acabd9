import type { County } from '../../../../framework/county.js';
import type {
  CountyMeasure,
  FocusArea,
  Named,
  Phase,
  Resource,
  Responsibility,
} from '../../../../framework/framework-schema.js';
import { headingOf } from '../../../../framework/heading.js';
import type { Actor, Category, PhaseId } from '../../../../framework/vocabulary.js';
import type { TaskView } from '../../../../task/task-view.js';

/** The parts of the knowledge base that the page shows. */
export interface FrameworkView {
  readonly phases: readonly Phase[];
  readonly responsibilities: readonly Responsibility[];
  readonly actors: readonly Named[];
  readonly partners: readonly Named[];
  readonly targetGroups: readonly Named[];
  readonly counties: readonly County[];
}

export type CountyMeasureView = CountyMeasure & { readonly phases: readonly PhaseId[] };

type Source = FocusArea['source'];

interface Headed {
  readonly name: string;
  readonly heading?: string | undefined;
  readonly children?: readonly Headed[] | undefined;
}

interface Entry {
  readonly id: string;
  /** What it is called, in bokmål. */
  readonly name: string;
  /** As written in the knowledge base of 2015. */
  readonly seed: string;
  readonly source: Source;
}

/** What a task can serve: an entry of the knowledge base, with the place it has there. */
export type Measure =
  | (Entry & {
      readonly kind: 'focus-area';
      readonly focusArea: FocusArea;
      readonly phase: PhaseId;
      /** The focus areas above it, outermost first. */
      readonly path: readonly FocusArea[];
    })
  | (Entry & {
      readonly kind: 'responsibility';
      readonly responsibility: Responsibility;
      /** Whether it is a bullet under the responsibility. */
      readonly isPart: boolean;
    })
  | (Entry & { readonly kind: 'county-measure'; readonly countyMeasure: CountyMeasureView });

/** The knowledge base, indexed for the pages of its entries. */
export interface Knowledge {
  readonly framework: FrameworkView;
  readonly countyMeasures: readonly CountyMeasureView[];
  /** Every focus area at all depths, responsibility and county measure, by id. */
  readonly measures: ReadonlyMap<string, Measure>;
}

/** Indexes the knowledge base. */
export function knowledgeOf(
  framework: FrameworkView,
  countyMeasures: readonly CountyMeasureView[],
): Knowledge {
  const measures = new Map<string, Measure>();
  const place = (focusArea: FocusArea, phase: PhaseId, path: readonly FocusArea[]): void => {
    const { id, name: seed, source } = focusArea;
    const headed = withHeadings(focusArea);
    measures.set(id, {
      kind: 'focus-area',
      id,
      name: headed.name,
      seed,
      source,
      focusArea: headed,
      phase,
      path,
    });
    for (const child of focusArea.children ?? []) place(child, phase, [...path, headed]);
  };
  for (const { id, focusAreas } of framework.phases) for (const area of focusAreas) place(area, id, []);
  for (const responsibility of framework.responsibilities) {
    for (const entry of [responsibility, ...(responsibility.children ?? [])])
      measures.set(entry.id, {
        kind: 'responsibility',
        id: entry.id,
        name: headingOf(entry),
        seed: entry.name,
        source: entry.source,
        responsibility,
        isPart: entry.id !== responsibility.id,
      });
  }
  for (const countyMeasure of countyMeasures) {
    const { id, name, source } = countyMeasure;
    measures.set(id, { kind: 'county-measure', id, name, seed: name, source, countyMeasure });
  }
  const phases = framework.phases.map((phase) => ({
    ...phase,
    focusAreas: phase.focusAreas.map(withHeadings),
    resources: phase.resources.map(withHeadings),
  }));
  const responsibilities = framework.responsibilities.map(withHeadings);
  return { framework: { ...framework, phases, responsibilities }, countyMeasures, measures };
}

/** An entry, and those below it, by what they are called. */
function withHeadings<E extends Headed>(entry: E): E {
  const { children } = entry;
  return { ...entry, name: headingOf(entry), ...(children && { children: children.map(withHeadings) }) };
}

/** A name of the knowledge base with a capital letter, as a heading: several bullets begin in lower case. */
export function capitalised(name: string): string {
  return name.charAt(0).toLocaleUpperCase('nb') + name.slice(1);
}

/** The ids of the focus areas that a measure contributes to; for a focus area, itself and those above it. */
export function servesOf(measure: Measure): readonly string[] {
  switch (measure.kind) {
    case 'focus-area':
      return [...measure.path, measure.focusArea].map(({ id }) => id);
    case 'responsibility':
      return measure.responsibility.serves;
    case 'county-measure':
      return measure.countyMeasure.serves;
    default:
      return measure satisfies never;
  }
}

/** The phases that a measure belongs to, in the framework's order. */
export function phasesOf(measure: Measure, { framework, measures }: Knowledge): readonly Phase[] {
  const ids = new Set(
    servesOf(measure).map((id) => {
      const area = measures.get(id);
      return area?.kind === 'focus-area' ? area.phase : undefined;
    }),
  );
  return framework.phases.filter(({ id }) => ids.has(id));
}

/** Who a measure is by and for; a focus area inherits from those above it. */
export interface Concerns {
  readonly category: Category | null;
  readonly actors: readonly Actor[];
  readonly partners: readonly string[];
  readonly targetGroups: readonly string[];
}

export function concernsOf(measure: Measure): Concerns {
  switch (measure.kind) {
    case 'focus-area': {
      const line = [...measure.path, measure.focusArea];
      const all = <T>(pick: (area: FocusArea) => readonly T[] | undefined) => [
        ...new Set(line.flatMap((area) => pick(area) ?? [])),
      ];
      return {
        category: null,
        actors: all(({ actors }) => actors),
        partners: all(({ partners }) => partners),
        targetGroups: all(({ targetGroups }) => targetGroups),
      };
    }
    case 'responsibility': {
      const { category, actor, partners = [], targetGroups = [] } = measure.responsibility;
      return { category, actors: [actor], partners, targetGroups };
    }
    case 'county-measure': {
      const { category, actors, partners = [], targetGroups = [] } = measure.countyMeasure;
      return { category, actors, partners, targetGroups };
    }
    default:
      return measure satisfies never;
  }
}

/** The national resources beside the outermost focus areas that a measure belongs to. */
export function resourcesOf(measure: Measure, knowledge: Knowledge): Resource[] {
  const areas = new Set(
    servesOf(measure).flatMap((id) => {
      const area = knowledge.measures.get(id);
      return area ? servesOf(area) : [];
    }),
  );
  return knowledge.framework.phases
    .flatMap(({ resources }) => resources)
    .filter(({ beside }) => beside.some((id) => areas.has(id)));
}

/** The county measures most similar to a measure: by shared focus areas first, then by category. */
export function similarTo(measure: Measure, { countyMeasures }: Knowledge): CountyMeasureView[] {
  const serves = new Set(servesOf(measure));
  const { category } = concernsOf(measure);
  return countyMeasures
    .filter(({ id }) => id !== measure.id)
    .map((each) => ({
      each,
      shared: each.serves.filter((id) => serves.has(id)).length,
      isAlike: each.category === category,
    }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || Number(b.isAlike) - Number(a.isAlike))
    .map(({ each }) => each);
}

/** The tasks by the id of what they serve. */
export function tasksByMeasure(tasks: readonly TaskView[]): ReadonlyMap<string, readonly TaskView[]> {
  const byMeasure = new Map<string, TaskView[]>();
  for (const task of tasks)
    for (const id of task.measures) byMeasure.set(id, [...(byMeasure.get(id) ?? []), task]);
  return byMeasure;
}
