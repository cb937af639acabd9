import { type MouseEvent, type PointerEvent, useRef } from 'react';
import type { Drag } from './drag.js';

/** How many days lie between where the pointer was pressed and this point. */
export type Ruler = (x: number, y: number) => number;

/** A shorter movement is a click with an unsteady hand. */
const LEAST_DISTANCE_PX = 4;

/** The pointer handlers of an element whose entries can be dragged. */
export interface PointerDrag {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  readonly onClickCapture: (event: MouseEvent) => void;
  readonly onDragStart: (event: MouseEvent) => void;
}

interface Press {
  readonly taskId: string;
  readonly x: number;
  readonly y: number;
  readonly ruler: Ruler;
}

/**
 * Lets a mouse or pen drag the entries (`[data-task]`) of an element; touch scrolls as usual. The element captures the
 * pointer until it is released, and the click that follows a drag is suppressed.
 */
export function usePointerDrag(
  drag: Drag,
  rulerAt: (x: number, y: number) => Ruler | undefined,
): PointerDrag {
  const press = useRef<Press>(null);
  const hasDragged = useRef(false);
  const end = () => {
    press.current = null;
  };
  return {
    onPointerDown: ({ target, pointerType, button, clientX: x, clientY: y, ...keys }: PointerEvent) => {
      hasDragged.current = false;
      const isPlain =
        button === 0 && pointerType !== 'touch' && !keys.ctrlKey && !keys.metaKey && !keys.shiftKey;
      const entry = target instanceof Element ? target.closest('[data-task]') : null;
      const taskId = entry?.getAttribute('data-task');
      const ruler = isPlain && taskId ? rulerAt(x, y) : undefined;
      press.current = taskId && ruler ? { taskId, x, y, ruler } : null;
    },
    onPointerMove: ({ currentTarget, pointerId, clientX: x, clientY: y }: PointerEvent) => {
      const { current } = press;
      if (!current) return;
      if (!hasDragged.current) {
        if (Math.hypot(x - current.x, y - current.y) < LEAST_DISTANCE_PX) return;
        if (!drag.pickUp(current.taskId, 'pointer')) return end();
        hasDragged.current = true;
        currentTarget.setPointerCapture(pointerId);
      }
      drag.dragBy(current.ruler(x, y));
    },
    onPointerUp: () => {
      end();
      if (hasDragged.current) drag.drop();
    },
    onPointerCancel: () => {
      end();
      if (hasDragged.current) drag.cancel();
    },
    onClickCapture: (event: MouseEvent) => {
      if (!hasDragged.current) return;
      hasDragged.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
    // Otherwise the browser would drag the link itself.
    onDragStart: (event: MouseEvent) => event.preventDefault(),
  };
}
