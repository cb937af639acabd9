import { randomUUID } from 'node:crypto';
import type { Database, Transaction } from '../../database/database.js';
import { type FieldProblem, RequestProblem } from '../../routing/problem.js';
import { type BulkChange, type BulkFlaw, bulkEdit, bulkFlawSentence } from '../../task/bulk-change.js';
import type { Task } from '../../task/task.js';
import {
  applyPatch,
  createTask,
  type NewTask,
  type TaskPatch,
  withoutUnchanged,
} from '../../task/task-edit.js';
import type { Cycle } from '../cycle.js';
import { type Action, changedFields } from '../history.js';
import { historyOf } from '../history.store.js';
import { findTask, tasksOfCycle } from '../task.store.js';
import { type EditBasis, editContextOf, taskOrProblem } from './edit-context.use-case.js';
import { checkLayer, type Editing, revise } from './revise.use-case.js';

/** Adds a task to a cycle. When its `ref` has been used, the task exists already (the response was lost) and is returned. */
export async function addTask(editing: Editing, cycleId: string, added: NewTask): Promise<Task> {
  const { ref } = added;
  const sentBefore = async () => {
    const task = ref === undefined ? undefined : await findTask(editing.database, localId(cycleId, ref));
    if (task?.deleted)
      throw new RequestProblem('conflict', 'The task was added earlier and has since been removed.');
    return task;
  };
  const found = await sentBefore();
  if (found) return found;
  try {
    const [task] = await addTasks(editing, cycleId, [added]);
    return task as Task;
  } catch (error) {
    // Another request may have added it while this one waited for the lock.
    const meanwhile = await sentBefore();
    if (meanwhile) return meanwhile;
    throw error;
  }
}

const localId = (cycleId: string, ref: string) => `${cycleId}-local-${ref}`;

/** Adds several tasks to a cycle in one transaction: all of them or none. */
export async function addTasks(
  editing: Editing,
  cycleId: string,
  added: readonly NewTask[],
): Promise<Task[]> {
  let tasks: Task[] = [];
  await revise(editing, cycleId, async (transaction, cycle) => {
    tasks = await buildTasks(editing, transaction, cycle, added);
    return { action: 'created', changes: tasks.map((after) => ({ before: null, after })) };
  });
  return tasks;
}

/** The tasks as they would be added to a cycle; nothing is written. */
export async function buildTasks(
  editing: EditBasis & Pick<Editing, 'caller'>,
  database: Database | Transaction,
  cycle: Cycle,
  added: readonly NewTask[],
): Promise<Task[]> {
  const context = await editContextOf(editing, database, cycle, added);
  return added.map((each) => {
    const layer = each.layer ?? editing.caller.unit ?? cycle.county;
    const id = localId(cycle.id, each.ref ?? randomUUID());
    const place = { id, cycleId: cycle.id, layer, origin: 'local', importedUid: null } as const;
    const task = taskOrProblem(createTask(place, each, context));
    checkLayer(editing.caller, task, [], '/body/layer');
    return task;
  });
}

/** How a stale change is handled: refused, or merged when nobody else has changed the same fields. */
export type OnStale = 'refuse' | 'merge';

/** A change of one task. */
export interface TaskChange {
  readonly taskId: string;
  readonly patch: TaskPatch;
  /** The version that the change starts from. */
  readonly ifMatch: number;
  readonly onStale: OnStale;
}

/**
 * Changes one task. A stale change throws RequestProblem
 * `precondition-failed` with the present task; with `merge` only when it touches a field that was changed since. A change
 * that changes nothing leaves task, version and history as they are.
 */
export async function changeTask(
  editing: Editing,
  { taskId, patch, ifMatch, onStale }: TaskChange,
  present: (task: Task) => unknown,
): Promise<Task> {
  return editTask(editing, taskId, 'changed', async (transaction, cycle, task) => {
    checkLayer(editing.caller, task, Object.keys(patch));
    const context = await editContextOf(editing, transaction, cycle, [patch]);
    const after = taskOrProblem(applyPatch(task, patch, context));
    if (task.version !== ifMatch) {
      const since = await fieldsChangedSince(transaction, cycle, task, ifMatch);
      const touched = changedFields(task, after);
      const conflicts = since && touched.filter((field) => since.includes(field));
      if (onStale === 'refuse' || conflicts === undefined || conflicts.length > 0)
        stale(task, present, conflicts ?? touched);
    }
    const apart = applyPatch(task, withoutUnchanged(task, patch, editing.language), context);
    const isChanged = !('task' in apart) || changedFields(task, apart.task).length > 0;
    return isChanged ? after : task;
  });
}

/** Deletes a task that people made from its cycle; it stays in the history and undo restores it. */
export async function deleteTask(
  editing: Editing,
  taskId: string,
  ifMatch: number,
  present: (task: Task) => unknown,
): Promise<Task> {
  return editTask(editing, taskId, 'deleted', async (_transaction, _cycle, task) => {
    checkLayer(editing.caller, task, ['deleted']);
    if (task.version !== ifMatch) stale(task, present, []);
    if (task.origin === 'template') {
      throw new RequestProblem(
        'conflict',
        'A task from the framework cannot be deleted: set its status to cancelled instead.',
      );
    }
    return { ...task, deleted: true, version: task.version + 1, updatedAt: editing.now };
  });
}

/** Edits a task with the given function; when that returns the task unchanged, nothing is written. */
async function editTask(
  editing: Editing,
  taskId: string,
  action: Action,
  edit: (transaction: Transaction, cycle: Cycle, task: Task) => Promise<Task>,
): Promise<Task> {
  const found = await findTask(editing.database, taskId);
  if (!found) throw new RequestProblem('not-found', `No task has the id ${taskId}.`);
  let after: Task = found;
  await revise(editing, found.cycleId, async (transaction, cycle) => {
    const task = await findTask(transaction, taskId);
    if (!task || task.deleted) throw new RequestProblem('not-found', `No task has the id ${taskId}.`);
    after = await edit(transaction, cycle, task);
    return after === task ? null : { action, changes: [{ before: task, after }] };
  });
  return after;
}

function stale(task: Task, present: (task: Task) => unknown, conflicts: readonly string[]): never {
  throw new RequestProblem(
    'precondition-failed',
    `The task has changed: its version is now ${task.version}.`,
    [],
    {
      current: present(task),
      conflicts,
    },
  );
}

/** The fields that differ between a version of a task and its present one; undefined when there is no such version. */
async function fieldsChangedSince(
  transaction: Transaction,
  cycle: Cycle,
  task: Task,
  version: number,
): Promise<string[] | undefined> {
  const changes = (await historyOf(transaction, cycle, task.id)).flatMap((revision) => revision.changes);
  const earlier = changes
    .flatMap(({ before, after }) => (before ? [before, after] : [after]))
    .find((state) => state.id === task.id && state.version === version);
  return earlier && changedFields(earlier, task);
}

/** A task and the version of it that a change starts from. */
export interface TaskVersion {
  readonly id: string;
  readonly version: number;
}

/** A change of many tasks, each from the version of it that was seen. */
export interface ChangeOfMany {
  readonly tasks: readonly TaskVersion[];
  readonly change: BulkChange;
}

/**
 * Changes many tasks of a cycle in one transaction: all of them or none. Returns the changed tasks. Throws RequestProblem
 * with a pointer to each task that prevents the change; `precondition-failed` when the only reason is that tasks are stale.
 * Tasks that already are as the change wants them are left as they are.
 */
export async function changeTasks(
  editing: Editing,
  cycleId: string,
  { tasks, change }: ChangeOfMany,
  present: (task: Task) => unknown,
): Promise<Task[]> {
  let after: Task[] = [];
  await revise(editing, cycleId, async (transaction, cycle) => {
    const context = await editContextOf(editing, transaction, cycle, []);
    const byId = new Map((await tasksOfCycle(transaction, cycle)).map((task) => [task.id, task]));
    const found = tasks.map(({ id }) => byId.get(id));
    const pointer = (index: number) => `/body/tasks/${index}`;
    const stale = found.filter((task, index) => task && task.version !== tasks[index]?.version);
    if (stale.length > 0) {
      const errors = stale.map((task) => ({
        pointer: `${pointer(found.indexOf(task))}/version`,
        detail: `is out of date: the version is now ${task?.version}`,
      }));
      throw new RequestProblem('precondition-failed', 'Some of the tasks have been changed.', errors, {
        current: stale.flatMap((task) => (task ? [present(task)] : [])),
      });
    }
    const edited = found.map((task, index) => {
      if (!task) return { flaws: [{ code: 'unknown-task' } as const] };
      if (found.indexOf(task) !== index) return { flaws: [{ code: 'named-twice' } as const] };
      const done = bulkEdit(task, change, context, editing.caller);
      return 'flaws' in done ? done : { before: task, after: done.task };
    });
    const errors = edited.flatMap((each, index) =>
      'flaws' in each ? each.flaws.map((flaw) => taskProblem(pointer(index), flaw)) : [],
    );
    if (errors.length > 0) {
      const isForbidden = errors.some(({ code }) => code === 'not-yours');
      throw new RequestProblem(isForbidden ? 'forbidden' : 'invalid-request', 'Nothing was changed.', errors);
    }
    const done = edited.flatMap((each) => ('flaws' in each ? [] : [each]));
    after = done.map((each) => each.after);
    const changes = done.filter((each) => each.after !== each.before);
    return changes.length === 0 ? null : { action: 'changed', changes };
  });
  return after;
}

/** What is wrong with one task of many, as a problem. */
function taskProblem(pointer: string, flaw: BulkFlaw): FieldProblem {
  const { code, ...data } = flaw;
  const detail = bulkFlawSentence(flaw);
  return { pointer, detail, code, ...(Object.keys(data).length > 0 && { data }) };
}
