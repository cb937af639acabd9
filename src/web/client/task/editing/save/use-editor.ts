import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { ApiProblem, presentState } from '../../../data/api/problem.js';
import { refreshCycle } from '../../../data/cycle/task-changes.js';
import { useTexts } from '../../../data/language/use-texts.js';
import {
  dropUnsaved,
  isChanged,
  keepUnsaved,
  putAnswered,
  type Unsaved,
  unsavedId,
  useUnsaved,
} from '../form/unsaved.js';
import { send } from './send.js';

/** The state of what is being edited, and the ways to save it. */
export interface Editor<U extends Unsaved> {
  readonly unsaved: U;
  readonly write: (form: U['form']) => void;
  /** Saves the form, or another in its place. */
  readonly save: (form?: U['form']) => void;
  /** Rebases on the current state with a merged form, and saves it. */
  readonly settle: (base: unknown, form: U['form']) => void;
  readonly throwAway: () => void;
  readonly isSaving: boolean;
  /** Why it was not saved; null when there is no error, and while it waits to be online. */
  readonly error: Error | null;
  /** The current state, when somebody else has changed it and the reader has not returned to the form. */
  readonly conflict: unknown;
  readonly goBack: () => void;
}

interface Options<U extends Unsaved> {
  readonly begun: U;
  readonly person: string;
  /** Called when it has been saved. */
  readonly onSaved: (unsaved: U) => void;
  /** Called when editing is finished: it is saved, or there was nothing to save. */
  readonly onDone: () => void;
}

/**
 * Stores what is being written in the browser at every keystroke, and saves it: at once, or when the page is online
 * again. What somebody else has changed meanwhile is never overwritten.
 */
export function useEditor<U extends Unsaved>({ begun, person, onSaved, onDone }: Options<U>): Editor<U> {
  const { language } = useTexts();
  const queries = useQueryClient();
  const [unsaved, setUnsaved] = useState(begun);
  const [isBack, setIsBack] = useState(false);
  const id = unsavedId(unsaved);
  const keep = (next: U) => {
    setUnsaved(next);
    if (isChanged(next)) keepUnsaved(person, next);
    else dropUnsaved(person, unsavedId(next));
  };
  const written = (form: U['form']): U => ({
    ...unsaved,
    form,
    state: 'typed',
    at: new Date().toISOString(),
    ...titleIn(unsaved, form),
  });
  const saving = useMutation({
    // What is sent without a network is to fail at once, so that it can be said that it waits.
    networkMode: 'always',
    mutationFn: (next: U) => send(next, language),
    onSuccess: (_, next) => {
      putAnswered(person, next, null);
      onSaved(next);
      onDone();
    },
    onError: (error, next) => {
      const isLost = error instanceof ApiProblem && error.status === 0;
      keep({ ...next, state: isLost ? 'waiting' : 'typed' });
    },
    onSettled: () => void refreshCycle(queries, begun.cycleId),
  });
  const save = (next: U) => {
    if (saving.isPending) return;
    setIsBack(false);
    if (next.kind !== 'new' && !isChanged(next)) onDone();
    else saving.mutate(next);
  };

  // What waits is sent by the page itself, see waiting-saves.tsx.
  const kept = useUnsaved(person).find((each) => unsavedId(each) === id);
  const whileWaiting = useEffectEvent(() => {
    if (unsaved.state !== 'waiting' || saving.isPending) return;
    if (!kept) onDone();
    else if (kept.state === 'refused') save(unsaved);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state that is kept is what there is to react to
  useEffect(() => whileWaiting(), [kept?.state]);

  // What the service has refused before is shown with the reasons that it has now.
  const onBegin = useEffectEvent(() => {
    if (begun.state === 'refused') save(begun);
  });
  useEffect(() => onBegin(), []);

  const { error } = saving;
  const isLost = error instanceof ApiProblem && error.status === 0;
  return {
    unsaved,
    write: (form) => keep(written(form)),
    save: (form) => {
      const next = form === undefined ? unsaved : written(form);
      if (next !== unsaved) keep(next);
      save(next);
    },
    settle: (base, form) => {
      // A new task that is there already, because its answer was lost on the way, is changed from then on.
      const kind = unsaved.kind === 'new' ? 'task' : unsaved.kind;
      const next = { ...unsaved, kind, base, form } as U;
      dropUnsaved(person, id);
      keep(next);
      save(next);
    },
    throwAway: () => dropUnsaved(person, id),
    isSaving: saving.isPending,
    error: isLost ? null : error,
    conflict: isBack ? undefined : presentState(error),
    goBack: () => setIsBack(true),
  };
}

/** A new task is named by the title typed. */
function titleIn({ kind }: Unsaved, form: Unsaved['form']): { readonly title?: string } {
  return kind === 'new' && 'title' in form ? { title: form.title } : {};
}
