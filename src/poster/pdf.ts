import PDFDocument from 'pdfkit';
import type { Instant } from '../calendar/iso-date.js';
import type { Language } from '../language/text.js';
import type { Drawing } from '../wheel/drawing.js';
import type { Palette } from '../wheel/palette.js';
import { fontOf } from './fonts.js';
import { drawPage } from './pdf-page.js';

/** A drawing on a sheet of paper, in points; the drawing is scaled to the width of the sheet. */
export interface PdfPage {
  readonly drawing: Drawing;
  readonly width: number;
  readonly height: number;
}

/** What a PDF says about itself. */
export interface PdfDetails {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly language: Language;
  /** When what it shows was last changed: the same state gives the same bytes. */
  readonly changedAt: Instant;
}

/** Drawings as a PDF of vectors: selectable text in embedded fonts, links, headings and paragraphs for screen readers. */
export async function renderPdf(
  pages: readonly PdfPage[],
  palette: Palette,
  { title, subject, author, language, changedAt }: PdfDetails,
): Promise<Buffer> {
  const date = new Date(changedAt);
  const document = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: LOCALES[language],
    displayTitle: true,
    tagged: true,
    info: { Title: title, Subject: subject, Author: author, CreationDate: date, ModDate: date },
    // Without this the document begins with a font of its own that is never used.
    font: null as unknown as string,
  });
  // pdfkit accepts a parsed font, although its types mention only files and bytes.
  document.registerFont('regular', fontOf('regular') as never);
  document.registerFont('bold', fontOf('bold') as never);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  const root = document.struct('Document');
  document.addStructure(root);
  for (const { drawing, width, height } of pages) {
    document.addPage({ size: [width, height], margin: 0 });
    document.scale(width / drawing.width);
    drawPage(document, root, drawing, palette);
  }
  root.end();
  document.end();
  return done;
}

const LOCALES: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en' };
