import type { TaskView } from '../../../../../../task/task-view.js';
import type { Drawing } from '../../../../../../wheel/drawing.js';
import { PALETTES, type Palette } from '../../../../../../wheel/palette.js';
import { svgOf } from '../../../../../../wheel/svg.js';

/** The colours of the wheel as the style sheets know them, so that a scheme changes them without drawing anew. */
const VARIABLES = {
  ...Object.fromEntries(Object.keys(PALETTES.light).map((colour) => [colour, `var(--wheel-${colour})`])),
  paper: 'var(--ds-color-neutral-background-default)',
} as unknown as Palette;

const ENTRY = /^entry:(.*)$/;

/** Puts a drawing into a place of the page, where its entries can be reached by pointer, keyboard and screen reader. */
export function mountWheel(
  place: HTMLElement,
  drawing: Drawing,
  id: string,
  names: ReadonlyMap<string, string>,
): void {
  place.innerHTML = svgOf(drawing, VARIABLES, id);
  const svg = place.querySelector('svg');
  if (!svg) return;
  // A picture hides what is in it from screen readers, and its title would follow the pointer everywhere.
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

/** Lets the Tab key lead to an entry, or to the first where that is not drawn. */
export function stopAt(place: HTMLElement, taskId: string | undefined): void {
  const stop = (taskId !== undefined && entryOf(place, taskId)) || place.querySelector('[data-task]');
  place.querySelector('[data-task][tabindex="0"]')?.setAttribute('tabindex', '-1');
  stop?.setAttribute('tabindex', '0');
}

/** The entry that has the keyboard's focus; undefined when none has. */
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

/** Lets one entry stand out among the others; null lets all stand alike. */
export function pointOut(place: HTMLElement, taskId: TaskView['id'] | null): void {
  const svg = place.querySelector('svg');
  if (!svg) return;
  svg.querySelector('[data-active]')?.removeAttribute('data-active');
  const group = taskId === null ? undefined : entryOf(svg, taskId);
  group?.setAttribute('data-active', '');
  svg.toggleAttribute('data-dimmed', group !== undefined);
}

/** Gives the keyboard's focus to an entry, which is then where it comes back to. */
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
