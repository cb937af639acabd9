import type { Drawing, MeasureText } from '../wheel/drawing.js';
import type { Wheel } from '../wheel/model.js';
import { type DrawnWheel, drawWheel, type WheelView } from '../wheel/wheel.js';
import { PAPER_SIZES, type Paper } from './paper.js';
import { footPart, headingPart, legendPart, type PosterWords } from './sheet-frame.js';

/**
 * The layout of a wheel on each paper size, with its smallest letters. On a larger paper, which is read from further
 * away, the drawing's units are points of a smaller paper, enlarged.
 */
const LAYOUTS: Readonly<
  Record<Paper, { readonly enlarged: number; readonly margin: number; readonly smallest: number }>
> = {
  a4: { enlarged: 1, margin: 32, smallest: 7 },
  a3: { enlarged: 1, margin: 42, smallest: 8 },
  a1: { enlarged: Math.SQRT2, margin: 56, smallest: 8 },
};

/** How much larger than the smallest letters names may be: as large as lets every name have room. */
const LARGER = [2.4, 2.1, 1.85, 1.65, 1.5, 1.35, 1.2, 1.1];
/** A wheel is not to be squeezed by large letters: the least radius with them, as a share of the width. */
const LEAST_RADIUS = 0.26;
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

/** The wheel on one upright sheet of paper: its heading above, the key and the notes below. */
export function wheelSheet(wheel: Wheel, words: PosterWords, paper: Paper, measure: MeasureText): Drawing {
  const { enlarged, margin, smallest } = LAYOUTS[paper];
  const width = PAPER_SIZES[paper].width / enlarged;
  const height = PAPER_SIZES[paper].height / enlarged;
  const frame = { x: margin, y: margin, width: width - 2 * margin };
  const heading = headingPart(words, frame, measure);
  const foot = footPart(words, { ...frame, bottom: height - margin }, [1, 1], measure);
  const legendHeight = legendPart(wheel, frame, measure).height;
  const legendTop = height - margin - foot.height - 16 - legendHeight;
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
  const { description, shapes } = drawLargest(wheel, view, measure).drawing;
  return {
    width,
    height,
    title: `${words.heading} ${words.year}`,
    description,
    shapes: [
      ...heading.shapes,
      ...shapes,
      ...legendPart(wheel, { ...frame, y: legendTop }, measure).shapes,
      ...foot.shapes,
    ],
  };
}
