import type { Database } from '../../database/database.js';
import { inLanguage, type Language } from '../../language/text.js';
import type { Caller } from '../../routing/caller.js';
import { RequestProblem } from '../../routing/problem.js';
import { type Entry, taskIdOf } from '../../task/entry.js';
import type { TakeBackStep, ToTakeBack } from '../../task/take-back.js';
import type { Cycle } from '../cycle.js';
import {
  changedFields,
  lastToRedo,
  lastToUndo,
  type RevisionHead,
  refusalSentence,
  takeBack,
} from '../history.js';
import { changesOf, headsOf } from '../history.store.js';
import { findEntry, findTask } from '../task.store.js';
import { checkLayer, type Editing, revise } from './revise.use-case.js';

/** Which revision to take back: the caller's last change, a given one, or the caller's last undo. */
export type RevisionChoice =
  | { readonly kind: 'undo'; readonly revision?: number | undefined }
  | { readonly kind: 'redo' };

/** Undoes or redoes a revision. Throws RequestProblem `conflict` with the reason when a later change depends on it. */
export async function takeBackRevision(
  editing: Editing,
  cycleId: string,
  which: RevisionChoice,
): Promise<Cycle> {
  const { caller, now } = editing;
  return revise(editing, cycleId, async (transaction, cycle) => {
    const history = await headsOf(transaction, cycle);
    const named = which.kind === 'undo' ? which.revision : undefined;
    const head =
      which.kind === 'redo'
        ? lastToRedo(history, caller)
        : named === undefined
          ? lastToUndo(history, caller)
          : history.find(({ revision }) => revision === named);
    const target = head && { ...head, changes: await changesOf(transaction, cycle, head.revision) };
    if (named !== undefined && !target)
      throw new RequestProblem('not-found', `The cycle has no revision ${named}.`);
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

/** What the caller's undo and redo would take back now. */
export async function toTakeBack(
  database: Database,
  cycle: Cycle,
  caller: Caller,
  language: Language,
): Promise<ToTakeBack> {
  const history = await headsOf(database, cycle);
  const step = (head: RevisionHead | undefined) =>
    head ? stepOf(database, cycle, head, language) : Promise.resolve(null);
  const [undo, redo] = await Promise.all([
    step(lastToUndo(history, caller)),
    step(lastToRedo(history, caller)),
  ]);
  return { undo, redo };
}

async function stepOf(
  database: Database,
  cycle: Cycle,
  { revision }: RevisionHead,
  language: Language,
): Promise<TakeBackStep> {
  const changes = await changesOf(database, cycle, revision);
  const [first, ...others] = new Set(changes.map(({ after }) => taskIdOf(after)));
  const only = first !== undefined && others.length === 0 ? await findTask(database, first) : undefined;
  return { revision, tasks: others.length + 1, title: only ? inLanguage(only.title, language) : null };
}
