import type { Drawing, MeasureText } from '../wheel/drawing.js';
import type { Wheel } from '../wheel/model.js';
import { type DrawnWheel, drawWheel, type WheelView } from '../wheel/wheel.js';
import type { List } from './list-sheet.js';
import { PAPER_SIZES, WHEEL_LAYOUTS } from './paper.js';
import type { PosterOrder } from './poster-order.js';
import { footPart, headingPart, legendPart } from './sheet-frame.js';
import { wheelAboveList } from './wheel-above-list.js';

/** How much larger than the smallest letters names may be: as large as lets every name have room. */
const LARGER = [2.4, 2.1, 1.85, 1.65, 1.5, 1.35, 1.2, 1.1];
/** A wheel is not to be squeezed by large letters: the least radius with them, as a share of the width. */
const LEAST_RADIUS = 0.24;
/** From one name to the next, in letter heights. */
const NAME_HEIGHT = 1.24;

/** A wheel with the largest letters with which every name has room, else with the smallest. */
export function drawLargest(
  wheel: Wheel,
  view: WheelView & { readonly smallest: number },
  measure: MeasureText,
): DrawnWheel {
  const rows = (2 * view.height) / NAME_HEIGHT;
  for (const larger of LARGER) {
    const textSize = larger * view.smallest;
    if (wheel.entries.length * textSize > rows) continue;
    const drawn = drawWheel(wheel, { ...view, textSize }, measure);
    if (drawn.unnamed.length === 0 && drawn.face.outer >= LEAST_RADIUS * view.width) return drawn;
  }
  return drawWheel(wheel, { ...view, textSize: view.smallest }, measure);
}

/**
 * The wheel on one upright sheet of paper: its heading above, the key and the notes below. Where not every name has room,
 * the tasks without one are counted in the notes, or listed under the wheel.
 */
export function wheelSheet(
  list: List,
  { paper, unnamed }: Pick<PosterOrder, 'paper' | 'unnamed'>,
  measure: MeasureText,
): Drawing {
  const { wheel, words } = list;
  const { enlarged, margin, smallest } = WHEEL_LAYOUTS[paper];
  const width = PAPER_SIZES[paper].width / enlarged;
  const height = PAPER_SIZES[paper].height / enlarged;
  const frame = { x: margin, y: margin, width: width - 2 * margin };
  const heading = headingPart(words, frame, measure);
  const footOf = (notes: readonly string[]) =>
    footPart({ ...words, notes }, { ...frame, bottom: height - margin }, [1, 1], measure);
  const legendHeight = legendPart(wheel, frame, measure).height;
  const legendTop = height - margin - footOf(words.notes).height - 16 - legendHeight;
  const top = margin + heading.height + 8;
  // The labels stand free: they may reach into the margins at the sides, where nothing else is.
  const view = {
    corner: { x: margin / 2, y: top },
    width: width - margin,
    height: legendTop - 8 - top,
    textSize: smallest,
    smallest,
    from: wheel.from,
    to: wheel.to,
    legend: false,
  };
  const alone = drawLargest(wheel, view, measure);
  const isListed = unnamed === 'listed' && alone.unnamed.length > 0;
  const isCounted = !isListed && alone.unnamed.length > 0;
  const { shapes } = isListed ? wheelAboveList(list, view, frame, measure) : alone.drawing;
  // There is room for one more note between the key and the others.
  const notes = isCounted ? [words.unnamed(alone.unnamed.length), ...words.notes] : words.notes;
  return {
    width,
    height,
    title: `${words.heading} ${words.year}`,
    description: wheel.words.description,
    shapes: [
      ...heading.shapes,
      ...shapes,
      ...legendPart(wheel, { ...frame, y: legendTop }, measure).shapes,
      ...footOf(notes).shapes,
    ],
  };
}
