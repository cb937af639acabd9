import { addDays, type IsoDate, isoWeekOf } from '../../../../../../calendar/iso-date.js';
import type { ZoomKind } from '../any-view/zoom.js';

/** The days that a timeline shows, and the width they are drawn in. */
export interface Scale {
  readonly from: IsoDate;
  /** The last day, included. */
  readonly to: IsoDate;
  /** In pixels. */
  readonly width: number;
  /** Of one day, in pixels. */
  readonly day: number;
  /** The days in order, each with its place from 0; counted once, as hundreds of tasks ask for theirs. */
  readonly places: ReadonlyMap<IsoDate, number>;
}

/** A stretch of the scale, such as a month or a week, from its left edge to its right. */
export interface Tick {
  readonly name: string;
  readonly left: number;
  readonly right: number;
}

/** Below this width, in pixels, a part of the year is scrolled instead of squeezed. */
export const LEAST_WIDTH: Readonly<Record<ZoomKind, number>> = {
  year: 960,
  term: 800,
  month: 700,
  week: 700,
};

export function scaleOf(from: IsoDate, to: IsoDate, width: number): Scale {
  const places = new Map<IsoDate, number>();
  for (let date = from; date <= to; date = addDays(date, 1)) places.set(date, places.size);
  return { from, to, width, day: width / places.size, places };
}

/** The left edge of a day; the edge of the scale for days outside. */
export function leftOf({ from, width, day, places }: Scale, date: IsoDate): number {
  if (date < from) return 0;
  return (places.get(date) ?? width / day) * day;
}

/** The right edge of a day; the edge of the scale for days outside. */
export function rightOf(scale: Scale, date: IsoDate): number {
  return date < scale.from ? 0 : Math.min(scale.width, leftOf(scale, date) + scale.day);
}

/** The middle of a day; null for days outside. */
export function middleOf(scale: Scale, date: IsoDate): number | null {
  return scale.places.has(date) ? leftOf(scale, date) + scale.day / 2 : null;
}

/** The months of the scale, named `YYYY-MM`. */
export function monthTicks(scale: Scale): Tick[] {
  return ticks(scale, (date) => date.slice(0, 7));
}

/** The ISO weeks of the scale, named by their numbers. */
export function weekTicks(scale: Scale): Tick[] {
  return ticks(scale, (date) => String(isoWeekOf(date).week));
}

/** The days of the scale, named by their numbers in the month. */
export function dayTicks(scale: Scale): Tick[] {
  return ticks(scale, (date) => String(Number(date.slice(8))));
}

/** Consecutive days with the same name, as one stretch. */
function ticks(scale: Scale, nameOf: (date: IsoDate) => string): Tick[] {
  const found: Tick[] = [];
  for (const date of scale.places.keys()) {
    const name = nameOf(date);
    const last = found.at(-1);
    if (last?.name === name) found[found.length - 1] = { ...last, right: rightOf(scale, date) };
    else found.push({ name, left: leftOf(scale, date), right: rightOf(scale, date) });
  }
  return found;
}

/** Of names that begin at places in order, those that have room before the next one that is kept. */
export function namesWithRoom<T extends { readonly left: number }>(
  names: readonly T[],
  widthOf: (name: T) => number,
  width: number,
): T[] {
  const kept: T[] = [];
  let free = 0;
  for (const name of names) {
    const right = name.left + widthOf(name);
    if (name.left < free || right > width) continue;
    kept.push(name);
    free = right;
  }
  return kept;
}

/** A place on the scale as a style sheet takes it, so that paper of another width shows the same. */
export function percent({ width }: Scale, pixels: number): string {
  return `${((pixels / width) * 100).toFixed(3)}%`;
}

/** A length on the scale as a share of the plot's width, wherever in the plot it is used. */
export function share({ width }: Scale, pixels: number): string {
  return `${((pixels / width) * 100).toFixed(3)}cqw`;
}
