import { RequestProblem } from '../routing/problem.js';
import type { Cycle } from './cycle.js';
import type { Entry } from './entry.js';
import { changedFields, lastToRedo, lastToUndo, refusalSentence, takeBack } from './history.js';
import { historyOf } from './history.store.js';
import { checkLayer, type Editing, revise } from './revision.store.js';
import { findEntry } from './task.store.js';

/** Which revision to take back: one's last change, the one that is named, or one's last undo. */
export type Which =
  | { readonly kind: 'undo'; readonly revision?: number | undefined }
  | { readonly kind: 'redo' };

/** Takes back a revision. Throws RequestProblem `conflict` with the reason when something later depends on it. */
export async function takeBackRevision(editing: Editing, cycleId: string, which: Which): Promise<Cycle> {
  const { caller, now } = editing;
  return revise(editing, cycleId, async (transaction, cycle) => {
    const history = await historyOf(transaction, cycle);
    const named = which.kind === 'undo' ? which.revision : undefined;
    const target =
      which.kind === 'redo'
        ? lastToRedo(history, caller.name)
        : named === undefined
          ? lastToUndo(history, caller.name)
          : history.find(({ revision }) => revision === named);
    if (named !== undefined && !target)
      throw new RequestProblem('not-found', `There is no revision ${named}.`);
    const present = new Map<string, Entry>();
    for (const { after } of target?.changes ?? []) {
      const entry = await findEntry(transaction, after.id);
      if (entry) present.set(entry.id, entry);
    }
    const taken = takeBack(history, target, (id) => present.get(id));
    if ('refusal' in taken)
      throw new RequestProblem('conflict', refusalSentence(taken.refusal), [], { refusal: taken.refusal });
    const changes = taken.entries.map((entry) => {
      const before = present.get(entry.id) as Entry;
      checkLayer(caller, before, changedFields(before, entry), '/body/revision');
      return { before, after: { ...entry, version: entry.version + 1, updatedAt: now } };
    });
    return {
      action: which.kind === 'redo' ? 'redone' : 'undone',
      changes,
      takesBack: (target as { revision: number }).revision,
    };
  });
}
