import { daysBetween } from '../../../../../../calendar/iso-date.js';
import type { DraggedTask, Spot } from '../../../../task/move/drag.js';
import type { Ruler } from '../../../../task/move/pointer-drag.js';
import type { Scale } from './scale.js';

/** How far below its mark the date of a dragged task is shown, in pixels. */
const BELOW = 4;

/** Measures days along the plot of a timeline, also while that is scrolled. */
export function rulerOn(plot: HTMLElement, { places }: Scale, x: number): Ruler {
  const along = (clientX: number) => clientX - plot.getBoundingClientRect().left;
  const pressed = along(x);
  const day = plot.clientWidth / places.size;
  return (clientX) => Math.round((along(clientX) - pressed) / day);
}

/** Shifts the mark of the dragged task only; returns where to show its date. */
export function drawDragged(
  plot: HTMLElement,
  { places }: Scale,
  dragged: DraggedTask | null,
): Spot | undefined {
  const before = plot.querySelector<HTMLElement>('[data-dragged]');
  if (!dragged) {
    before?.removeAttribute('data-dragged');
    return undefined;
  }
  const { task, days } = dragged;
  const link = plot.querySelector<HTMLElement>(`[data-task="${CSS.escape(task.id)}"]`);
  const entry = link?.parentElement;
  if (!link || !entry) return undefined;
  const shift = (daysBetween(task.start, days.start) * plot.clientWidth) / places.size;
  entry.setAttribute('data-dragged', '');
  entry.style.setProperty('--dragged-by', `${shift}px`);
  const { left, width, bottom } = link.getBoundingClientRect();
  return { x: left + width / 2, y: bottom + BELOW };
}
