import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Timing } from '../../../../cycle/view/my-task-kinds.js';

/** What a row keeps while the page is open. */
export interface RowState {
  readonly isOpen: boolean;
  /** The comment begun in it. */
  readonly comment: string;
  /** Where it stood when it was marked as done here, and stays; null where it stands by itself. */
  readonly group: Timing | null;
}

/** The states of a page's rows, which are kept when a row moves to another group. */
export interface RowStates {
  readonly of: (taskId: string) => RowState;
  readonly set: (taskId: string, part: Partial<RowState>) => void;
  /** Which row has the focus, and which of its elements. */
  readonly focused: RefObject<{ readonly taskId: string; readonly place: number } | null>;
}

const CLOSED: RowState = { isOpen: false, comment: '', group: null };

/** The states of a page's rows, by task. */
export function useRowStates(): RowStates {
  const [states, setStates] = useState<Readonly<Record<string, RowState>>>({});
  const focused: RowStates['focused'] = useRef(null);
  return {
    of: (taskId) => states[taskId] ?? CLOSED,
    set: (taskId, part) =>
      setStates((before) => ({ ...before, [taskId]: { ...CLOSED, ...before[taskId], ...part } })),
    focused,
  };
}

/** The elements of a row that can have the focus, the same in every group. */
const FOCUSABLE = 'a, button, summary, input, textarea';

/** Keeps the focus in a row that moves to another group. Returns the props to set on the row's element. */
export function useKeptFocus(taskId: string, { focused }: RowStates) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const { current } = focused;
    // The focus was lost with the old row; if it is elsewhere, the reader has moved it.
    if (current?.taskId !== taskId || document.activeElement !== document.body) return;
    row.current?.querySelectorAll<HTMLElement>(FOCUSABLE)[current.place]?.focus();
  }, [taskId, focused]);
  return {
    ref: row,
    onFocus: ({ target }: { readonly target: EventTarget }) => {
      const places = [...(row.current?.querySelectorAll(FOCUSABLE) ?? [])];
      focused.current = { taskId, place: places.indexOf(target as Element) };
    },
    onBlur: () => {
      focused.current = null;
    },
  };
}
