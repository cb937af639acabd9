import { inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { instant } from '../../src/calendar/iso-date.js';
import type { Language } from '../../src/language/text.js';
import type { PosterOrder } from '../../src/poster/poster-order.js';
import type { PosterSubject } from '../../src/poster/subject.js';
import type { Task } from '../../src/task/task.js';
import type { Drawing, Shape, TextShape } from '../../src/wheel/drawing.js';
import { knowledge, vestfold2026 } from '../calendar/samples.js';
import { vestfoldCycle, wordingIn } from '../cycle/samples.js';

export const AN_ORDER: PosterOrder = {
  content: 'list',
  format: 'pdf',
  paper: 'a3',
  theme: 'light',
  rings: 'phase',
  unnamed: 'counted',
};

/** Vestfold's published cycle as a poster is made of it, with what a test has otherwise. */
export function subjectIn(language: Language, other: Partial<PosterSubject> = {}): PosterSubject {
  return {
    county: '39',
    countyName: 'Vestfold',
    schoolYear: vestfold2026,
    provisional: [],
    tasks: vestfoldCycle.tasks,
    level: null,
    selection: [],
    framework: knowledge.framework,
    units: [],
    wording: wordingIn(language),
    baseUrl: 'https://arshjul.example',
    publishedAt: instant('2026-11-24T10:00:00Z'),
    changedAt: instant('2026-11-24T10:00:00Z'),
    ...other,
  };
}

/** So many tasks, made by telling those of Vestfold over again. */
export function manyTasks(count: number): Task[] {
  const { tasks } = vestfoldCycle;
  return Array.from({ length: count }, (_, index) => {
    const task = tasks[index % tasks.length] as Task;
    return { ...task, id: `${task.id}-${index}` };
  }).sort((a, b) => (a.start < b.start ? -1 : 1));
}

/** A PDF as another program reads it. */
export async function readPdf(bytes: Buffer) {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
    .promise;
  const info = (await document.getMetadata()).info as Record<string, unknown>;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1);
      const { items } = await page.getTextContent();
      const [, , width, height] = page.view;
      return {
        width: width as number,
        height: height as number,
        texts: items.flatMap((item) => ('str' in item ? [item.str] : [])),
        links: (await page.getAnnotations()).map(({ url, rect }) => ({ url, rect: rect as number[] })),
        structure: await page.getStructTree(),
      };
    }),
  );
  const isTagged = (await document.getMarkInfo())?.Marked;
  return { info, pages, language: info.Language, isTagged };
}

/** Width, height and pixels (RGBA) of a PNG; throws where it is damaged. */
export function readPng(bytes: Buffer): { width: number; height: number; size: number } {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return { width, height, size: inflateSync(Buffer.concat(parts)).length };
}

/** Every text of a drawing that stands on a straight line. */
export function textsOf({ shapes }: Pick<Drawing, 'shapes'>): TextShape[] {
  const texts = (shape: Shape): TextShape[] => {
    if (shape.kind === 'group') return shape.shapes.flatMap(texts);
    return shape.kind === 'text' ? [shape] : [];
  };
  return shapes.flatMap(texts);
}
