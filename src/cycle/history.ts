import { z } from 'zod';
import { sameJson } from './same-json.js';
import type { Task } from './task.js';

export const ACTIONS = [
  'generated',
  'regenerated',
  'created',
  'changed',
  'deleted',
  'published',
  'archived',
  'undone',
  'redone',
] as const;

export type Action = (typeof ACTIONS)[number];

/** What one revision did to one task; null where the task was not there. */
export interface TaskChange {
  readonly before: Task | null;
  readonly after: Task | null;
}

/** One revision of a cycle. Revisions are never changed or removed. */
export interface Revision {
  readonly revision: number;
  readonly at: string;
  readonly who: string;
  readonly action: Action;
  /** For an undo or redo: the revision whose effect it takes back. */
  readonly takesBack: number | null;
  readonly changes: readonly TaskChange[];
}

/** Fields that every change moves; they say nothing of what was changed. */
const BOOKKEEPING: readonly (keyof Task)[] = ['version', 'updatedAt'];

/** The fields in which two states of a task differ. */
export function changedFields(before: Task, after: Task): (keyof Task)[] {
  return (Object.keys(after) as (keyof Task)[]).filter(
    (field) => !BOOKKEEPING.includes(field) && !sameJson(before[field], after[field]),
  );
}

/** Why a revision cannot be taken back. */
export type TakeBackRefusal =
  | { readonly code: 'nothing-to-take-back' }
  | { readonly code: 'already-taken-back'; readonly revision: number }
  | { readonly code: 'changes-no-task'; readonly revision: number }
  | { readonly code: 'changed-later'; readonly taskId: string; readonly fields: readonly (keyof Task)[] };

/** The revisions whose effect stands taken back: an undo of an undo gives it again. */
function takenBack(history: readonly Revision[]): ReadonlySet<number> {
  const gone = new Set<number>();
  // Newest first: whether a revision counts is known before the one that it takes back is judged.
  for (const { revision, takesBack } of [...history].sort((a, b) => b.revision - a.revision)) {
    if (takesBack !== null && !gone.has(revision)) gone.add(takesBack);
  }
  return gone;
}

/** One's last change that still stands, or undefined. */
export function lastToUndo(history: readonly Revision[], who: string): Revision | undefined {
  const gone = takenBack(history);
  return [...history]
    .sort((a, b) => b.revision - a.revision)
    .find(
      (entry) => entry.who === who && entry.takesBack === null && !gone.has(entry.revision) && isEdit(entry),
    );
}

/** One's last undo that still stands and was not followed by a change of one's own, or undefined. */
export function lastToRedo(history: readonly Revision[], who: string): Revision | undefined {
  const gone = takenBack(history);
  for (const entry of [...history].sort((a, b) => b.revision - a.revision)) {
    if (entry.who !== who) continue;
    if (entry.action === 'undone' && !gone.has(entry.revision)) return entry;
    if (entry.takesBack === null && isEdit(entry)) return undefined;
  }
  return undefined;
}

const isEdit = ({ action }: Revision) => action === 'created' || action === 'changed' || action === 'deleted';

/**
 * The tasks as they become when a revision is taken back: each field that it changed gets its earlier value. Refused
 * when a later change depends on it, that is, when one of these fields has another value by now.
 */
export function takeBack(
  history: readonly Revision[],
  target: Revision | undefined,
  current: (taskId: string) => Task | undefined,
): { readonly tasks: readonly Task[] } | { readonly refusal: TakeBackRefusal } {
  if (!target) return { refusal: { code: 'nothing-to-take-back' } };
  const { revision } = target;
  if (takenBack(history).has(revision)) return { refusal: { code: 'already-taken-back', revision } };
  if (target.action === 'generated' || target.changes.length === 0)
    return { refusal: { code: 'changes-no-task', revision } };
  const tasks: Task[] = [];
  for (const { before, after } of target.changes) {
    const known = after ?? before;
    const present = known && current(known.id);
    if (!known || !present) return { refusal: { code: 'changes-no-task', revision } };
    // A task that was not there before is taken out; one that came with the change has nothing else to compare.
    const earlier: Task = before ?? { ...known, deleted: true };
    const fields = after ? changedFields(earlier, after) : [];
    const later = fields.filter((field) => !sameJson(present[field], (after as Task)[field]));
    const others = before === null ? changedFields(known, present) : later;
    if (others.length > 0) return { refusal: { code: 'changed-later', taskId: known.id, fields: others } };
    const restored = Object.fromEntries(fields.map((field) => [field, earlier[field]]));
    tasks.push({ ...present, ...restored });
  }
  return { tasks };
}

/** The refusal as an English sentence. */
export function refusalSentence(refusal: TakeBackRefusal): string {
  switch (refusal.code) {
    case 'nothing-to-take-back':
      return 'There is nothing of yours to take back.';
    case 'already-taken-back':
      return `Revision ${refusal.revision} has been taken back already.`;
    case 'changes-no-task':
      return `Revision ${refusal.revision} changed no task that can be put back.`;
    case 'changed-later':
      return `A later change of ${refusal.taskId} depends on it: ${refusal.fields.join(', ')}.`;
    default:
      return refusal satisfies never;
  }
}

/** One revision as the API shows it: what changed, before and after. */
export const historyEntrySchema = z
  .object({
    revision: z.int(),
    at: z.string().meta({ format: 'date-time' }),
    who: z.string(),
    action: z.enum(ACTIONS),
    takesBack: z
      .int()
      .nullable()
      .meta({ description: 'The revision whose effect an undo or redo takes back' }),
    changes: z.array(
      z.object({
        taskId: z.string(),
        fields: z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() })),
      }),
    ),
  })
  .meta({ id: 'HistoryEntry' });

export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** The revision with the fields that it changed, each before and after. */
export function viewRevision({ revision, at, who, action, takesBack, changes }: Revision): HistoryEntry {
  return {
    revision,
    at,
    who,
    action,
    takesBack,
    changes: changes.flatMap(({ before, after }) => {
      const task = after ?? before;
      if (!task) return [];
      const names = before && after ? changedFields(before, after) : (Object.keys(task) as (keyof Task)[]);
      const fields = names.map((name) => [
        name,
        { before: before?.[name] ?? null, after: after?.[name] ?? null },
      ]);
      return [{ taskId: task.id, fields: Object.fromEntries(fields) }];
    }),
  };
}
