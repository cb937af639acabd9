import { referencesOf } from '../../calendar/date-rule.js';
import type { Instant } from '../../calendar/iso-date.js';
import type { References } from '../../calendar/resolve.js';
import type { SchoolYear } from '../../calendar/school-year.js';
import type { Database, Transaction } from '../../database/database.js';
import type { Framework } from '../../framework/framework.js';
import type { Language } from '../../language/text.js';
import { bodyProblem, RequestProblem } from '../../routing/problem.js';
import type { Caller } from '../../routing/route.js';
import { editFlawSentence } from '../../task/edit-flaw.js';
import type { Entry } from '../../task/entry.js';
import { mayChange } from '../../task/layer.js';
import type { Task } from '../../task/task.js';
import type { EditContext, Edited, TaskPatch } from '../../task/task-edit.js';
import { unitsOfCounty } from '../../units/unit.store.js';
import type { Cycle } from '../cycle.js';
import { beginRevision, findCycle } from '../cycle.store.js';
import type { Action, EntryChange } from '../history.js';
import { insertRevision } from '../history.store.js';
import { tasksOfCycle, writeEntries, writeGenerated } from '../task.store.js';

/** Who changes a cycle, when, and the data that the change is checked against. */
export interface Editing {
  readonly database: Database;
  readonly framework: Framework;
  readonly schoolYearOf: (cycle: Cycle) => SchoolYear;
  readonly caller: Caller;
  readonly now: Instant;
  readonly language: Language;
}

export interface Step {
  readonly action: Action;
  readonly changes: readonly EntryChange[];
  readonly takesBack?: number;
  /** The message to people with a publication. */
  readonly message?: string | null;
  /** The base that the next regeneration or import of these tasks merges from. */
  readonly bases?: readonly Task[];
}

/** Thrown to roll back a transaction that turned out to change nothing. */
class NothingChanged extends Error {
  override readonly name = 'NothingChanged';
}

/**
 * Every change of a cycle goes through here, in one transaction: 1. increment the revision, which makes other changes wait,
 * 2. work out the change from the state read under that lock, 3. write the entries, 4. write the history. An error in
 * between rolls back all of it. Work that finds nothing to change resolves to null: the revision stays, and so does redo.
 */
export async function revise(
  { database, caller, now }: Pick<Editing, 'database' | 'caller' | 'now'>,
  cycleId: string,
  work: (transaction: Transaction, cycle: Cycle) => Promise<Step | null>,
): Promise<Cycle> {
  const revised = database.transaction().execute(async (transaction) => {
    const cycle = await beginRevision(transaction, cycleId, now);
    if (!cycle) throw new RequestProblem('not-found', `There is no cycle ${cycleId}.`);
    const step = await work(transaction, cycle);
    if (cycle.state === 'archived' && step?.action !== 'restored')
      throw new RequestProblem('conflict', `The cycle ${cycleId} is archived.`);
    if (step === null) throw new NothingChanged();
    const { action, changes, takesBack, message, bases } = step;
    await writeEntries(transaction, cycle, changes);
    for (const base of bases ?? []) await writeGenerated(transaction, cycle, base);
    await insertRevision(transaction, cycle, {
      at: now,
      who: caller.name,
      whoId: caller.personId,
      action,
      takesBack: takesBack ?? null,
      message: message ?? null,
      changes,
    });
    return cycle;
  });
  return revised.catch(async (error: unknown) => {
    if (!(error instanceof NothingChanged)) throw error;
    return (await findCycle(database, cycleId)) as Cycle;
  });
}

/** The context of a change. The cycle's tasks are read only for a date rule, which may refer to one of them. */
export async function editContextOf(
  { framework, schoolYearOf, language, now }: Editing,
  database: Database | Transaction,
  cycle: Cycle,
  patches: readonly Pick<TaskPatch, 'rule'>[],
): Promise<EditContext> {
  const keys = new Set(patches.flatMap(({ rule }) => (rule ? referencesOf(rule).map(({ key }) => key) : [])));
  const tasks = keys.size > 0 ? await tasksOfCycle(database, cycle) : [];
  const references: References = (key) => {
    const [first, ...rest] = tasks.filter((task) => task.key === key);
    return first && { kind: 'dated', occurrences: [first, ...rest] };
  };
  const units = await unitsOfCounty(database, cycle.county);
  return { framework, schoolYear: schoolYearOf(cycle), units, references, language, now };
}

/** The task of an edit; throws RequestProblem `invalid-request` with a pointer to each field that is wrong. */
export function taskOrProblem(edited: Edited): Task {
  if ('task' in edited) return edited.task;
  throw new RequestProblem(
    'invalid-request',
    'The change does not fit the task.',
    edited.flaws.map((flaw) => bodyProblem(flaw, editFlawSentence(flaw))),
  );
}

/** Throws RequestProblem `forbidden` when the entry is not the caller's to change in these fields. */
export function checkLayer(
  caller: Caller,
  entry: Entry,
  fields: readonly string[],
  pointer = '/path/id',
): void {
  if (mayChange(caller, entry, fields)) return;
  throw new RequestProblem('forbidden', `Your role does not change this of the layer of ${entry.layer}.`, [
    { pointer, detail: `is from the layer of ${entry.layer}` },
  ]);
}
