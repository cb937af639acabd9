import type { IsoDate } from '../calendar/iso-date.js';
import { angleOfEnd, angleOfNoon, angleOfStart, dialOf } from './dial.js';
import type { PathShape } from './drawing.js';
import { arcPath, circlePath } from './geometry.js';
import type { Series } from './model.js';

/** One thing on a small wheel. */
export interface SmallMark {
  /** Which ring it is in, the innermost first. */
  readonly ring: number;
  readonly start: IsoDate;
  /** The last day, included. */
  readonly end: IsoDate;
}

/** Half the width of a small wheel, in units of its drawing. */
export const SMALL_RADIUS = 80;

const CENTRE = { x: SMALL_RADIUS, y: SMALL_RADIUS };
const HUB = 18;

/**
 * A wheel without words, to be seen beside others: a ring for each phase in its colour, a dot for each day and an arc for
 * each period, on the dial of the year. `year` is its first and last day.
 */
export function drawSmallWheel(
  year: { readonly from: IsoDate; readonly to: IsoDate },
  rings: number,
  marks: readonly SmallMark[],
): PathShape[] {
  const dial = dialOf(year, year);
  const width = (SMALL_RADIUS - HUB) / rings;
  const middleOf = (ring: number) => HUB + (ring + 0.5) * width;
  const band = (ring: number): PathShape => ({
    kind: 'path',
    d: circlePath(CENTRE, middleOf(ring)),
    fill: null,
    stroke: { colour: 'line', width: 0.5 },
  });
  const markOf = ({ ring, start, end }: SmallMark): PathShape => {
    const colour = `series-${((ring % 8) + 1) as Series}` as const;
    const radius = middleOf(ring);
    if (start !== end)
      return {
        kind: 'path',
        d: arcPath(CENTRE, radius, angleOfStart(dial, start), angleOfEnd(dial, end)),
        fill: null,
        stroke: { colour, width: width * 0.35 },
        opacity: 0.6,
      };
    const angle = (angleOfNoon(dial, start) * Math.PI) / 180;
    const at = { x: CENTRE.x + radius * Math.sin(angle), y: CENTRE.y - radius * Math.cos(angle) };
    return { kind: 'path', d: circlePath(at, width * 0.3), fill: colour, stroke: null };
  };
  const periodsFirst = [...marks].sort((a, b) => Number(a.start === a.end) - Number(b.start === b.end));
  return [...Array.from({ length: rings }, (_, ring) => band(ring)), ...periodsFirst.map(markOf)];
}
