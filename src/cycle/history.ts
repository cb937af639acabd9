import type { Caller } from '../routing/caller.js';
import { effectOf } from '../task/adjustment.js';
import { type Entry, isAdjustment } from '../task/entry.js';
import { TASK_FIELDS } from '../task/fields.js';
import { sameJson } from '../task/same-json.js';

export const ACTIONS = [
  'generated',
  'regenerated',
  'created',
  'changed',
  'deleted',
  'published',
  'opened',
  'closed',
  'archived',
  'restored',
  'imported',
  'undone',
  'redone',
] as const;

/** The most characters of the message with a publication. */
export const MESSAGE_LENGTH = 2_000;

export type Action = (typeof ACTIONS)[number];

/** What one revision did to one task or adjustment: its state before, null when it did not exist, and after. */
export interface EntryChange {
  readonly before: Entry | null;
  readonly after: Entry;
}

/** One revision without its entry changes: who did what, and when. */
export interface RevisionHead {
  readonly revision: number;
  readonly at: string;
  readonly who: string;
  /** The id of the person with that name; null when there is none, as for the service itself. */
  readonly whoId: string | null;
  readonly action: Action;
  /** For an undo or redo: the revision that it takes back. */
  readonly takesBack: number | null;
  /** The message to people with a publication. */
  readonly message: string | null;
}

/** One revision of a cycle. Revisions are never changed or removed. */
export interface Revision extends RevisionHead {
  readonly changes: readonly EntryChange[];
}

/** Fields that say when something was changed, not what. */
const BOOKKEEPING: readonly string[] = ['version', 'createdAt', 'updatedAt'];

/** The fields in which two states of an entry differ; those of a task in the order of their table. */
export function changedFields<E extends Entry>(before: E, after: E): (keyof E & string)[] {
  const fields: readonly string[] = isAdjustment(after) ? Object.keys(after) : TASK_FIELDS;
  return (fields as (keyof E & string)[]).filter(
    (field) => !BOOKKEEPING.includes(field) && !sameJson(before[field], after[field]),
  );
}

/** Whether two states of an entry look the same to readers: an adjustment without effect equals none. */
export function isSameToReaders(before: Entry | null, after: Entry): boolean {
  if (isAdjustment(after))
    return sameJson(effectOf(before && isAdjustment(before) ? before : undefined), effectOf(after));
  return before === null ? after.deleted : changedFields(before, after).length === 0;
}

/** Why a revision cannot be taken back. */
export type TakeBackRefusal =
  | { readonly code: 'nothing-to-take-back' }
  | { readonly code: 'already-taken-back'; readonly revision: number }
  | { readonly code: 'changes-no-task'; readonly revision: number }
  | { readonly code: 'changed-later'; readonly entryId: string; readonly fields: readonly string[] };

/** The revisions that are at present taken back; an undo of an undo restores the first. */
export function takenBack(
  history: readonly Pick<RevisionHead, 'revision' | 'takesBack'>[],
): ReadonlySet<number> {
  const gone = new Set<number>();
  // Newest first, so that an undo is judged before the revision that it takes back.
  for (const { revision, takesBack } of [...history].sort((a, b) => b.revision - a.revision)) {
    if (takesBack !== null && !gone.has(revision)) gone.add(takesBack);
  }
  return gone;
}

/** The author of changes: a person, or only a name when no person is known. */
type Author = Pick<Caller, 'name' | 'personId'>;

/** Whether a revision is the author's; two people with the same name are distinguished. */
function isBy({ who, whoId }: RevisionHead, { name, personId }: Author): boolean {
  return personId === null ? whoId === null && who === name : whoId === personId;
}

/** The author's last change that has not been taken back; undefined when there is none. */
export function lastToUndo<R extends RevisionHead>(history: readonly R[], author: Author): R | undefined {
  const gone = takenBack(history);
  return [...history]
    .sort((a, b) => b.revision - a.revision)
    .find(
      (entry) =>
        isBy(entry, author) && entry.takesBack === null && !gone.has(entry.revision) && isEdit(entry),
    );
}

/** The author's last undo that has not been redone nor followed by a change of theirs; undefined when there is none. */
export function lastToRedo<R extends RevisionHead>(history: readonly R[], author: Author): R | undefined {
  const gone = takenBack(history);
  for (const entry of [...history].sort((a, b) => b.revision - a.revision)) {
    if (!isBy(entry, author)) continue;
    if (entry.action === 'undone' && !gone.has(entry.revision)) return entry;
    if (entry.takesBack === null && isEdit(entry)) return undefined;
  }
  return undefined;
}

const UNDOABLE: readonly Action[] = ['created', 'changed', 'deleted', 'imported'];

const isEdit = ({ action }: RevisionHead) => UNDOABLE.includes(action);

/**
 * The entries after a revision is taken back: each field that it changed gets its earlier value. Refused when a later
 * change depends on it, that is, when one of these fields has changed since.
 */
export function takeBack(
  history: readonly RevisionHead[],
  target: Revision | undefined,
  current: (entryId: string) => Entry | undefined,
): { readonly entries: readonly Entry[] } | { readonly refusal: TakeBackRefusal } {
  if (!target) return { refusal: { code: 'nothing-to-take-back' } };
  const { revision } = target;
  if (takenBack(history).has(revision)) return { refusal: { code: 'already-taken-back', revision } };
  if (target.action === 'generated' || target.changes.length === 0)
    return { refusal: { code: 'changes-no-task', revision } };
  const entries: Entry[] = [];
  for (const { before, after } of target.changes) {
    const present = current(after.id);
    if (!present) return { refusal: { code: 'changes-no-task', revision } };
    // Taking back a revision that added an entry deletes the entry.
    const earlier: Entry = before ?? { ...after, deleted: true };
    const fields = changedFields(earlier, after);
    const others =
      before === null
        ? changedFields(after, present)
        : fields.filter((field) => !sameJson(present[field], after[field]));
    if (others.length > 0) return { refusal: { code: 'changed-later', entryId: after.id, fields: others } };
    entries.push({ ...present, ...Object.fromEntries(fields.map((field) => [field, earlier[field]])) });
  }
  return { entries };
}

/** The reason for the refusal as an English sentence. */
export function refusalSentence(refusal: TakeBackRefusal): string {
  switch (refusal.code) {
    case 'nothing-to-take-back':
      return 'You have no change to take back.';
    case 'already-taken-back':
      return `Revision ${refusal.revision} has already been taken back.`;
    case 'changes-no-task':
      return `Revision ${refusal.revision} did not change a task in a way that can be taken back.`;
    case 'changed-later':
      return `A later change of ${refusal.entryId} depends on it: ${refusal.fields.join(', ')}.`;
    default:
      return refusal satisfies never;
  }
}
