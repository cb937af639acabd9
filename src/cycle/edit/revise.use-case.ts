import type { Database, Transaction } from '../../database/database.js';
import { RequestProblem } from '../../routing/problem.js';
import type { Caller } from '../../routing/route.js';
import type { Entry } from '../../task/entry.js';
import { mayChange } from '../../task/layer.js';
import type { Task } from '../../task/task.js';
import type { Cycle } from '../cycle.js';
import { beginRevision, findCycle } from '../cycle.store.js';
import type { Action, EntryChange } from '../history.js';
import { insertRevision } from '../history.store.js';
import { writeEntries, writeGenerated } from '../task.store.js';
import type { EditBasis } from './edit-context.use-case.js';

/** Who changes a cycle, when, and the data that the change is checked against. */
export interface Editing extends EditBasis {
  readonly database: Database;
  readonly caller: Caller;
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
    if (!cycle) throw new RequestProblem('not-found', `No cycle has the id ${cycleId}.`);
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

/** Throws RequestProblem `forbidden` when the entry is not the caller's to change in these fields. */
export function checkLayer(
  caller: Caller,
  entry: Entry,
  fields: readonly string[],
  pointer = '/path/id',
): void {
  if (mayChange(caller, entry, fields)) return;
  throw new RequestProblem('forbidden', `Your role cannot change this in the layer of ${entry.layer}.`, [
    { pointer, detail: `belongs to the layer of ${entry.layer}` },
  ]);
}
