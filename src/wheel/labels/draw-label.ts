import { HALF_CAPITAL } from '../curved-text.js';
import type { Shape, TextShape } from '../drawing.js';
import { linePath, polar } from '../geometry.js';
import { type LabelPlace, LINE, leaderOf } from './label-choice.js';
import type { LabelRoom } from './label-room.js';
import { colourOf, type Labelled } from './labels.js';

/** From the rim to where a leader begins, and from where it ends to the name, in letter heights. */
const LEADER_START = 0.15;
const BEFORE_NAME = 0.3;

/** The leader and the text of a label. */
export function drawLabel(place: LabelPlace<Labelled>, room: LabelRoom): Shape[] {
  const { of, angle, side, lines, y, start, text: label } = place;
  const { centre, rim, text } = room;
  const sign = side === 'right' ? 1 : -1;
  const { from, to } = leaderOf(place, room);
  const x = centre.x + sign * start;
  const shapes: Shape[] = [
    {
      kind: 'path',
      d: linePath(polar(centre, rim + LEADER_START * text, angle), from, to, {
        x: x - sign * BEFORE_NAME * text,
        y,
      }),
      fill: null,
      stroke: { colour: colourOf(of), width: 0.06 * text },
    },
  ];
  label.inLines(lines).forEach(({ parts, width }, index) => {
    const middle = y + (index - (lines - 1) / 2) * LINE * text;
    let left = side === 'right' ? x : x - width;
    const first = left;
    for (const [number, { text: words, weight, colour, href, width: taken }] of parts.entries()) {
      if (number === parts.length - 1) left = first + width - taken;
      const shape: TextShape = {
        kind: 'text',
        text: words,
        x: left,
        y: middle + HALF_CAPITAL * text,
        size: text,
        weight,
        colour,
        anchor: 'start',
        turn: 0,
        ...(href !== undefined && { href }),
      };
      shapes.push(shape);
    }
    if (of.kind === 'entry' && of.entry.status === 'cancelled')
      shapes.push({
        kind: 'path',
        d: linePath({ x: first, y: middle }, { x: first + width, y: middle }),
        fill: null,
        stroke: { colour: 'muted', width: 0.07 * text },
      });
  });
  return shapes;
}
