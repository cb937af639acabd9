import { angleOfNoon, type Dial, dialOf } from './dial.js';
import { degreesOf, lengthOf, ORIGIN, type Point, polar } from './geometry.js';
import type { Box, LabelRoom, SideName } from './labels/label-room.js';
import type { Wheel, WheelEntry, WheelView } from './model.js';

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
  /** The smallest letters that there may be. */
  readonly smallest: number;
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
  /** Whether there is room for labels, or for marks only. */
  readonly hasLabels: boolean;
}

/** The size of letters that are so many letter heights of the labels high, and never below the smallest. */
export function sizeIn({ text, smallest }: Frame, heights: number): number {
  return Math.max(smallest, heights * text);
}

/** What a frame is laid into, before it is known how large the wheel can be. */
export interface Place {
  readonly dial: Dial;
  readonly text: number;
  readonly smallest: number;
  readonly box: Box;
  readonly hasLabels: boolean;
  readonly sides: readonly SideName[];
  /** The largest radius at which the dial is inside the box, with the least room for labels beside it. */
  readonly largest: number;
  /** The least radius at which a wheel is still one. */
  readonly least: number;
  /** The radius where not all labels have room at any. */
  readonly crowded: number;
  /** How far a closed year stands below the middle, as a share of the height: where more labels are wanted above it. */
  readonly lower: number;
}

/** Below this many letter heights of the shorter side, a wheel shows marks without labels. */
const LABELS_FROM = 40;
/** The hub with the months takes this share of the radius. */
const HUB = 0.33;
/** A closed year takes more for the hub where whole names of months then fit around it: this radius in letter heights. */
const MONTHS = 12.2;
const WIDEST_HUB = 0.39;
/** Below this many letter heights of the radius, breaks have no names of their own inside. */
const BREAK_NAMES_FROM = 22;
/** From the rim to the names beside it, and above and below it, in letter heights. */
const LEADERS = 2.8;
const LEADERS_ABOVE = 1.4;
/** The least that a name beside the wheel has, in letter heights. */
const LEAST_NAME = 8;
/** How long the name of a ring before a fan may be, in letter heights. */
export const RING_NAME = 13;
export const MOST_OF_A_NAME = 84;
/** Shares of the shorter side. */
const LEAST = 0.19;
const CROWDED = 0.25;
/** In letter heights: on a smaller wheel, its hub has no room for whole words. */
const CROWDED_HEIGHTS = 16.6;
/** How high a label of one line is, in letter heights. */
const ROW = 1.24;
/** Columns that are this part full need all of their height: labels of several lines are among them. */
const CROWDED_ROWS = 1.7;
/** A fan that points more to a side than this (the sine of its middle) has names on that side only. */
const ASIDE = 0.5;

/** Where a wheel is drawn: a part of the view that begins at its top. */
export function placeOf(
  wheel: Pick<Wheel, 'from' | 'to' | 'entries'>,
  view: WheelView,
  height: number,
): Place {
  const dial = dialOf(wheel, view);
  const text = view.textSize;
  const side = Math.min(view.width, height);
  const hasLabels = side >= LABELS_FROM * text;
  const margin = hasLabels ? 0.6 * text : 0.4 * text;
  const { x, y } = view.corner ?? ORIGIN;
  const box = { x: x + margin, y: y + margin, width: view.width - 2 * margin, height: height - 2 * margin };
  const sides = sidesOf(dial);
  const beside = hasLabels ? (LEADERS + LEAST_NAME) * text * sides.length : 0;
  const above = hasLabels ? 2 * LEADERS_ABOVE * text : 0;
  const nameRoom = hasLabels && !dial.isClosed ? RING_NAME * text : 0;
  const largest = largestRadius(dial, { width: box.width - beside, height: box.height - above }, nameRoom);
  return {
    ...{ dial, text, box, hasLabels, sides, largest },
    smallest: view.smallest ?? 0,
    least: Math.min(largest, LEAST * side),
    crowded: Math.min(largest, Math.max(CROWDED * side, CROWDED_HEIGHTS * text)),
    lower: lowerBy(wheel.entries, dial, (2 * box.height) / (ROW * text)),
  };
}

/**
 * How far from the middle a wheel stands: by the share of its labels that are wanted above it, as far as they need the
 * height. Few labels leave the wheel in the middle.
 *
 * @param rows how many labels both columns hold
 */
function lowerBy(entries: readonly Pick<WheelEntry, 'start'>[], dial: Dial, rows: number): number {
  const above = entries.filter(({ start }) => Math.cos((angleOfNoon(dial, start) * Math.PI) / 180) > 0);
  if (entries.length === 0) return 0;
  return (above.length / entries.length - 0.5) * Math.min(1, (CROWDED_ROWS * entries.length) / rows);
}

function sidesOf(dial: Dial): readonly SideName[] {
  const aside = Math.sin(((dial.start + dial.span / 2) * Math.PI) / 180);
  if (dial.isClosed || Math.abs(aside) < ASIDE) return ['right', 'left'];
  return [aside > 0 ? 'right' : 'left'];
}

/** The frame of a wheel of a radius. */
export function frameOf(place: Place, outer: number): Frame {
  const { dial, text, smallest, box, hasLabels, sides } = place;
  const taken = extent(dial, outer, hasLabels && !dial.isClosed ? RING_NAME * text : 0);
  // A fan makes room for the names on the side that it points to.
  const [only, other] = sides;
  const free = box.width - taken.width;
  const before = other !== undefined || !hasLabels ? free / 2 : only === 'right' ? 0 : free;
  const above = aboveOf(place, box.height - taken.height);
  const centre = { x: box.x + before - taken.x, y: box.y + above - taken.y };
  const radii = hasLabels ? radiiWithLabels(dial, outer, text) : radiiOfMarks(outer, text);
  return { dial, centre, text, smallest, outer, hasLabels, ...radii };
}

/** How much of the free height is above the dial: where its labels are. */
function aboveOf({ dial, sides, hasLabels, lower, box, text }: Place, free: number): number {
  if (!hasLabels || (!dial.isClosed && sides.length === 1)) return free / 2;
  if (!dial.isClosed) return Math.cos(((dial.start + dial.span / 2) * Math.PI) / 180) > 0 ? free : 0;
  const least = Math.min(free / 2, LEADERS_ABOVE * text);
  return Math.max(least, Math.min(free - least, free / 2 + lower * box.height));
}

/**
 * The room for labels around a frame.
 *
 * @param stretch 0 keeps them as near to the rim above and below as beside it, 1 lets them use the whole height
 */
export function labelRoomOf({ box, sides }: Place, frame: Frame, stretch: number): LabelRoom {
  const { centre, outer, text } = frame;
  const across = outer + LEADERS * text;
  const until = (edge: number) => across + stretch * (Math.max(across, edge) - across);
  return {
    ...{ centre, across, box, sides, text },
    rim: outer,
    up: until(centre.y - box.y),
    down: until(box.y + box.height - centre.y),
  };
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

/** The largest radius at which the dial's part and its hub stay inside a size. */
function largestRadius(dial: Dial, room: Pick<Box, 'width' | 'height'>, nameRoom: number): number {
  let [fits, fails] = [1, Math.max(2, room.width + room.height)];
  for (let round = 0; round < 40; round += 1) {
    const middle = (fits + fails) / 2;
    const { width, height } = extent(dial, middle, nameRoom);
    if (width <= room.width && height <= room.height) fits = middle;
    else fails = middle;
  }
  return fits;
}

/** The box around a dial of a radius about the origin. */
function extent(dial: Dial, outer: number, nameRoom: number): Box {
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
    reach(outer, dial.start + (dial.span * step) / steps);
    // The names of rings stand before the first day of a fan, along the curve.
    for (const radius of nameRoom > 0 ? [0.5 * outer, 0.7 * outer, 0.9 * outer] : [])
      reach(radius, dial.start - (Math.min(MOST_OF_A_NAME, degreesOf(nameRoom, radius)) * step) / steps);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
