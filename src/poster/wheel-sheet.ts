import type { Drawing, MeasureText } from '../wheel/drawing.js';
import type { Wheel } from '../wheel/model.js';
import { drawWheel } from '../wheel/wheel.js';
import { PAPER_SIZES, type Paper } from './paper.js';
import { footPart, headingPart, legendPart, type PosterWords } from './sheet-frame.js';

/**
 * The layout of a wheel on each paper size. Text is small when there are many names; on larger papers, which are read from
 * further away, the drawing's units are points of a smaller paper, enlarged.
 */
const LAYOUTS: Readonly<
  Record<Paper, { readonly enlarged: number; readonly margin: number; readonly textSize: number }>
> = {
  a4: { enlarged: 1, margin: 32, textSize: 5.5 },
  a3: { enlarged: 1, margin: 42, textSize: 6.8 },
  a1: { enlarged: Math.SQRT2, margin: 56, textSize: 7 },
};

/** The wheel on one upright sheet of paper: its heading above, the key and the notes below. */
export function wheelSheet(wheel: Wheel, words: PosterWords, paper: Paper, measure: MeasureText): Drawing {
  const { enlarged, margin, textSize } = LAYOUTS[paper];
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
    textSize,
    from: wheel.from,
    to: wheel.to,
    legend: false,
  };
  const { description, shapes } = drawWheel(wheel, view, measure);
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
