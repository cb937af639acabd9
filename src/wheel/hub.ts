import { angleOfNoon, dialOf, isOnDial } from './dial.js';
import type { GroupShape, MeasureText, Shape, TextShape } from './drawing.js';
import type { Frame } from './frame.js';
import { arcPath, circlePath, linePath, polar } from './geometry.js';
import type { Wheel } from './model.js';
import { shorten } from './shorten.js';

interface Line {
  readonly text: string;
  readonly size: number;
  readonly weight: TextShape['weight'];
  readonly colour: TextShape['colour'];
}

/** The middle: what the wheel is of. In a fan, also a small whole year that shows which part of it is open. */
export function drawHub(wheel: Wheel, frame: Frame, hidden: number, measure: MeasureText): GroupShape {
  const { centre, hub } = frame;
  const width = 1.45 * hub;
  const title = Math.min(
    0.3 * hub,
    (0.3 * hub * width) / Math.max(1, measure(wheel.title, 0.3 * hub, 'bold')),
  );
  const small = Math.max(0.62 * frame.text, frame.smallest / 1.25, Math.min(0.45 * title, 1.6 * frame.text));
  const least = Math.max(0.7 * frame.text, 0.8 * small, frame.smallest);
  const count = wheel.words.hidden(hidden);
  // Where the words do not fit, only the number is written, as below the months.
  const counts = [[count], inTwo(count)].find((texts) =>
    texts.every((text) => measure(text, least, 'regular') <= width),
  ) ?? [`+${hidden}`];
  const span = [wheel.from, wheel.to].map((date) => date.slice(0, 4));
  const years =
    [span, span.map((year) => year.slice(2))]
      .map((each) => each.join('/'))
      .find((text) => measure(text, 1.25 * small, 'regular') <= width) ?? '';
  const line = (text: string, size: number, colour: Line['colour']): Line => ({
    text,
    size,
    weight: 'regular',
    colour,
  });
  const lines: readonly Line[] = [
    { ...line(wheel.title, title, 'ink'), weight: 'bold' },
    // Where there is little room, the subtitle is written beside the wheel instead.
    ...(!frame.hasLabels ? [] : [line(wheel.subtitle, 1.25 * small, 'ink')]),
    ...(years === '' ? [] : [line(years, 1.25 * small, 'muted')]),
    ...(hidden > 0 ? counts : []).map((text) => line(text, least, 'muted')),
  ];
  const height = lines.reduce((sum, { size }) => sum + 1.3 * size, 0);
  let y = centre.y - height / 2;
  const texts = lines.map((line): TextShape => {
    y += 1.3 * line.size;
    return {
      kind: 'text',
      x: centre.x,
      y: y - 0.3 * line.size,
      anchor: 'middle',
      turn: 0,
      ...line,
      text: shorten(line.text, { width, size: line.size, weight: line.weight }, measure),
    };
  });
  return { kind: 'group', of: 'title', shapes: [...yearRound(wheel, frame), ...texts] };
}

/** A text as two lines about as long as each other. */
function inTwo(text: string): readonly string[] {
  const middle = text.length / 2;
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  if (spaces.length === 0) return [text];
  const at = spaces.reduce((a, b) => (Math.abs(b - middle) < Math.abs(a - middle) ? b : a));
  return [text.slice(0, at), text.slice(at + 1)];
}

function yearRound(wheel: Wheel, { centre, hub, dial, text }: Frame): Shape[] {
  if (dial.isClosed) return [];
  const year = dialOf(wheel, wheel);
  const radius = 0.92 * hub;
  const part = [angleOfNoon(year, dial.from), angleOfNoon(year, dial.to)] as const;
  return [
    {
      kind: 'path',
      d: circlePath(centre, radius),
      fill: null,
      stroke: { colour: 'line', width: 0.3 * text },
    },
    {
      kind: 'path',
      d: arcPath(centre, radius, ...part),
      fill: null,
      stroke: { colour: 'ink', width: 0.3 * text },
    },
  ];
}

/** Today's hand, from the hub to the edge. Under the entries, so that it hides none. */
export function drawToday(wheel: Wheel, frame: Frame): GroupShape[] {
  const { centre, dial, rings, outer, text, hasLabels } = frame;
  if (wheel.today === null || !isOnDial(dial, wheel.today, wheel.today)) return [];
  const angle = angleOfNoon(dial, wheel.today);
  const width = 0.13 * text;
  // On a small wheel the hand ends between the rings and the months, where it hides no mark.
  const [end, head] = hasLabels ? [outer, 0.36 * text] : [rings.outer + 0.1 * text, 0.26 * text];
  return [
    {
      kind: 'group',
      of: 'today',
      shapes: [
        {
          kind: 'path',
          d: linePath(polar(centre, rings.inner, angle), polar(centre, end, angle)),
          fill: null,
          stroke: { colour: 'today', width },
        },
        { kind: 'path', d: circlePath(polar(centre, end, angle), head), fill: 'today', stroke: null },
      ],
    },
  ];
}
