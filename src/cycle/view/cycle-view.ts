import { z } from 'zod';
import { isoDateSchema } from '../../calendar/iso-date-schema.js';
import type { SchoolYear } from '../../calendar/school-year.js';
import { BREAKS } from '../../calendar/skolerute.js';
import type { County } from '../../framework/county.js';
import type { Framework } from '../../framework/framework.js';
import { namedMeasures } from '../../framework/named-measures.js';
import { actorSchema, categorySchema, phaseIdSchema } from '../../framework/vocabulary.js';
import { inLanguage } from '../../language/text.js';
import { taskViewSchema, viewSeenTask, viewTask } from '../../task/task-view.js';
import type { SeenTask } from '../../task/unit-view.js';
import type { TaskWording } from '../../task/wording.js';
import { type Unit, unitKindSchema } from '../../units/unit.js';
import { type Cycle, cycleSchema } from '../cycle.js';

const named = <T extends z.ZodType<string>>(id: T) => z.object({ id, name: z.string() });
const period = { from: isoDateSchema, to: isoDateSchema };

/** A cycle in one language, as edited or published, with everything that its page needs. */
export const cycleViewSchema = z
  .object({
    cycle: cycleSchema,
    county: z.object({
      number: z.string(),
      name: z.string(),
      publicCoverage: z
        .boolean()
        .meta({ description: 'Whether anyone who may read it may read its coverage, workload and gaps' }),
    }),
    schoolYear: z.object({
      ...period,
      terms: z.array(z.object({ name: z.enum(['autumn', 'spring']), ...period })),
      breaks: z.array(z.object({ id: z.enum(BREAKS), name: z.string(), ...period })),
      holidays: z.array(z.object({ date: isoDateSchema, name: z.string() })),
      planningDays: z.array(isoDateSchema),
    }),
    vocabulary: z.object({
      phases: z.array(named(phaseIdSchema)),
      categories: z.array(named(categorySchema)),
      actors: z.array(named(actorSchema)),
      partners: z.array(named(z.string())),
    }),
    units: z
      .array(named(z.string()).extend({ kind: unitKindSchema, partner: z.string().nullable() }))
      .meta({ description: 'The county’s units that are in use, or that tasks are assigned to, by name' }),
    measures: z
      .array(named(z.string()))
      .meta({ description: 'The focus areas, responsibilities and county measures that the tasks serve' }),
    tasks: z.array(taskViewSchema).meta({
      description: 'By date: the county’s, or as the requested unit sees them',
    }),
  })
  .meta({ id: 'CycleView' });

export type CycleView = z.infer<typeof cycleViewSchema>;

export interface CycleViewParts {
  readonly cycle: Cycle;
  readonly county: County;
  readonly schoolYear: SchoolYear;
  readonly framework: Framework;
  readonly units: readonly Unit[];
  readonly seen: readonly SeenTask[];
  /** Whether the tasks are as one unit sees them. */
  readonly isOfUnit: boolean;
}

/** Words a cycle in a language. */
export function viewCycle(
  { cycle, county, schoolYear, framework, units, seen, isOfUnit }: CycleViewParts,
  wording: TaskWording,
): CycleView {
  const { t, language, nameOf } = wording;
  const { days, skolerute, terms } = schoolYear;
  const withName = <T extends string>({ id }: { readonly id: T }) => ({ id, name: nameOf(id) });
  const holidays = days.flatMap(({ date, is }) =>
    is.kind === 'public-holiday' ? [{ date, name: t(`holiday.${is.holiday}`) }] : [],
  );
  const [first, last] = [days[0], days.at(-1)];
  const served = new Set(seen.flatMap(({ task }) => task.measures));
  const assigned = new Set(seen.flatMap(({ task: { unitId, layer } }) => [unitId, layer]));
  if (!first || !last) throw new RangeError('a school year must have days');
  return {
    cycle,
    county: {
      number: county.number,
      name: inLanguage(county.name, language),
      publicCoverage: units.some(({ id, publicCoverage }) => id === county.number && publicCoverage),
    },
    schoolYear: {
      from: first.date,
      to: last.date,
      terms: terms.map(({ name, from, to }) => ({ name, from, to })),
      breaks: BREAKS.map((id) => ({ id, name: t(`break.${id}`), ...skolerute[id] })),
      holidays,
      planningDays: [...skolerute.planningDays],
    },
    vocabulary: {
      phases: framework.phases.map(withName),
      categories: framework.categories.map(withName),
      actors: framework.actors.map(withName),
      partners: framework.partners.map(withName),
    },
    units: units
      .filter(({ id, retired, kind }) => kind !== 'county' && (!retired || assigned.has(id)))
      .map(({ id, name, kind, partner }) => ({ id, name, kind, partner })),
    measures: namedMeasures(framework).filter(({ id }) => served.has(id)),
    tasks: seen.map((each) => (isOfUnit ? viewSeenTask(each, wording) : viewTask(each.task, wording))),
  };
}
