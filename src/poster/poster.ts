import type { PosterFormat } from '../exchange/formats.js';
import type { Drawing } from '../wheel/drawing.js';
import { PALETTES } from '../wheel/palette.js';
import { svgOf } from '../wheel/svg.js';
import { measureText } from './fonts.js';
import { listItems } from './list-entries.js';
import { type List, listPages, listSheet } from './list-sheet.js';
import { PAPER_SIZES, type Paper } from './paper.js';
import { renderPdf } from './pdf.js';
import { renderPng } from './png.js';
import type { PosterOrder } from './poster-order.js';
import { posterWheel } from './poster-wheel.js';
import { posterWords } from './poster-words.js';
import type { PosterSubject } from './subject.js';
import { wheelSheet } from './wheel-sheet.js';

/** Of a picture: 150 to the inch, as long as it does not grow too large. */
const DOTS_PER_POINT = 150 / 72;

/** Makes a poster: one sheet as SVG or PNG, as many sheets as it takes as PDF. */
export async function renderPoster(order: PosterOrder, subject: PosterSubject): Promise<string | Buffer> {
  return RENDERERS[order.format](order, subject);
}

const RENDERERS: Readonly<
  Record<PosterFormat, (order: PosterOrder, subject: PosterSubject) => string | Promise<Buffer>>
> = {
  svg: (order, subject) => svgSheet(sheetOf(order, subject), order),
  png: (order, subject) => {
    const drawing = sheetOf(order, subject);
    const { width, height } = drawing;
    const scale = (DOTS_PER_POINT * sheetFor(drawing, order.paper).width) / width;
    return renderPng(svgSheet(drawing, order), { width, height, scale });
  },
  pdf: (order, subject) => {
    const { wording, countyName, changedAt } = subject;
    const pages = pagesOf(order, subject);
    const { title, description } = pages[0] as Drawing;
    const details = {
      title,
      subject: description,
      author: countyName,
      language: wording.language,
      changedAt,
    };
    return renderPdf(
      pages.map((drawing) => ({ drawing, ...sheetFor(drawing, order.paper) })),
      PALETTES[order.theme],
      details,
    );
  },
};

const svgSheet = (drawing: Drawing, { theme, content }: PosterOrder) =>
  svgOf(drawing, PALETTES[theme], content);

function pagesOf(order: PosterOrder, subject: PosterSubject): readonly Drawing[] {
  if (order.content === 'wheel') return [sheetOf(order, subject)];
  return listPages(posterList(order, subject), order.paper, measureText);
}

/** The whole poster on one sheet; a list as high as it takes. */
function sheetOf(order: PosterOrder, subject: PosterSubject): Drawing {
  if (order.content === 'list') return listSheet(posterList(order, subject), order.paper, measureText);
  return wheelSheet(posterList(order, subject), order, measureText);
}

/** What both wheel and list are of. */
export function posterList({ rings }: Pick<PosterOrder, 'rings'>, subject: PosterSubject): List {
  const wheel = posterWheel(subject, rings);
  return { itemsOf: () => listItems(subject, wheel), wheel, words: posterWords(subject) };
}

/** The paper that a drawing is for, upright or lying as the drawing is. */
function sheetFor(drawing: Drawing, paper: Paper): { readonly width: number; readonly height: number } {
  const { width, height } = PAPER_SIZES[paper];
  return drawing.width > drawing.height ? { width: height, height: width } : { width, height };
}
