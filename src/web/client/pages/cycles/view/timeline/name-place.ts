/** A stretch along the scale, in pixels. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The mark or bar of a task. */
export interface Figure extends Span {
  readonly shape: 'mark' | 'bar';
}

/** The name of a task: its text, and the stretch that is its own. */
export interface PlacedName extends Span {
  /** The title, or its first words and an ellipsis. */
  readonly text: string;
  /** A name before its mark ends at it. */
  readonly side: 'inside' | 'after' | 'before';
}

/** Where nothing may be written: beyond the ends of the scale, and on the line of today (null when it is not shown). */
export interface Limits {
  readonly width: number;
  readonly line: number | null;
}

/** Between a mark and its name, and between what stands behind one another in a lane. */
export const GAP = 6;
/** From the line of today to a name on either side, half of the line included. */
export const CLEAR = 5;
/** From the edge at which a bar begins, which is thicker, to the name in it. */
const INSET = 9;
/** The first words of a name say too little when they are shorter than this. */
const LEAST_PART = 72;
const ELLIPSIS = '…';

type Room = Omit<PlacedName, 'text'>;

/**
 * The name of a task where it has room: a mark's after it, else before it, a bar's inside, else beside it, and never across
 * the line of today; where there is no room on this side of the line, it begins, or ends, on the other. A title for which
 * there is no room anywhere gives as many of its first words as there is room for; null when those say too little.
 */
export function placeName(
  title: string,
  figure: Figure,
  limits: Limits,
  widthOf: (text: string) => number,
): PlacedName | null {
  const rooms = roomsOf(figure, limits);
  const whole = nameIn(rooms, title, widthOf);
  if (whole) return whole;
  const words = title.split(/\s+/u);
  for (let count = words.length - 1; count > 0; count -= 1) {
    const text =
      words
        .slice(0, count)
        .join(' ')
        .replace(/[^\p{L}\p{N}]+$/u, '') + ELLIPSIS;
    if (widthOf(text) < LEAST_PART) return null;
    const part = nameIn(rooms, text, widthOf);
    if (part) return part;
  }
  return null;
}

/** How far a name is from its mark or bar; 0 inside it. */
export function distanceOf({ side, from, to }: Omit<PlacedName, 'text'>, figure: Span): number {
  if (side === 'inside') return 0;
  return side === 'after' ? from - figure.to : figure.from - to;
}

/** A text in the first room that is wide enough. */
function nameIn(rooms: readonly Room[], text: string, widthOf: (text: string) => number): PlacedName | null {
  const width = widthOf(text);
  const room = rooms.find(({ from, to }) => to - from >= width);
  if (!room) return null;
  const { side, from, to } = room;
  // Inside a bar, the name has all of the room: it stays in view there while the timeline is scrolled.
  if (side === 'inside') return { text, ...room };
  return side === 'after' ? { text, side, from, to: from + width } : { text, side, from: to - width, to };
}

/** Where the name of a mark or bar may stand, the best first. */
function roomsOf({ shape, from, to }: Figure, { width, line }: Limits): Room[] {
  const after = clearOf(line, { from: to + GAP, to: width });
  const before = clearOf(line, { from: 0, to: from - GAP });
  const beside = [
    ...after.map((room) => ({ side: 'after', ...room }) as const),
    ...before.map((room) => ({ side: 'before', ...room }) as const),
  ].sort((a, b) => distanceOf(a, { from, to }) - distanceOf(b, { from, to }));
  if (shape === 'mark') return beside;
  const inside = clearOf(line, { from: from + INSET, to: to - GAP });
  return [...inside.map((room) => ({ side: 'inside', ...room }) as const), ...beside];
}

/** The parts of a stretch on either side of the line of today, clear of it. */
function clearOf(line: number | null, { from, to }: Span): Span[] {
  const parts =
    line === null
      ? [{ from, to }]
      : [
          { from, to: Math.min(to, line - CLEAR) },
          { from: Math.max(from, line + CLEAR), to },
        ];
  return parts.filter((part) => part.from < part.to);
}
