import { polar } from '../geometry.js';
import { balance } from './label-balance.js';
import {
  isClear,
  type LabelRoom,
  rowAt,
  rowsOf,
  type SideName,
  startOfRows,
  widthOfRows,
} from './label-room.js';
import { placeInRow } from './label-row.js';
import type { LabelText } from './label-text.js';

/** A label that wants to stand at an angle. */
export interface LabelWish<T> {
  readonly of: T;
  readonly angle: number;
  /** Which to leave out first where there are too many: those that come last by it. */
  readonly rank: number;
  readonly text: LabelText;
}

export interface LabelPlace<T> extends LabelWish<T> {
  readonly side: SideName;
  readonly lines: number;
  /** The middle of its rows. */
  readonly y: number;
  /** How far from the wheel's middle it begins. */
  readonly start: number;
}

/** From one line of a label to the next, in letter heights. */
export const LINE = 1.16;
/** Between labels. */
const GAP = 0.08;
/** From the rim to where a leader turns off, and from there to the name, in letter heights. */
const STUB = 0.9;
const LEADER_END = 0.45;

type Column<T> = readonly LabelWish<T>[];

/** Places all of the labels; undefined when not all have room. */
export function placeAll<T>(wishes: Column<T>, room: LabelRoom): LabelPlace<T>[] | undefined {
  const places: LabelPlace<T>[] = [];
  for (const [side, column] of columnsOf(wishes, room)) {
    const placed = placeColumn(column, side, room);
    if (!placed) return undefined;
    places.push(...placed);
  }
  return places;
}

/** Places as many of the labels as there is room for, first by rank: none is left out for one that ranks below it. */
export function placeMost<T>(wishes: Column<T>, room: LabelRoom): LabelPlace<T>[] {
  const { low, high } = rowsOf(room);
  return columnsOf(wishes, room).flatMap(([side, column]) => {
    const byRank = [...column].sort((a, b) => a.rank - b.rank);
    let { kept, places } = firstByRank(byRank, column, side, room);
    const roomBeside = () => high - low - places.reduce((sum, { lines }) => sum + heightOf(lines, room), 0);
    // The first that has no room may have left some to shorter ones that rank below it.
    for (const wish of byRank.slice(kept.size + 1)) {
      // Most that find no room find none at all.
      if (roomBeside() < heightOf(1, room)) break;
      const more = new Set([...kept, wish]);
      const placed = placeColumn(
        column.filter((each) => more.has(each)),
        side,
        room,
      );
      if (placed) [kept, places] = [more, placed];
    }
    return places;
  });
}

/** As many labels of a column as have room in the order of their rank, found by halving. */
function firstByRank<T>(byRank: Column<T>, column: Column<T>, side: SideName, room: LabelRoom) {
  let best: { kept: ReadonlySet<LabelWish<T>>; places: readonly LabelPlace<T>[] } = {
    kept: new Set(),
    places: [],
  };
  let [fits, fails] = [0, byRank.length + 1];
  while (fails - fits > 1) {
    const middle = (fits + fails) >> 1;
    const kept = new Set(byRank.slice(0, middle));
    const places = placeColumn(
      column.filter((wish) => kept.has(wish)),
      side,
      room,
    );
    if (places) [fits, best] = [middle, { kept, places }];
    else fails = middle;
  }
  return best;
}

/** The labels of each side from the top down. */
function columnsOf<T>(wishes: Column<T>, room: LabelRoom): [SideName, Column<T>][] {
  const [only, other] = room.sides;
  if (only !== undefined && other === undefined) {
    // From the top of the clock on its side: what stands a little beyond 12 or 6 comes first or last.
    const inOrder = clockwiseFrom(wishes, only === 'right' ? 270 : 90);
    return [[only, only === 'right' ? inOrder : inOrder.reverse()]];
  }
  const inOrder = clockwiseFrom(wishes, 0);
  const right = inOrder.filter(({ angle }) => turned(angle) < 180);
  const left = inOrder.slice(right.length).reverse();
  const { low, high } = rowsOf(room);
  balance(right, left, (high - low) / heightOf(1, room));
  return [
    ['right', right],
    ['left', left],
  ];
}

/** An angle as one of a full turn. */
function turned(angle: number): number {
  return ((angle % 360) + 360) % 360;
}

function clockwiseFrom<T>(wishes: Column<T>, start: number): LabelWish<T>[] {
  return wishes
    .map((wish) => ({ wish, from: turned(wish.angle - start) }))
    .sort((a, b) => a.from - b.from || a.wish.rank - b.wish.rank)
    .map(({ wish }) => wish);
}

function heightOf(lines: number, { text }: LabelRoom): number {
  return (LINE * lines + GAP) * text;
}

/** Places the labels of a side from the top down; undefined when one does not fit, or its leader would cross the wheel. */
function placeColumn<T>(column: Column<T>, side: SideName, room: LabelRoom): LabelPlace<T>[] | undefined {
  const { low, high } = rowsOf(room);
  const wishes = column.map(({ angle }) => ({
    wanted: rowAt(room, angle),
    size: heightOf(1, room),
    lines: 1,
  }));
  // A label that needs more lines where it comes to stand pushes others: until all have what they need.
  for (;;) {
    const rows = placeInRow(wishes, low, high);
    if (!rows) return undefined;
    let isSettled = true;
    for (let index = 0; index < wishes.length; index += 1) {
      const wish = wishes[index] as (typeof wishes)[number];
      const [row, half] = [rows[index] as number, (LINE * wish.lines * room.text) / 2];
      const needed = column[index]?.text.linesWithin(widthOfRows(room, side, row - half, row + half));
      if (needed === undefined) return undefined;
      if (needed <= wish.lines) continue;
      wish.lines = needed;
      wish.size = heightOf(needed, room);
      isSettled = false;
    }
    if (!isSettled) continue;
    const places = column.map((wish, index): LabelPlace<T> => {
      const [y, lines] = [rows[index] as number, wishes[index]?.lines ?? 1];
      const half = (LINE * lines * room.text) / 2;
      return { ...wish, side, lines, y, start: startOfRows(room, y - half, y + half) };
    });
    return places.every((place) => isLeaderClear(place, room)) ? places : undefined;
  }
}

function isLeaderClear<T>(place: LabelPlace<T>, room: LabelRoom): boolean {
  const { from, to } = leaderOf(place, room);
  return isClear(room, from, to);
}

/** The oblique part of a leader: from the end of its stub at the rim to the place before its name. */
export function leaderOf<T>({ angle, side, y, start }: LabelPlace<T>, { centre, rim, text }: LabelRoom) {
  const sign = side === 'right' ? 1 : -1;
  return {
    from: polar(centre, rim + STUB * text, angle),
    to: { x: centre.x + sign * (start - LEADER_END * text), y },
  };
}
