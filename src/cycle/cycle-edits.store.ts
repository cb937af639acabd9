import { randomUUID } from 'node:crypto';
import { referencesOf } from '../calendar/date-rule.js';
import type { Instant } from '../calendar/iso-date.js';
import type { References } from '../calendar/resolve.js';
import type { SchoolYear } from '../calendar/school-year.js';
import type { Database, Transaction } from '../database/database.js';
import type { Framework } from '../framework/framework.js';
import type { Language } from '../language/text.js';
import { RequestProblem } from '../routing/problem.js';
import { type BulkChange, bulkPatch } from './bulk-change.js';
import type { Cycle } from './cycle.js';
import { beginRevision, findCycle, publishTasks } from './cycle.store.js';
import {
  type Action,
  changedFields,
  lastToRedo,
  lastToUndo,
  refusalSentence,
  type TaskChange,
  takeBack,
} from './history.js';
import { historyOf, insertRevision } from './history.store.js';
import type { Task } from './task.js';
import { findTask, tasksOfCycle, writeTasks } from './task.store.js';
import {
  applyPatch,
  createTask,
  type EditContext,
  type Edited,
  editFlawSentence,
  type NewTask,
  type TaskPatch,
} from './task-edit.js';

/** Who changes a cycle, when, and what they go by. */
export interface Editing {
  readonly database: Database;
  readonly framework: Framework;
  readonly schoolYearOf: (cycle: Cycle) => SchoolYear;
  readonly who: string;
  readonly now: Instant;
  readonly language: Language;
}

interface Step {
  readonly action: Action;
  readonly changes: readonly TaskChange[];
  readonly takesBack?: number;
}

/**
 * Every change of a cycle, in one transaction: 1. raise the revision, which makes others wait, 2. work out the change
 * from the state under it, 3. write the tasks, 4. write the history. What is thrown in between undoes all of it.
 */
async function revise(
  { database, who, now }: Editing,
  cycleId: string,
  work: (transaction: Transaction, cycle: Cycle) => Promise<Step>,
): Promise<Cycle> {
  return database.transaction().execute(async (transaction) => {
    const cycle = await beginRevision(transaction, cycleId, now);
    if (!cycle) throw new RequestProblem('not-found', `There is no cycle ${cycleId}.`);
    if (cycle.state === 'archived') throw new RequestProblem('conflict', `The cycle ${cycleId} is archived.`);
    const { action, changes, takesBack } = await work(transaction, cycle);
    await writeTasks(transaction, cycle, changes);
    await insertRevision(transaction, cycle, { at: now, who, action, takesBack: takesBack ?? null, changes });
    return cycle;
  });
}

/** What a change is made in. The cycle's tasks are read only for a rule, which may refer to one of them. */
async function contextOf(
  { framework, schoolYearOf, language, now }: Editing,
  transaction: Transaction,
  cycle: Cycle,
  patches: readonly Pick<TaskPatch, 'rule'>[],
): Promise<EditContext> {
  const keys = new Set(patches.flatMap(({ rule }) => (rule ? referencesOf(rule) : [])));
  const tasks = keys.size > 0 ? await tasksOfCycle(transaction, cycle) : [];
  const references: References = (key) => {
    const [first, ...rest] = tasks.filter((task) => task.key === key);
    return first && { kind: 'dated', occurrences: [first, ...rest] };
  };
  return { framework, schoolYear: schoolYearOf(cycle), references, language, now };
}

function orProblem(edited: Edited, pointer = ''): Task {
  if ('task' in edited) return edited.task;
  throw new RequestProblem(
    'invalid-request',
    'The change does not fit the task.',
    edited.flaws.map((flaw) => ({
      pointer: `${pointer}/body/${flaw.field}`,
      detail: editFlawSentence(flaw),
    })),
  );
}

/** Adds several tasks to a cycle in one transaction: all of them or none. */
export async function addTasks(
  editing: Editing,
  cycleId: string,
  added: readonly NewTask[],
): Promise<Task[]> {
  let tasks: Task[] = [];
  await revise(editing, cycleId, async (transaction, cycle) => {
    const context = await contextOf(editing, transaction, cycle, added);
    tasks = added.map((each) =>
      orProblem(createTask(`${cycleId}-local-${randomUUID()}`, cycleId, each, context)),
    );
    return { action: 'created', changes: tasks.map((after) => ({ before: null, after })) };
  });
  return tasks;
}

/** What a stale change does: be refused, or be merged when nobody else has touched the same fields. */
export type OnStale = 'refuse' | 'merge';

/**
 * Changes one task. `ifMatch` is the version that the change starts from. A stale change throws RequestProblem
 * `precondition-failed` with the present task; with `merge` only when it touches a field that was changed since.
 */
export async function changeTask(
  editing: Editing,
  taskId: string,
  patch: TaskPatch,
  ifMatch: number,
  onStale: OnStale,
  present: (task: Task) => unknown,
): Promise<Task> {
  return editTask(editing, taskId, 'changed', async (transaction, cycle, task) => {
    const context = await contextOf(editing, transaction, cycle, [patch]);
    const after = orProblem(applyPatch(task, patch, context));
    if (task.version !== ifMatch) {
      const since = await fieldsChangedSince(transaction, cycle, task, ifMatch);
      const touched = changedFields(task, after);
      const conflicts = since && touched.filter((field) => since.includes(field));
      if (onStale === 'refuse' || conflicts === undefined || conflicts.length > 0)
        stale(task, present, conflicts ?? touched);
    }
    return after;
  });
}

/** Takes a task that people made out of its cycle; it stays in the history and can be brought back by undo. */
export async function deleteTask(
  editing: Editing,
  taskId: string,
  ifMatch: number,
  present: (task: Task) => unknown,
): Promise<Task> {
  return editTask(editing, taskId, 'deleted', async (_transaction, _cycle, task) => {
    if (task.version !== ifMatch) stale(task, present, []);
    if (task.origin === 'template') {
      throw new RequestProblem(
        'conflict',
        'A task of the framework is cancelled, not deleted: set its status to cancelled.',
      );
    }
    return { ...task, deleted: true, version: task.version + 1, updatedAt: editing.now };
  });
}

async function editTask(
  editing: Editing,
  taskId: string,
  action: Action,
  edit: (transaction: Transaction, cycle: Cycle, task: Task) => Promise<Task>,
): Promise<Task> {
  const found = await findTask(editing.database, taskId);
  if (!found) throw new RequestProblem('not-found', `There is no task ${taskId}.`);
  let after: Task = found;
  await revise(editing, found.cycleId, async (transaction, cycle) => {
    const task = await findTask(transaction, taskId);
    if (!task || task.deleted) throw new RequestProblem('not-found', `There is no task ${taskId}.`);
    after = await edit(transaction, cycle, task);
    return { action, changes: [{ before: task, after }] };
  });
  return after;
}

function stale(task: Task, present: (task: Task) => unknown, conflicts: readonly string[]): never {
  throw new RequestProblem('precondition-failed', `The task is at version ${task.version} by now.`, [], {
    current: present(task),
    conflicts,
  });
}

/** The fields that differ between a version of a task and its present one; undefined when there is no such version. */
async function fieldsChangedSince(
  transaction: Transaction,
  cycle: Cycle,
  task: Task,
  version: number,
): Promise<(keyof Task)[] | undefined> {
  const changes = (await historyOf(transaction, cycle, task.id)).flatMap((revision) => revision.changes);
  const earlier = changes
    .flatMap(({ before, after }) => [before, after])
    .find((state) => state?.version === version);
  return earlier ? changedFields(earlier, task) : undefined;
}

/** Changes many tasks of a cycle in one transaction: all of them or none. Answers the tasks as they became. */
export async function changeMany(
  editing: Editing,
  cycleId: string,
  taskIds: readonly string[],
  change: BulkChange,
): Promise<Task[]> {
  let after: Task[] = [];
  await revise(editing, cycleId, async (transaction, cycle) => {
    const context = await contextOf(editing, transaction, cycle, []);
    const byId = new Map((await tasksOfCycle(transaction, cycle)).map((task) => [task.id, task]));
    const changes = taskIds.map((id, index) => {
      const pointer = `/body/taskIds/${index}`;
      const task = byId.get(id);
      if (!task)
        throw new RequestProblem('invalid-request', 'Nothing was changed.', [
          { pointer, detail: 'is no task of the cycle' },
        ]);
      const patch = bulkPatch(task, change, context.schoolYear);
      if (!patch) {
        const detail = 'would leave the school year';
        throw new RequestProblem('invalid-request', 'Nothing was changed.', [{ pointer, detail }]);
      }
      return { before: task, after: orProblem(applyPatch(task, patch, context), pointer) };
    });
    after = changes.map((each) => each.after);
    return { action: 'changed', changes };
  });
  return after;
}

/**
 * Takes back a revision: one's last change, or the one that is named. `redo` takes back one's last undo instead.
 * Throws RequestProblem `conflict` with the reason when something later depends on it.
 */
export async function takeBackRevision(
  editing: Editing,
  cycleId: string,
  which: { readonly kind: 'undo'; readonly revision?: number | undefined } | { readonly kind: 'redo' },
): Promise<Cycle> {
  return revise(editing, cycleId, async (transaction, cycle) => {
    const history = await historyOf(transaction, cycle);
    const named = which.kind === 'undo' ? which.revision : undefined;
    const target =
      which.kind === 'redo'
        ? lastToRedo(history, editing.who)
        : named === undefined
          ? lastToUndo(history, editing.who)
          : history.find(({ revision }) => revision === named);
    if (named !== undefined && !target)
      throw new RequestProblem('not-found', `There is no revision ${named}.`);
    const present = new Map<string, Task>();
    for (const { before, after } of target?.changes ?? []) {
      const task = await findTask(transaction, (after ?? before)?.id ?? '');
      if (task) present.set(task.id, task);
    }
    const taken = takeBack(history, target, (id) => present.get(id));
    if ('refusal' in taken)
      throw new RequestProblem('conflict', refusalSentence(taken.refusal), [], { refusal: taken.refusal });
    const changes = taken.tasks.map((task) => ({
      before: present.get(task.id) ?? null,
      after: { ...task, version: task.version + 1, updatedAt: editing.now },
    }));
    return {
      action: which.kind === 'redo' ? 'redone' : 'undone',
      changes,
      takesBack: (target as { revision: number }).revision,
    };
  });
}

/** Makes what is edited what subscribers see, in one transaction. */
export async function publishCycle(editing: Editing, cycleId: string): Promise<Cycle> {
  await revise(editing, cycleId, async (transaction, cycle) => {
    await publishTasks(transaction, cycle, editing.now);
    return { action: 'published', changes: [] };
  });
  return (await findCycle(editing.database, cycleId)) as Cycle;
}
