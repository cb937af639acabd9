import {
  type FocusEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';

/** How long the pointer rests before the card comes, and how long it may take on its way to the card. */
const SHOW_MS = 150;
const HIDE_MS = 250;

/** The task that the card describes, and the place it belongs to. */
export interface ShownCard {
  readonly id: string;
  readonly anchor: DOMRect;
}

/** A card beside what is pointed at or focused; it can be pointed at itself, and Escape puts it away. */
export function useCard() {
  const id = useId();
  const [shown, setShown] = useState<ShownCard | null>(null);
  const timer = useRef(0);
  const later = useCallback((next: ShownCard | null, ms: number) => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setShown(next), ms);
  }, []);
  const hide = useCallback(() => later(null, 0), [later]);
  const stay = useCallback(() => clearTimeout(timer.current), []);
  const leave = useCallback(() => later(null, HIDE_MS), [later]);
  useEffect(() => stay, [stay]);
  const listeners = useMemo(() => {
    const showOf = (target: EventTarget, ms: number, x?: number) => {
      const entry = target instanceof Element ? target.closest<HTMLElement>('[data-task]') : null;
      const task = entry?.dataset.task;
      if (!entry || task === undefined) return false;
      const { left, top, width, height } = entry.getBoundingClientRect();
      // On a long bar the card appears at the pointer.
      const at = x === undefined ? Math.max(left, 0) : Math.max(left, x - 16);
      later({ id: task, anchor: new DOMRect(at, top, width, height) }, ms);
      return true;
    };
    return {
      onPointerOver: (event: PointerEvent) => {
        if (event.pointerType !== 'touch' && !showOf(event.target, SHOW_MS, event.clientX)) leave();
      },
      onPointerLeave: leave,
      onFocus: (event: FocusEvent) => {
        if (event.target.matches(':focus-visible')) showOf(event.target, 0);
      },
      onBlur: leave,
      // Walking with keys scrolls: the card goes along with what is focused, and away from what was pointed at.
      onScroll: () => {
        const { activeElement } = document;
        if (!activeElement?.matches(':focus-visible') || !showOf(activeElement, 0)) hide();
      },
    };
  }, [later, leave, hide]);
  return { id, shown, hide, stay, leave, listeners };
}

export type Card = ReturnType<typeof useCard>;
