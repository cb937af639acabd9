import { type Dial, dialOf } from './dial.js';
import { degreesOf, lengthOf, ORIGIN, type Point, polar } from './geometry.js';
import type { Wheel, WheelView } from './model.js';

export interface Band {
  readonly inner: number;
  readonly outer: number;
}

export function middleOf({ inner, outer }: Band): number {
  return (inner + outer) / 2;
}

/** The geometry of the wheel: its centre and the radii from the hub outwards. */
export interface Frame {
  readonly dial: Dial;
  readonly centre: Point;
  /** Of the labels. */
  readonly text: number;
  readonly hub: number;
  readonly months: Band;
  readonly rings: Band;
  /** Holds the names of breaks; null where the wheel is too small for them. */
  readonly breaks: Band | null;
  /** Holds the week numbers; null where the wheel is too small for them. */
  readonly weeks: Band | null;
  /** Holds the days of the month; null unless a day is wide enough. */
  readonly days: Band | null;
  readonly outer: number;
  /** The radius at which labels begin; null where there is room for marks only. */
  readonly labels: number | null;
  /** How long a label at an angle may be. */
  readonly labelLength: (angle: number) => number;
}

/** Below this many letter heights of the shorter side, a wheel shows marks without labels. */
const LABELS_FROM = 46;
/** The hub with the months takes this share of the radius. */
const HUB = 0.33;
/** A closed year takes more for the hub where whole names of months then fit around it: this radius in letter heights. */
const MONTHS = 12.2;
const WIDEST_HUB = 0.39;
/** Below this many letter heights of the radius, breaks have no names of their own inside. */
const BREAK_NAMES_FROM = 26;
const LEADERS = 2.6;
/** How long the name of a ring before a fan may be, in letter heights. */
export const RING_NAME = 13;
export const MOST_OF_A_NAME = 60;
const LONGEST_LABEL = 30;

/** Lays the frame of a wheel into a part of the view that begins at its top. */
export function frameOf(wheel: Pick<Wheel, 'from' | 'to'>, view: WheelView, height: number): Frame {
  const dial = dialOf(wheel, view);
  const text = view.textSize;
  const side = Math.min(view.width, height);
  const hasLabels = side >= LABELS_FROM * text;
  const longest = Math.min(24 * text, Math.max(9 * text, (dial.span > 130 ? 0.155 : 0.2) * side));
  const labelRoom = hasLabels ? LEADERS * text + longest : 0;
  const margin = hasLabels ? text : 0.4 * text;
  const { x, y } = view.corner ?? ORIGIN;
  const box = { x: x + margin, y: y + margin, width: view.width - 2 * margin, height: height - 2 * margin };
  const { centre, outer } = largestCircle(
    dial,
    box,
    labelRoom,
    hasLabels && !dial.isClosed ? RING_NAME * text : 0,
  );
  const labels = hasLabels ? outer + LEADERS * text : null;
  const radii = hasLabels ? radiiWithLabels(dial, outer, text) : radiiOfMarks(outer, text);
  const labelLength = (angle: number) =>
    labels === null ? 0 : Math.min(LONGEST_LABEL * text, roomAlongRay(centre, labels, angle, box));
  return { dial, centre, text, outer, labels, labelLength, ...radii };
}

function radiiWithLabels(dial: Dial, outer: number, text: number) {
  const hasDays = lengthOf(dial.span / dial.days, outer) > 1.4 * text;
  const days = hasDays ? { inner: outer - 1.5 * text, outer } : null;
  const weeksOuter = days?.inner ?? outer;
  const weeks = { inner: weeksOuter - 1.5 * text, outer: weeksOuter };
  const hasBreaks = outer >= BREAK_NAMES_FROM * text;
  const breaks = hasBreaks ? { inner: weeks.inner - 1.45 * text, outer: weeks.inner } : null;
  const hub = dial.isClosed
    ? Math.max(HUB * outer, Math.min(MONTHS * text, WIDEST_HUB * outer))
    : HUB * outer;
  const rings = { inner: hub, outer: breaks?.inner ?? weeks.inner };
  const months = { inner: rings.inner - 2.7 * text, outer: rings.inner - 0.3 * text };
  return { days, weeks, breaks, rings, months, hub: months.inner };
}

/** On a small wheel the months stand outside, where their names have room, and weeks are left to the list beside it. */
function radiiOfMarks(outer: number, text: number) {
  const months = { inner: outer - 1.7 * text, outer };
  const rings = { inner: HUB * outer, outer: months.inner - 0.3 * text };
  return { days: null, weeks: null, breaks: null, rings, months, hub: rings.inner - 0.3 * text };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The largest circle of which the dial's part, its hub and the labels around it stay inside the box. */
function largestCircle(
  dial: Dial,
  box: Box,
  labelRoom: number,
  nameRoom: number,
): { centre: Point; outer: number } {
  let [fits, fails] = [1, box.width + box.height];
  for (let round = 0; round < 40; round += 1) {
    const middle = (fits + fails) / 2;
    const { width, height } = extent(dial, middle, labelRoom, nameRoom);
    if (width <= box.width && height <= box.height) fits = middle;
    else fails = middle;
  }
  const taken = extent(dial, fits, labelRoom, nameRoom);
  return {
    outer: fits,
    centre: {
      x: box.x + (box.width - taken.width) / 2 - taken.x,
      y: box.y + (box.height - taken.height) / 2 - taken.y,
    },
  };
}

/** The box around a dial of a radius about the origin. */
function extent(dial: Dial, outer: number, labelRoom: number, nameRoom: number): Box {
  const hub = HUB * outer;
  let [left, right, top, bottom] = [-hub, hub, -hub, hub];
  const reach = (radius: number, angle: number) => {
    const { x, y } = polar(ORIGIN, radius, angle);
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  };
  const steps = 120;
  for (let step = 0; step <= steps; step += 1) {
    reach(outer + labelRoom, dial.start + (dial.span * step) / steps);
    // The names of rings stand before the first day of a fan, along the curve.
    for (const radius of nameRoom > 0 ? [0.5 * outer, 0.7 * outer, 0.9 * outer] : [])
      reach(radius, dial.start - (Math.min(MOST_OF_A_NAME, degreesOf(nameRoom, radius)) * step) / steps);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function roomAlongRay(centre: Point, radius: number, angle: number, { x, y, width, height }: Box): number {
  const start = polar(centre, radius, angle);
  const ahead = polar(ORIGIN, 1, angle);
  const until = (place: number, step: number, least: number, most: number) => {
    if (Math.abs(step) < 1e-6) return Number.POSITIVE_INFINITY;
    return (step > 0 ? most - place : place - least) / Math.abs(step);
  };
  return Math.max(0, Math.min(until(start.x, ahead.x, x, x + width), until(start.y, ahead.y, y, y + height)));
}
