import { referencesOf } from '../../calendar/date-rule.js';
import type { Instant } from '../../calendar/iso-date.js';
import type { References } from '../../calendar/resolve.js';
import type { SchoolYear } from '../../calendar/school-year.js';
import type { Database, Transaction } from '../../database/database.js';
import type { Framework } from '../../framework/framework.js';
import type { Language } from '../../language/text.js';
import { bodyProblem, RequestProblem } from '../../routing/problem.js';
import { editFlawSentence } from '../../task/edit-flaw.js';
import type { Task } from '../../task/task.js';
import type { EditContext, Edited, TaskPatch } from '../../task/task-edit.js';
import { unitsOfCounty } from '../../units/unit.store.js';
import type { Cycle } from '../cycle.js';
import type { Generate } from '../generated-cycle.js';
import { tasksOfCycle } from '../task.store.js';

/** The data that a change of a cycle, or a preview of one, is checked against. */
export interface EditBasis {
  readonly framework: Framework;
  readonly schoolYearOf: (cycle: Cycle) => SchoolYear;
  readonly generate: Generate;
  readonly now: Instant;
  readonly language: Language;
}

/**
 * The context of a change. The cycle's tasks are read only for a date rule, which may refer to one of them, or to a template
 * that the cycle has no task of, such as one beyond its level: that has the day which it would be generated on.
 */
export async function editContextOf(
  { framework, schoolYearOf, generate, language, now }: EditBasis,
  database: Database | Transaction,
  cycle: Cycle,
  patches: readonly Pick<TaskPatch, 'rule'>[],
): Promise<EditContext> {
  const keys = new Set(patches.flatMap(({ rule }) => (rule ? referencesOf(rule).map(({ key }) => key) : [])));
  const units = await unitsOfCounty(database, cycle.county);
  const present = keys.size > 0 ? await tasksOfCycle(database, cycle) : [];
  const known = new Set(present.map(({ key }) => key));
  const isLacking = [...keys].some((key) => !known.has(key));
  const absent = isLacking ? generate(cycle.county, cycle.schoolYear, units, 'complete').tasks : [];
  const references: References = (key) => {
    const [first, ...rest] = (known.has(key) ? present : absent).filter((task) => task.key === key);
    return first && { kind: 'dated', occurrences: [first, ...rest] };
  };
  return { framework, schoolYear: schoolYearOf(cycle), units, references, language, now };
}

/** The task of an edit; throws RequestProblem `invalid-request` with a pointer to each field that is wrong. */
export function taskOrProblem(edited: Edited): Task {
  if ('task' in edited) return edited.task;
  throw new RequestProblem(
    'invalid-request',
    'The change cannot be applied to the task.',
    edited.flaws.map((flaw) => bodyProblem(flaw, editFlawSentence(flaw))),
  );
}
