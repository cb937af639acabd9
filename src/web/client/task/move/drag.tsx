import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import type { TaskView } from '../../../../task/task-view.js';
import { useTexts } from '../../data/language/use-texts.js';
import styles from './drag.module.css';
import { type Bounds, type Days, daysInWords, movedBy } from './move.js';
import type { Moving } from './move-task.js';

/** A task that has been picked up and not dropped. */
export interface DraggedTask {
  readonly task: TaskView;
  readonly bounds: Bounds;
  /** Where it would land if it were dropped now. */
  readonly days: Days;
  readonly by: 'pointer' | 'keys';
}

/** A point on the screen, in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** How many days each key moves a task while Shift is held. */
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, PageDown: 7, PageUp: -7 };

/** The same keys as a value of `aria-keyshortcuts`. */
export const MOVE_KEYS = Object.keys(STEPS)
  .map((key) => `Shift+${key}`)
  .join(' ');

/** Dragging the tasks of a view, by pointer or keyboard. */
export interface Drag {
  readonly isDragging: () => boolean;
  /** Starts dragging a task; false when the reader may not move it. */
  readonly pickUp: (taskId: string, by: DraggedTask['by']) => boolean;
  /** Moves it to this many days from where it was picked up. */
  readonly dragBy: (days: number) => void;
  readonly drop: () => void;
  /** Leaves the task where it was. */
  readonly cancel: () => void;
  /** Shift with an arrow or page key drags the task, and releasing Shift drops it; true when the key was one of these. */
  readonly onKeyDown: (event: KeyboardEvent, taskId: string | undefined) => boolean;
  /** The date beside the task, and the live region that announces it. */
  readonly label: ReactNode;
}

export interface DragProps {
  readonly moving: Moving;
  readonly tasks: readonly TaskView[];
  /** Draws the task at its new place and returns where to show its date; null when dragging has ended. */
  readonly draw: (dragged: DraggedTask | null) => Spot | undefined;
}

/**
 * Lets the reader drag a task of a view to another day. Only `draw` changes what is shown meanwhile: React renders
 * nothing, so that views of hundreds of tasks keep up with the pointer.
 */
export function useDrag({ moving, tasks, draw }: DragProps): Drag {
  const { t } = useTexts();
  const dragged = useRef<DraggedTask | null>(null);
  const tag = useRef<HTMLDivElement>(null);
  const announcer = useRef<HTMLOutputElement>(null);

  const announce = (text: string) => {
    if (announcer.current) announcer.current.textContent = text;
  };
  const show = (next: DraggedTask | null) => {
    dragged.current = next;
    const spot = draw(next);
    const { current } = tag;
    if (!current) return;
    current.toggleAttribute('data-shown', spot !== undefined);
    if (!next || !spot) return;
    const when = daysInWords(next.days, t);
    current.textContent = when;
    // Keeps the date on screen, wherever the task is dragged.
    const { offsetWidth, offsetHeight } = current;
    const x = inside(spot.x - offsetWidth / 2, document.documentElement.clientWidth - offsetWidth);
    const y = inside(spot.y, innerHeight - offsetHeight);
    current.style.setProperty('translate', `${x}px ${y}px`);
    if (next.by === 'keys') announce(t('work.changes.carried', { title: next.task.title, when }));
  };
  const pickUp: Drag['pickUp'] = (taskId, by) => {
    const task = tasks.find(({ id }) => id === taskId);
    const bounds = task && moving.boundsOf(task);
    if (!task || !bounds) return false;
    show({ task, bounds, days: { start: task.start, end: task.end }, by });
    return true;
  };
  const dragBy = (count: number) => {
    const { current } = dragged;
    if (!current) return;
    const days = movedBy(current.task, count, current.bounds);
    if (days.start !== current.days.start) show({ ...current, days });
  };
  const drop = () => {
    const { current } = dragged;
    if (!current) return;
    show(null);
    announce('');
    moving.move(current.task, current.days);
  };
  const cancel = () => {
    const { current } = dragged;
    if (!current) return;
    show(null);
    announce(t('work.changes.put-back', { title: current.task.title }));
  };
  const onEscape = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== 'Escape' || !dragged.current) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    cancel();
  });
  const onLeave = useEffectEvent(() => {
    if (dragged.current?.by === 'keys') drop();
  });
  // On the document, since the focus may have left the view: Shift+Tab does so with Shift held down.
  const onShiftUp = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key === 'Shift') onLeave();
  });
  useEffect(() => {
    // Captured, so that Escape cancels the drag before it closes anything else.
    document.addEventListener('keydown', onEscape, { capture: true });
    document.addEventListener('keyup', onShiftUp);
    window.addEventListener('blur', onLeave);
    return () => {
      document.removeEventListener('keydown', onEscape, { capture: true });
      document.removeEventListener('keyup', onShiftUp);
      window.removeEventListener('blur', onLeave);
    };
  }, []);
  const steps = useRef(0);
  const onKeyDown: Drag['onKeyDown'] = (event, taskId) => {
    const step = STEPS[event.key];
    if (!event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (step === undefined || taskId === undefined) return false;
    if (dragged.current?.task.id !== taskId) {
      drop();
      steps.current = 0;
      if (!pickUp(taskId, 'keys')) return false;
    }
    event.preventDefault();
    steps.current += step;
    dragBy(steps.current);
    return true;
  };
  return {
    isDragging: () => dragged.current !== null,
    pickUp,
    dragBy,
    drop,
    cancel,
    onKeyDown,
    label: (
      <>
        <div ref={tag} className={styles.tag} aria-hidden="true" />
        <output ref={announcer} className="ds-sr-only" />
      </>
    ),
  };
}

const inside = (place: number, most: number) => Math.round(Math.min(Math.max(place, 0), most));
