import type { Database } from '../../database/database.js';
import { RequestProblem } from '../../routing/problem.js';
import type { Task } from '../../task/task.js';
import type { Cycle } from '../cycle.js';
import { type Editing, revise } from '../edit/revise.use-case.js';
import type { Generate } from '../generated-cycle.js';
import { merge } from '../lifecycle/merge.js';
import { generateFor } from '../lifecycle/regenerate.use-case.js';
import { storedTasks, tasksOfCycle } from '../task.store.js';
import { type LeftOut, leftOutOf } from './left-out.js';

/** What a cycle could have from the templates and does not. */
export async function readLeftOut(database: Database, generate: Generate, cycle: Cycle): Promise<LeftOut[]> {
  return leftOutOf(await generateFor(generate, database, cycle), await tasksOfCycle(database, cycle));
}

/**
 * Adds the tasks of templates that a cycle does without, in one transaction; returns them. Their base is a deleted task, which
 * says that people wanted them: a regeneration leaves them in, whatever the level. Throws RequestProblem `invalid-request` for
 * a key that is no template's.
 */
export async function addLeftOut(
  editing: Editing,
  cycleId: string,
  keys: readonly string[],
): Promise<readonly Task[]> {
  const { now } = editing;
  let added: readonly Task[] = [];
  await revise(editing, cycleId, async (transaction, cycle) => {
    const generated = await generateFor(editing.generate, transaction, cycle);
    const all = [...generated.tasks, ...generated.leftOut];
    checkKeys(new Set(all.map(({ key }) => key)), keys);
    const stored = new Map((await storedTasks(transaction, cycle)).map((task) => [task.edited.id, task]));
    const wanted = all.filter(
      ({ id, key }) => keys.includes(key) && stored.get(id)?.edited.deleted !== false,
    );
    const changes = wanted.map((task) => {
      const known = stored.get(task.id);
      if (!known) return { before: null, after: { ...task, createdAt: now, updatedAt: now } };
      const { edited, generated: base } = known;
      const merged = merge(base ?? task, edited, task, () => 'edited').task;
      return {
        before: edited,
        after: { ...merged, deleted: false, version: edited.version + 1, updatedAt: now },
      };
    });
    if (changes.length === 0) return null;
    added = changes.map(({ after }) => after);
    return { action: 'created', changes, bases: wanted.map((task) => ({ ...task, deleted: true })) };
  });
  return added;
}

function checkKeys(known: ReadonlySet<string>, keys: readonly string[]): void {
  const errors = keys.flatMap((key, index) =>
    known.has(key) ? [] : [{ pointer: `/body/keys/${index}`, detail: `${key} is not a task template` }],
  );
  if (errors.length > 0) throw new RequestProblem('invalid-request', 'Nothing was added.', errors);
}
