import type { MeasureText } from './drawing.js';
import { type Frame, frameOf, labelRoomOf, type Place, placeOf } from './frame.js';
import { type LabelPlace, placeAll, placeMost } from './labels/label-choice.js';
import type { LabelRoom } from './labels/label-room.js';
import { type Labelled, LabelWishes, type Wish } from './labels/labels.js';
import { bearsName } from './marks.js';
import type { Wheel, WheelEntry, WheelView } from './model.js';
import { layOutRings, type RingLayout } from './ring-layout.js';

/** Where everything of a wheel is. */
export interface WheelLayout {
  readonly frame: Frame;
  readonly rings: RingLayout;
  /** The entries whose names are inside their bars. */
  readonly bearing: ReadonlySet<WheelEntry>;
  readonly room: LabelRoom;
  readonly labels: readonly LabelPlace<Labelled>[];
}

/** A wheel of one radius, without its labels. */
type Bare = Pick<WheelLayout, 'frame' | 'rings' | 'bearing'>;

/** The labels of a wheel of one radius. */
type Named = Pick<WheelLayout, 'room' | 'labels'>;

/** How much of the height above and below the wheel labels may use: first those near the rim. */
const STRETCHES = [0, 0.4, 1];
/** Each halves what is not known of the largest radius. */
const ROUNDS = 6;

/**
 * Lays a wheel out: as large as it can be while every name is whole and has room, beside the wheel or inside its bar.
 * Where there are too many names for any size, the wheel takes its share and as many names as there is room for, first
 * by rank.
 *
 * @param height of the part of the view that the wheel has, from the top
 */
export function layOutWheel(
  wheel: Wheel,
  view: WheelView,
  height: number,
  measure: MeasureText,
): WheelLayout {
  const place = placeOf(wheel, view, height);
  const bareAt = (outer: number): Bare => {
    const frame = frameOf(place, outer);
    const rings = layOutRings(wheel, frame, measure);
    const bearing = rings.entries.filter((placed) => bearsName(placed, frame, rings.lane, measure));
    return { frame, rings, bearing: new Set(bearing.map(({ entry }) => entry)) };
  };
  if (!place.hasLabels) {
    const bare = bareAt(place.largest);
    return { ...bare, room: labelRoomOf(place, bare.frame, 0), labels: [] };
  }
  const wishes = new LabelWishes(wheel, place, measure);
  const outer = largestRadius(wishes.needed(), place, [place.least, place.largest]);
  const bare = bareAt(outer ?? place.crowded);
  const named = allNamed(wishes, place, bare);
  if (!named) return { ...bare, ...mostNamed(wishes, place, bare) };
  if (bare.bearing.size === 0) return { ...bare, ...named };
  // The names inside bars leave room beside the wheel, so that it can be larger.
  const larger = largestRadius(wishes.needed(bare.bearing), place, [bare.frame.outer, place.largest]);
  const again = larger === undefined ? undefined : bareAt(larger);
  const namedAgain = again && allNamed(wishes, place, again);
  return namedAgain ? { ...again, ...namedAgain } : { ...bare, ...named };
}

/** The largest radius of a range at which all labels have room; undefined when they have none at the least either. */
function largestRadius(
  wishes: readonly Wish[],
  place: Place,
  [least, most]: readonly [number, number],
): number | undefined {
  const hasRoom = (outer: number) => placedIn(wishes, place, frameOf(place, outer)) !== undefined;
  if (hasRoom(most)) return most;
  if (!hasRoom(least)) return undefined;
  let [fits, fails] = [least, most];
  for (let round = 0; round < ROUNDS; round += 1) {
    const middle = (fits + fails) / 2;
    if (hasRoom(middle)) fits = middle;
    else fails = middle;
  }
  return fits;
}

/** All labels, as near to the rim as there is room for them. */
function placedIn(wishes: readonly Wish[], place: Place, frame: Frame): Named | undefined {
  for (const stretch of STRETCHES) {
    const room = labelRoomOf(place, frame, stretch);
    const labels = placeAll(wishes, room);
    if (labels) return { room, labels };
  }
  return undefined;
}

/** Every name that is needed, and what the calendar names besides as far as it has room too. */
function allNamed(wishes: LabelWishes, place: Place, { frame, bearing }: Bare): Named | undefined {
  let needed = wishes.needed(bearing);
  const named = placedIn(needed, place, frame);
  if (!named) return undefined;
  let { labels } = named;
  for (const kind of [wishes.ofBreaks(frame), wishes.ofHolidays()]) {
    const more = placeAll([...needed, ...kind], named.room);
    if (more) [needed, labels] = [[...needed, ...kind], more];
  }
  return { room: named.room, labels };
}

function mostNamed(wishes: LabelWishes, place: Place, { frame, bearing }: Bare): Named {
  const room = labelRoomOf(place, frame, 1);
  const all = [...wishes.needed(bearing), ...wishes.ofBreaks(frame), ...wishes.ofHolidays()];
  return { room, labels: placeMost(all, room) };
}
