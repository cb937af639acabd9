import { angleOfEnd, angleOfNoon, angleOfStart, isOnDial } from './dial.js';
import type { MeasureText } from './drawing.js';
import { type Frame, MOST_OF_A_NAME, RING_NAME, sizeIn } from './frame.js';
import { degreesOf, lengthOf } from './geometry.js';
import { type Lanes, layIntoLanes, type Stretch } from './lanes.js';
import type { Wheel, WheelEntry, WheelRing } from './model.js';
import { shorten } from './shorten.js';

/** The position of an entry's mark. */
export interface Placed {
  readonly entry: WheelEntry;
  /** The angles of its period, cut to the dial. */
  readonly from: number;
  readonly to: number;
  /** The angle of its date: a day's noon, or the noon of a period's first day. */
  readonly angle: number;
  /** Of the middle of its lane. */
  readonly radius: number;
  /** The middles of the lanes of those who take part, in other rings. */
  readonly partners: readonly number[];
}

export interface PlacedRing {
  readonly ring: WheelRing;
  readonly inner: number;
  readonly outer: number;
  /** Empty where there is no room for it. */
  readonly name: string;
  readonly nameRadius: number;
  readonly nameAngle: number;
}

export interface RingLayout {
  readonly rings: readonly PlacedRing[];
  readonly entries: readonly Placed[];
  /** The height of every lane in every ring: equal, so that equal things look equal. */
  readonly lane: number;
  /** The radius of a mark. */
  readonly mark: number;
  readonly nameSize: number;
}

interface Spot {
  readonly ring: number;
  readonly lane: number;
}

interface Packed {
  readonly lanes: readonly number[];
  readonly own: ReadonlyMap<WheelEntry, Spot>;
  readonly partners: ReadonlyMap<WheelEntry, readonly Spot[]>;
}

export function isPeriod({ start, end }: WheelEntry): boolean {
  return start !== end;
}

/** What is laid out: the entries of a wheel that are on the dial of its frame. */
interface Shown {
  readonly wheel: Wheel;
  readonly entries: readonly WheelEntry[];
  readonly frame: Frame;
}

/** Lays the entries that are on the dial into lanes of their rings, and the rings into the frame. */
export function layOutRings(wheel: Wheel, frame: Frame, measure: MeasureText): RingLayout {
  const { dial, text } = frame;
  const entries = wheel.entries.filter(({ start, end }) => isOnDial(dial, start, end));
  const count = Math.max(1, wheel.rings.length);
  const gap = 0.28 * text;
  const room = frame.rings.outer - frame.rings.inner - gap * count;
  let nameSize = frame.hasLabels ? sizeIn(frame, 0.84) : 0;
  const shown = { wheel, entries, frame };
  let attempt = layOutWithNames(shown, room, nameSize, measure);
  if (!attempt.areNamesClear) {
    nameSize = 0;
    attempt = layOutWithNames(shown, room, nameSize, measure);
  }
  return place(shown, attempt.packed, { ...attempt, gap, room, nameSize });
}

/** Lays lanes around the names of rings: in a closed year these take lanes, in a fan they stand before it. */
function layOutWithNames(shown: Shown, room: number, nameSize: number, measure: MeasureText) {
  const { wheel, frame } = shown;
  const { dial, text } = frame;
  const names = wheel.rings.map(({ name }, index) => {
    if (nameSize === 0) return { text: '', degrees: 0 };
    const radius = radiusAbout(frame, index, wheel.rings.length);
    const width = Math.min(
      lengthOf(MOST_OF_A_NAME, radius),
      dial.isClosed ? Number.POSITIVE_INFINITY : RING_NAME * text,
    );
    const fitting = shorten(name, { width, size: nameSize, weight: 'bold' }, measure);
    return { text: fitting, degrees: degreesOf(measure(fitting, nameSize, 'bold') + text, radius) };
  });
  const takesLanes = nameSize > 0 && dial.isClosed;
  const end = dial.start + dial.span;
  const stretches = names.map(({ degrees }) => (takesLanes ? { from: end - degrees, to: end } : null));
  for (let nameLanes = 1; ; nameLanes += 1) {
    const packed = pack(shown, stretches, nameLanes);
    const total = packed.lanes.reduce((sum, each) => sum + each, 0);
    const lane = Math.min(1.75 * text, room / Math.max(1, total));
    const areNamesClear = !takesLanes || nameLanes * lane >= 1.15 * nameSize;
    if (areNamesClear || nameLanes === MOST_NAME_LANES)
      return { packed, lane, nameLanes, names, areNamesClear };
  }
}

const MOST_NAME_LANES = 5;

/** The radius of a ring before its lanes are known: near enough to say how many degrees a mark takes. */
function radiusAbout(frame: Frame, ring: number, count: number): number {
  const { inner, outer } = frame.rings;
  return inner + ((ring + 0.4) / count) * (outer - inner);
}

function pack(
  { wheel, entries, frame }: Shown,
  names: readonly (Stretch | null)[],
  nameLanes: number,
): Packed {
  const { dial, text } = frame;
  const ringOf = new Map(wheel.rings.map(({ id }, index) => [id, index]));
  const indexOf = (entry: WheelEntry) => {
    const index = ringOf.get(entry.ring);
    if (index === undefined)
      throw new RangeError(`${entry.id} is in ${entry.ring}, which the wheel has no ring for`);
    return index;
  };
  const lanes: Lanes[] = names.map((name) =>
    name === null ? [] : Array.from({ length: nameLanes }, () => [name]),
  );
  const own = new Map<WheelEntry, Spot>();
  const partners = new Map<WheelEntry, readonly Spot[]>();
  const lay = (ring: number, stretch: Stretch): Spot => ({
    ring,
    lane: layIntoLanes(lanes[ring] ?? [], stretch),
  });
  const pointStretch = (entry: WheelEntry, ring: number) => {
    const half = degreesOf(0.5 * text, radiusAbout(frame, ring, wheel.rings.length));
    const noon = angleOfNoon(dial, entry.start);
    return { from: noon - half, to: noon + half };
  };
  const inOrder = [...entries].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  // Periods first, so that they lie in few long lanes and points find their places between them.
  for (const entry of inOrder.filter(isPeriod)) {
    const ring = indexOf(entry);
    const air = degreesOf(0.3 * text, radiusAbout(frame, ring, wheel.rings.length));
    const from = angleOfStart(dial, entry.start);
    const to = Math.max(angleOfEnd(dial, entry.end), from + 3 * air);
    own.set(entry, lay(ring, { from, to: to + air }));
  }
  for (const entry of inOrder) {
    const ring = indexOf(entry);
    if (!isPeriod(entry)) own.set(entry, lay(ring, pointStretch(entry, ring)));
    if (entry.kind !== 'cooperation') continue;
    const others = entry.partnerRings.flatMap((id) => ringOf.get(id) ?? []).filter((other) => other !== ring);
    partners.set(
      entry,
      [...new Set(others)].map((other) => lay(other, pointStretch(entry, other))),
    );
  }
  return { lanes: lanes.map(({ length }) => Math.max(1, length)), own, partners };
}

interface Measures {
  readonly lane: number;
  readonly gap: number;
  readonly room: number;
  readonly nameSize: number;
  readonly nameLanes: number;
  readonly names: readonly { readonly text: string; readonly degrees: number }[];
}

function place(
  { wheel, entries, frame }: Shown,
  packed: Packed,
  { lane, gap, room, nameSize, nameLanes, names }: Measures,
): RingLayout {
  const { dial, text } = frame;
  const total = packed.lanes.reduce((sum, each) => sum + each, 0);
  // What lanes leave over is air, equal for all rings.
  const air = (room - total * lane) / Math.max(1, wheel.rings.length);
  let inner = frame.rings.inner + gap / 2;
  const rings = wheel.rings.map((ring, index): PlacedRing => {
    const outer = inner + (packed.lanes[index] ?? 1) * lane + air;
    const name = names[index]?.text ?? '';
    const nameRadius = dial.isClosed ? outer - air / 2 - (nameLanes * lane) / 2 : (inner + outer) / 2;
    const nameAngle = dial.start + (dial.isClosed ? dial.span : 0) - (names[index]?.degrees ?? 0) / 2;
    const placed = { ring, inner, outer, name, nameRadius, nameAngle };
    inner = outer + gap;
    return placed;
  });
  const radiusOf = (spot: Spot) => (rings[spot.ring]?.outer ?? 0) - air / 2 - (spot.lane + 0.5) * lane;
  const placed = entries.flatMap((entry): Placed[] => {
    const spot = packed.own.get(entry);
    if (!spot) return [];
    return [
      {
        entry,
        from: angleOfStart(dial, entry.start),
        to: angleOfEnd(dial, entry.end),
        angle: angleOfNoon(dial, entry.start),
        radius: radiusOf(spot),
        partners: (packed.partners.get(entry) ?? []).map(radiusOf),
      },
    ];
  });
  return {
    rings,
    entries: placed,
    lane,
    mark: Math.max((frame.hasLabels ? 0.31 : 0.2) * text, Math.min(0.42 * lane, 0.48 * text)),
    nameSize,
  };
}
