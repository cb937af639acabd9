import { useMemo, useSyncExternalStore } from 'react';
import { withRuleKind } from '../../../../../calendar/inferred-kind.js';
import type { AdjustmentView } from '../../../../../task/adjustment.js';
import type { TaskView } from '../../../../../task/task-view.js';
import { keepChoice, keptChoice } from '../../../data/browser/kept-choice.js';
import { isTooOld, UNSAVED } from '../../../data/browser/kept-unsaved.js';
import { isSignedOut } from '../../../data/browser/signed-out.js';
import { ADJUSTMENT, type AdjustmentForm, adjustmentFormOf } from './adjustment-form.js';
import { differing } from './edited-fields.js';
import { formOf, NEW_TASK, TASK, type TaskForm } from './task-form.js';

interface Common {
  readonly cycleId: string;
  /** Its name, for people. */
  readonly title: string;
  /** When it was last edited. */
  readonly at: string;
  /** `waiting` to be sent when online; `refused` when it was then sent and rejected. */
  readonly state: 'typed' | 'waiting' | 'refused';
}

/** Unsaved work: a change to a task, a new task, or an adjustment. */
export type Unsaved =
  | (Common & { readonly kind: 'task'; readonly base: TaskView; readonly form: TaskForm })
  | (Common & {
      readonly kind: 'new';
      readonly ref: string;
      /** The unit or county that it is for, whichever unit the reader acts for when it is sent. */
      readonly layer: string;
      readonly form: TaskForm;
    })
  | (Common & {
      readonly kind: 'adjustment';
      readonly taskId: string;
      readonly unit: string;
      readonly base: AdjustmentView;
      readonly form: AdjustmentForm;
    });

/** The id of unsaved work among a person's own. */
export function unsavedId(unsaved: Unsaved): string {
  switch (unsaved.kind) {
    case 'task':
      return `task ${unsaved.base.id}`;
    case 'new':
      return `new ${unsaved.ref}`;
    case 'adjustment':
      return `adjustment ${unsaved.taskId} ${unsaved.unit}`;
    default:
      return unsaved satisfies never;
  }
}

/** The form before anything was typed in it. */
export function formBefore(unsaved: Exclude<Unsaved, { kind: 'adjustment' }>): TaskForm {
  return unsaved.kind === 'task' ? formOf(unsaved.base) : NEW_TASK;
}

/** Whether anything has been changed in the form. */
export function isChanged(unsaved: Unsaved): boolean {
  switch (unsaved.kind) {
    case 'task':
    case 'new':
      return differing(TASK, unsaved.form, formBefore(unsaved)).length > 0;
    case 'adjustment':
      return differing(ADJUSTMENT, unsaved.form, adjustmentFormOf(unsaved.base)).length > 0;
    default:
      return unsaved satisfies never;
  }
}

/** Increased when the stored format changes: what an older page has stored cannot be resumed then. */
const FORMAT = 2;

const keptAs = (person: string) => `${UNSAVED}${person}`;

interface Kept {
  readonly format: number;
  readonly all: Readonly<Record<string, Unsaved>>;
}

/**
 * Unsaved work stored by the page of the version before, in the form of this one: a rule gets its kind, and a field
 * that did not exist is as if nobody had typed in it.
 */
function whole(kept: Unsaved): Unsaved {
  if (kept.kind === 'adjustment') return kept;
  const known =
    kept.kind === 'task'
      ? { ...kept, base: { ...kept.base, rule: withRuleKind(kept.base.rule) as TaskView['rule'] } }
      : kept;
  return { ...known, form: { ...formBefore(known), ...known.form } };
}

/** Entries that cannot be resumed are dropped one by one. */
function readable(id: string, kept: Unsaved): [string, Unsaved][] {
  try {
    return [[id, whole(kept)]];
  } catch {
    return [];
  }
}

function read(person: string): Readonly<Record<string, Unsaved>> {
  try {
    const kept = JSON.parse(keptChoice(keptAs(person)) ?? '') as Kept;
    if (kept.format !== FORMAT) return {};
    return Object.fromEntries(
      Object.entries(kept.all)
        .filter(([, each]) => !isTooOld(each))
        .flatMap(([id, unsaved]) => readable(id, unsaved)),
    );
  } catch {
    return {};
  }
}

const listeners = new Set<() => void>();

function change(person: string, next: (all: Readonly<Record<string, Unsaved>>) => Record<string, Unsaved>) {
  const all = next(read(person));
  const kept: Kept = { format: FORMAT, all };
  keepChoice(keptAs(person), Object.keys(all).length === 0 ? null : JSON.stringify(kept));
  for (const listener of listeners) listener();
}

/**
 * Stores a person's unsaved work in the browser, replacing what they had stored of the same. What is typed after they have
 * signed out, before the page is left or in another window, is not stored: the next user must not read it.
 */
export function keepUnsaved(person: string, unsaved: Unsaved): void {
  if (unsaved.state === 'typed' && isSignedOut()) return;
  change(person, (all) => ({ ...all, [unsavedId(unsaved)]: unsaved }));
}

/** Removes unsaved work that has been saved or discarded. */
export function dropUnsaved(person: string, id: string): void {
  change(person, ({ [id]: _dropped, ...rest }) => rest);
}

/** Stores the outcome of sending unsaved work, or removes it; what has been typed since then is kept. */
export function putAnswered(person: string, sent: Unsaved, becomes: Unsaved | null): void {
  const isAsSent = read(person)[unsavedId(sent)]?.at === sent.at;
  if (!isAsSent) return;
  if (becomes === null) dropUnsaved(person, unsavedId(sent));
  else keepUnsaved(person, becomes);
}

/** A person's unsaved work, oldest first; kept up to date with other windows. */
export function useUnsaved(person: string): readonly Unsaved[] {
  const raw = useSyncExternalStore(
    (onChange) => {
      listeners.add(onChange);
      addEventListener('storage', onChange);
      return () => {
        listeners.delete(onChange);
        removeEventListener('storage', onChange);
      };
    },
    () => keptChoice(keptAs(person)),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text tells when what is read has changed
  return useMemo(() => Object.values(read(person)).sort((a, b) => (a.at < b.at ? -1 : 1)), [person, raw]);
}

/** A random id of 32 hexadecimal digits. */
export function newRef(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
