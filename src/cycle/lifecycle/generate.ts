import { type Instant, type IsoDate, startOfDayUtc } from '../../calendar/iso-date.js';
import { datesOnRoutes } from '../../calendar/resolve.js';
import type { SchoolYear } from '../../calendar/school-year.js';
import type { YearDate } from '../../calendar/year-date.js';
import type { Actor } from '../../framework/vocabulary.js';
import { byDate } from '../../task/by-date.js';
import { BLANK } from '../../task/fields.js';
import { isWithinLevel, type Level } from '../../task/level.js';
import type { Task } from '../../task/task.js';
import { inCounty, type TaskTemplate, yearDateOf } from '../../task/template.js';
import { UNIT_KIND_OF } from '../../task/unit-of-task.js';
import type { Unit } from '../../units/unit.js';
import { cycleIdOf } from '../cycle-id.js';
import type { GeneratedCycle, UndatedTemplate } from '../generated-cycle.js';
import { resolveAll } from './resolve-all.js';
import { uncertaintyIn } from './uncertain-dates.js';

/** The properties of units that a generation uses. */
export type GenerationUnit = Pick<Unit, 'id' | 'kind' | 'retired'>;

/** What every cycle is generated from. */
export interface GenerationBasis {
  readonly templates: readonly TaskTemplate[];
}

/**
 * One county's årshjul of a level: every template dated by the school year, those beyond the level apart, so that a rule
 * that refers to one of them has its date. Pure and deterministic: the same input gives the same tasks with the same ids
 * on any machine. A task's times of change are those of its template and its skolerute.
 */
export function generate(
  { templates: all }: GenerationBasis,
  schoolYear: SchoolYear,
  units: readonly GenerationUnit[],
  level: Level,
): GeneratedCycle {
  const id = cycleIdOf(schoolYear.county, schoolYear.label);
  const templates = all.map((template) => inCounty(template, schoolYear.county));
  const resolved = resolveAll(templates, schoolYear);
  const onRoutes = new Map(
    [...schoolYear.routes].map(([key, route]) => [key, resolveAll(templates, route.schoolYear)]),
  );
  const uncertaintyOf = uncertaintyIn(templates, schoolYear);
  const tasks: Task[] = [];
  const leftOut: Task[] = [];
  const undated: UndatedTemplate[] = [];
  for (const template of templates) {
    const resolution = resolved.get(template.key);
    const isWithin = isWithinLevel(level, template.level.is);
    if (resolution?.kind === 'undated' && isWithin)
      undated.push({ key: template.key, reason: resolution.reason });
    if (resolution?.kind !== 'dated') continue;
    const uncertain = uncertaintyOf(template);
    const yearDate = yearDateOf(template, schoolYear);
    const revised = laterOf(template.revised, schoolYear.skolerute.revised);
    const changed = startOfDayUtc(yearDate ? laterOf(revised, yearDate.readOn) : revised);
    const shared = { ...sharedFields(template, units, changed), ...fieldsOfYearDate(yearDate) };
    for (const { slot, start, end, why } of resolution.occurrences) {
      (isWithin ? tasks : leftOut).push({
        ...shared,
        id: `${id}-${template.key}${slot === null ? '' : `-${slot}`}`,
        cycleId: id,
        layer: schoolYear.county,
        slot,
        start,
        end,
        why: [...why, ...uncertain],
        byRoute: datesOnRoutes({ slot, start, end }, schoolYear, (_year, route) =>
          onRoutes.get(route)?.get(template.key),
        ),
        provisional: uncertain.length > 0 || yearDate?.status === 'expected',
      });
    }
  }
  return {
    id,
    county: schoolYear.county,
    schoolYear: schoolYear.label,
    provisional: schoolYear.provisional,
    level,
    tasks: tasks.sort(byDate),
    leftOut: leftOut.sort(byDate),
    undated,
  };
}

const laterOf = (one: IsoDate, other: IsoDate): IsoDate => (other > one ? other : one);

/** What a task says of its date when that is not by the rule: why the rule is as it is says nothing then. */
function fieldsOfYearDate(yearDate: YearDate | undefined): Partial<Pick<Task, 'ruleWhy' | 'source'>> {
  return yearDate ? { ruleWhy: BLANK.ruleWhy, source: yearDate.source } : {};
}

/** The only unit of a kind in the county; null when there are none or several. */
function onlyUnitOf(actor: Actor, units: readonly GenerationUnit[]): string | null {
  const [unit, ...others] = units.filter(({ kind, retired }) => kind === UNIT_KIND_OF[actor] && !retired);
  return unit && others.length === 0 ? unit.id : null;
}

function sharedFields(template: TaskTemplate, units: readonly GenerationUnit[], changed: Instant) {
  return {
    ...BLANK,
    key: template.key,
    kind: template.kind,
    title: template.title,
    description: template.description,
    phase: template.phase,
    category: template.category,
    measures: template.serves,
    actor: template.actor,
    unitId: onlyUnitOf(template.actor, units),
    partners: template.partners,
    level: template.level.is,
    origin: 'template',
    rule: template.rule,
    ruleWhy: template.why,
    basis: template.basis,
    source: template.source ?? null,
    links: (template.links ?? []).map((link) => ({ ...link, historical: false })),
    reminders: template.reminders,
    version: 1,
    createdAt: changed,
    updatedAt: changed,
  } as const satisfies Partial<Task>;
}
