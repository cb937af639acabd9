import type { TaskView } from '../../../../../../task/task-view.js';
import type { Drawing } from '../../../../../../wheel/drawing.js';
import { PALETTES, type Palette } from '../../../../../../wheel/palette.js';
import { svgOf } from '../../../../../../wheel/svg.js';

/** The colours of the wheel as CSS variables, so that a colour scheme changes them without a redraw. */
const VARIABLES = {
  ...Object.fromEntries(Object.keys(PALETTES.light).map((colour) => [colour, `var(--wheel-${colour})`])),
  paper: 'var(--ds-color-neutral-background-default)',
} as unknown as Palette;

const ENTRY = /^entry:(.*)$/;

/** Inserts a drawing into an element of the page, with entries reachable by pointer, keyboard and screen reader. */
export function mountWheel(
  place: HTMLElement,
  drawing: Drawing,
  id: string,
  names: ReadonlyMap<string, string>,
): void {
  place.innerHTML = svgOf(drawing, VARIABLES, id);
  const svg = place.querySelector('svg');
  if (!svg) return;
  // The role of a picture would hide its content from screen readers, and its title would show as a tooltip everywhere.
  svg.setAttribute('role', 'group');
  svg.removeAttribute('aria-labelledby');
  svg.setAttribute('aria-label', drawing.title);
  svg.querySelector('title')?.remove();
  svg.querySelector('desc')?.remove();
  svg.removeAttribute('width');
  svg.removeAttribute('height');
  for (const group of svg.querySelectorAll<SVGGElement>(':scope > g')) {
    const taskId = ENTRY.exec(group.dataset.of ?? '')?.[1];
    if (taskId === undefined) {
      group.setAttribute('aria-hidden', 'true');
      continue;
    }
    group.dataset.task = taskId;
    group.setAttribute('role', 'link');
    group.setAttribute('tabindex', '-1');
    group.setAttribute('aria-label', names.get(taskId) ?? taskId);
  }
}

/** Makes Tab lead to an entry, or to the first one when that is not drawn. */
export function stopAt(place: HTMLElement, taskId: string | undefined): void {
  const stop = (taskId !== undefined && entryOf(place, taskId)) || place.querySelector('[data-task]');
  place.querySelector('[data-task][tabindex="0"]')?.setAttribute('tabindex', '-1');
  stop?.setAttribute('tabindex', '0');
}

/** The entry that has the focus; undefined when none has. */
export function focusedIn(place: HTMLElement): string | undefined {
  const { activeElement } = document;
  return place.contains(activeElement) ? taskIdAt(activeElement) : undefined;
}

/** The entry that an event happened on. */
export function taskIdAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<SVGGElement>('[data-task]')?.dataset.task : undefined;
}

/** The month or break that an event happened on: `month:2026-10`. */
export function placeAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<SVGGElement>('[data-of]')?.dataset.of : undefined;
}

/** Highlights one entry; null highlights none. */
export function pointOut(place: HTMLElement, taskId: TaskView['id'] | null): void {
  const svg = place.querySelector('svg');
  if (!svg) return;
  svg.querySelector('[data-active]')?.removeAttribute('data-active');
  const group = taskId === null ? undefined : entryOf(svg, taskId);
  group?.setAttribute('data-active', '');
  svg.toggleAttribute('data-dimmed', group !== undefined);
}

/** Moves the focus to an entry, and makes Tab lead back to it. */
export function focusEntry(place: HTMLElement, taskId: TaskView['id']): void {
  const group = entryOf(place, taskId);
  if (!group) return;
  stopAt(place, taskId);
  group.focus();
}

/** The group of an entry's shapes. */
export function entryOf(within: Element, taskId: string): SVGGElement | undefined {
  return within.querySelector<SVGGElement>(`[data-task="${CSS.escape(taskId)}"]`) ?? undefined;
}
