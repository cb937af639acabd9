import { type RefObject, useEffect, useRef, useState } from 'react';

/** What the reader has opened and begun to write in the row of a task. */
export interface RowState {
  readonly isOpen: boolean;
  readonly comment: string;
}

/** The rows of a page, whose states stay when they move to another group. */
export interface RowStates {
  readonly of: (taskId: string) => RowState;
  readonly set: (taskId: string, part: Partial<RowState>) => void;
  /** Where in which row the focus is. */
  readonly focused: RefObject<{ readonly taskId: string; readonly place: number } | null>;
}

const CLOSED: RowState = { isOpen: false, comment: '' };

/** The states of the rows of a page, each by its task. */
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

/** What of a row can have the focus; it is the same in every group. */
const FOCUSABLE = 'a, button, summary, input, textarea';

/** Keeps the focus where it is in a row that moves to another group: what is to be set on its element. */
export function useKeptFocus(taskId: string, { focused }: RowStates) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const { current } = focused;
    // The focus has gone with the row that was; where it is elsewhere, it was moved by the reader.
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
