import { type MouseEvent, type PointerEvent, useRef } from 'react';
import type { Carry } from './carry.js';

/** How many days it is from where the pointer was pressed to where it is. */
export type Ruler = (x: number, y: number) => number;

/** Less than this is a click of an unsteady hand. */
const LEAST_WAY_PX = 4;

/** What an element hears of the pointer, while it lets its entries be dragged. */
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
 * Lets a mouse or pen drag the entries (`[data-task]`) of an element; a finger scrolls as ever. The element hears of
 * the pointer until it is let go, and of no click afterwards.
 */
export function usePointerDrag(
  carry: Carry,
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
        if (Math.hypot(x - current.x, y - current.y) < LEAST_WAY_PX) return;
        if (!carry.takeUp(current.taskId, 'pointer')) return end();
        hasDragged.current = true;
        currentTarget.setPointerCapture(pointerId);
      }
      carry.carryBy(current.ruler(x, y));
    },
    onPointerUp: () => {
      end();
      if (hasDragged.current) carry.putDown();
    },
    onPointerCancel: () => {
      end();
      if (hasDragged.current) carry.putBack();
    },
    onClickCapture: (event: MouseEvent) => {
      if (!hasDragged.current) return;
      hasDragged.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
    // Links would be dragged by the browser.
    onDragStart: (event: MouseEvent) => event.preventDefault(),
  };
}
