import { daysBetween } from '../../../../../../calendar/iso-date.js';
import type { Carried, Spot } from '../../../../task/move/carry.js';
import type { Ruler } from '../../../../task/move/pointer-drag.js';
import type { Scale } from './scale.js';

/** How far below its mark the date of a carried task stands. */
const BELOW = 4;

/** Measures days along the plot of a timeline, also while that is scrolled. */
export function rulerOn(plot: HTMLElement, { places }: Scale, x: number): Ruler {
  const along = (clientX: number) => clientX - plot.getBoundingClientRect().left;
  const pressed = along(x);
  const day = plot.clientWidth / places.size;
  return (clientX) => Math.round((along(clientX) - pressed) / day);
}

/** Shifts the mark of the task that is carried, and no other; tells where its date shall stand. */
export function drawCarried(plot: HTMLElement, { places }: Scale, carried: Carried | null): Spot | undefined {
  const before = plot.querySelector<HTMLElement>('[data-carried]');
  if (!carried) {
    before?.removeAttribute('data-carried');
    return undefined;
  }
  const { task, days } = carried;
  const link = plot.querySelector<HTMLElement>(`[data-task="${CSS.escape(task.id)}"]`);
  const entry = link?.parentElement;
  if (!link || !entry) return undefined;
  const shift = (daysBetween(task.start, days.start) * plot.clientWidth) / places.size;
  entry.setAttribute('data-carried', '');
  entry.style.setProperty('--carried', `${shift}px`);
  const { left, width, bottom } = link.getBoundingClientRect();
  return { x: left + width / 2, y: bottom + BELOW };
}
