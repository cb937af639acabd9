import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import type { TaskView } from '../../../../task/task-view.js';
import { useTexts } from '../../data/language/use-texts.js';
import styles from './carry.module.css';
import { type Bounds, type Days, daysInWords, movedBy } from './move.js';
import type { Moving } from './move-task.js';

/** A task that has been taken up and not put down. */
export interface Carried {
  readonly task: TaskView;
  readonly bounds: Bounds;
  /** Where it would lie if it were put down now. */
  readonly days: Days;
  readonly by: 'pointer' | 'keys';
}

/** A place on the screen. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** How many days a key moves a task that is carried with Shift. */
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, PageDown: 7, PageUp: -7 };

/** The same, as browsers tell them to those who hear the page. */
export const MOVE_KEYS = Object.keys(STEPS)
  .map((key) => `Shift+${key}`)
  .join(' ');

/** A task of a view in the reader's hands. */
export interface Carry {
  readonly isCarrying: () => boolean;
  /** Takes a task up; false when the reader may not. */
  readonly takeUp: (taskId: string, by: Carried['by']) => boolean;
  /** Carries it so many days from where it was taken up. */
  readonly carryBy: (days: number) => void;
  readonly putDown: () => void;
  /** Leaves it where it was. */
  readonly putBack: () => void;
  /** Shift with an arrow or page key carries the task, letting go of Shift puts it down; true when it was such a key. */
  readonly onKeyDown: (event: KeyboardEvent, taskId: string | undefined) => boolean;
  /** The date beside the task, and the place where screen readers hear it. */
  readonly label: ReactNode;
}

export interface CarryProps {
  readonly moving: Moving;
  readonly tasks: readonly TaskView[];
  /** Shows the task where it is carried to, and tells where its date shall stand; null when it is carried no more. */
  readonly draw: (carried: Carried | null) => Spot | undefined;
}

/**
 * Lets the reader take up a task in a view, carry it to another day and put it down there. Nothing is drawn anew
 * meanwhile but what `draw` does: views of hundreds of tasks keep pace with the hand.
 */
export function useCarry({ moving, tasks, draw }: CarryProps): Carry {
  const { t } = useTexts();
  const carried = useRef<Carried | null>(null);
  const tag = useRef<HTMLDivElement>(null);
  const heard = useRef<HTMLOutputElement>(null);

  const say = (text: string) => {
    if (heard.current) heard.current.textContent = text;
  };
  const show = (next: Carried | null) => {
    carried.current = next;
    const spot = draw(next);
    const { current } = tag;
    if (!current) return;
    current.toggleAttribute('data-shown', spot !== undefined);
    if (!next || !spot) return;
    const when = daysInWords(next.days, t);
    current.textContent = when;
    // In sight, wherever the task is carried.
    const { offsetWidth, offsetHeight } = current;
    const x = inside(spot.x - offsetWidth / 2, document.documentElement.clientWidth - offsetWidth);
    const y = inside(spot.y, innerHeight - offsetHeight);
    current.style.setProperty('translate', `${x}px ${y}px`);
    if (next.by === 'keys') say(t('work.changes.carried', { title: next.task.title, when }));
  };
  const takeUp: Carry['takeUp'] = (taskId, by) => {
    const task = tasks.find(({ id }) => id === taskId);
    const bounds = task && moving.boundsOf(task);
    if (!task || !bounds) return false;
    show({ task, bounds, days: { start: task.start, end: task.end }, by });
    return true;
  };
  const carryBy = (count: number) => {
    const { current } = carried;
    if (!current) return;
    const days = movedBy(current.task, count, current.bounds);
    if (days.start !== current.days.start) show({ ...current, days });
  };
  const putDown = () => {
    const { current } = carried;
    if (!current) return;
    show(null);
    say('');
    moving.move(current.task, current.days);
  };
  const putBack = () => {
    const { current } = carried;
    if (!current) return;
    show(null);
    say(t('work.changes.put-back', { title: current.task.title }));
  };
  const onEscape = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== 'Escape' || !carried.current) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    putBack();
  });
  const onLeave = useEffectEvent(() => {
    if (carried.current?.by === 'keys') putDown();
  });
  // Wherever the focus is by then: Shift+Tab leaves the view with the key held down.
  const onShiftUp = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key === 'Shift') onLeave();
  });
  useEffect(() => {
    // Before anything else that Escape would close.
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
  const onKeyDown: Carry['onKeyDown'] = (event, taskId) => {
    const step = STEPS[event.key];
    if (!event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (step === undefined || taskId === undefined) return false;
    if (carried.current?.task.id !== taskId) {
      putDown();
      steps.current = 0;
      if (!takeUp(taskId, 'keys')) return false;
    }
    event.preventDefault();
    steps.current += step;
    carryBy(steps.current);
    return true;
  };
  return {
    isCarrying: () => carried.current !== null,
    takeUp,
    carryBy,
    putDown,
    putBack,
    onKeyDown,
    label: (
      <>
        <div ref={tag} className={styles.tag} aria-hidden="true" />
        <output ref={heard} className="ds-sr-only" />
      </>
    ),
  };
}

const inside = (place: number, most: number) => Math.round(Math.min(Math.max(place, 0), most));
