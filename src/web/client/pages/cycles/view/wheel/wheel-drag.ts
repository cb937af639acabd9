import { daysBetween } from '../../../../../../calendar/iso-date.js';
import { angleOfNoon } from '../../../../../../wheel/dial.js';
import { linePath, polar } from '../../../../../../wheel/geometry.js';
import type { DrawnWheel } from '../../../../../../wheel/wheel.js';
import type { DraggedTask, Spot } from '../../../../task/move/drag.js';
import type { Ruler } from '../../../../task/move/pointer-drag.js';
import { entryOf } from './wheel-svg.js';

const SVG = 'http://www.w3.org/2000/svg';
/** How far above its mark the date of a dragged task is shown, in pixels. */
const ABOVE = 40;

/** Measures days around the hub of a wheel, whichever way and however often the pointer goes around it. */
export function rulerAround(place: HTMLElement, { face, drawing }: DrawnWheel, pressed: Spot): Ruler {
  const { dial, centre } = face;
  const angleAt = ({ x, y }: Spot) => {
    const box = place.getBoundingClientRect();
    const unit = drawing.width / box.width;
    const [right, down] = [(x - box.left) * unit - centre.x, (y - box.top) * unit - centre.y];
    return (Math.atan2(right, -down) * 180) / Math.PI;
  };
  let [before, turned] = [angleAt(pressed), 0];
  return (x, y) => {
    const now = angleAt({ x, y });
    turned += ((now - before + 540) % 360) - 180;
    before = now;
    return Math.round((turned * dial.days) / dial.span);
  };
}

/**
 * Draws the dragged task on a sheet over the wheel, with a hand at its date: the wheel itself, with its hundreds of
 * marks, is not redrawn. Returns where to show the date.
 */
export function drawDragged(
  place: HTMLElement,
  sheet: SVGSVGElement,
  { face: { dial, centre, rings, outer } }: DrawnWheel,
  dragged: DraggedTask | null,
): Spot | undefined {
  if (!dragged) {
    place.querySelector('[data-dragged]')?.removeAttribute('data-dragged');
    sheet.replaceChildren();
    return undefined;
  }
  const { task, days } = dragged;
  if (!sheet.firstElementChild) {
    const entry = entryOf(place, task.id);
    if (!entry) return undefined;
    const hand = document.createElementNS(SVG, 'path');
    hand.setAttribute('d', linePath(polar(centre, rings.inner, 0), polar(centre, outer, 0)));
    sheet.append(hand, markOf(entry));
    entry.setAttribute('data-dragged', '');
  }
  const [hand, mark] = sheet.children;
  const angle = angleOfNoon(dial, days.start);
  const turned = (daysBetween(task.start, days.start) * dial.span) / dial.days;
  hand?.setAttribute('transform', `rotate(${angle} ${centre.x} ${centre.y})`);
  mark?.setAttribute('transform', `rotate(${turned} ${centre.x} ${centre.y})`);
  const { left, width, top } = (mark?.firstElementChild ?? sheet).getBoundingClientRect();
  return { x: left + width / 2, y: top - ABOVE };
}

/** A copy of an entry's mark, without its name, which would end up upside down, and without what makes it a link. */
function markOf(entry: SVGGElement): SVGGElement {
  const copy = entry.cloneNode(true) as SVGGElement;
  for (const { name } of [...copy.attributes]) copy.removeAttribute(name);
  for (const text of copy.querySelectorAll('text')) text.remove();
  return copy;
}
