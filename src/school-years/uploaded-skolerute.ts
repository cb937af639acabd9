import { z } from 'zod';
import type { IsoDate } from '../calendar/iso-date.js';
import { isoDateSchema } from '../calendar/iso-date-schema.js';
import { schoolYearLabelSchema } from '../calendar/school-year-label.js';
import { markSentence } from '../calendar/skolerute-text/mark-sentence.js';
import {
  type ReadLine,
  TEXT_PARTS,
  type TextMark,
  type TextRemark,
} from '../calendar/skolerute-text/part.js';
import type { Knowledge } from '../datafiles/knowledge.js';
import {
  readSkolerute,
  SAYS_NOTHING,
  SKOLERUTE_FORMATS,
  saysNothing,
} from '../datafiles/skolerute-import/read-skolerute.js';
import { ArshjulError } from '../errors/arshjul-error.js';
import { textOf } from '../exchange/table.js';
import { SKOLERUTE_BYTES, YAML_BYTES } from '../file-bounds/bounds.js';
import { checkAtMost } from '../file-bounds/too-much.js';
import { checkYamlDepth } from '../file-bounds/yaml-depth.js';
import { freeText } from '../text/free-text.js';
import { correctedSkoleruteSchema } from './correction.js';
import { laidOutSchema, layOut, skoleruteFlawViewSchema } from './school-year-view.js';

/** A skolerute as a file, sent to be read. */
export const uploadSchema = z.strictObject({
  county: z.string(),
  schoolYear: schoolYearLabelSchema,
  format: z
    .enum(SKOLERUTE_FORMATS)
    .meta({ description: '`text` is a text as people copy it from a page or a PDF' }),
  content: z.base64().meta({ description: 'The contents of the file, as Base64' }),
  source: freeText(300).min(1).meta({
    description: 'Where a CSV or iCalendar file or a text was taken from, which it does not contain itself',
  }),
});

/** A skolerute as a file. */
export interface SkoleruteFile extends Omit<z.infer<typeof uploadSchema>, 'content'> {
  readonly bytes: Uint8Array;
  /** When the file is read. */
  readonly today: IsoDate;
}

/** Reads a skolerute in another thread. Throws RequestProblem when it exceeds the bounds. */
export type ReadSkoleruteFile = (file: SkoleruteFile) => Promise<ReadUpload>;

const noteSchema = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  what: z.string().meta({ description: 'In English, to be read after the number of the line' }),
});

/** A line of a text with what was understood of it. */
export const readLineSchema = z
  .object({
    line: z.int().min(1),
    text: z.string(),
    found: z.array(z.object({ part: z.enum(TEXT_PARTS), from: isoDateSchema, to: isoDateSchema })),
    marks: z
      .array(noteSchema)
      .meta({ description: 'What is doubtful or was not understood, to be looked at' }),
    remarks: z.array(noteSchema).meta({ description: 'Why something is no part of the skolerute' }),
  })
  .meta({ id: 'SkoleruteLine' });

/** What a file or text says, and what is wrong with it. */
export const readUploadSchema = z.object({
  said: correctedSkoleruteSchema
    .nullable()
    .meta({ description: 'To send on when nothing is wrong with it; null when it cannot be read' }),
  laidOut: laidOutSchema.nullable(),
  flaws: z.array(skoleruteFlawViewSchema).meta({ description: 'Each with its line' }),
  passedOver: z
    .array(z.string())
    .meta({ description: 'Events of an iCalendar file that concern something else' }),
  lines: z.array(readLineSchema).meta({ description: 'The lines of a text; empty for other formats' }),
});

export type ReadUpload = z.input<typeof readUploadSchema>;

/**
 * Reads a skolerute; one of another county or school year is said to be so. Stores nothing. Throws TooMuch when the file has
 * more than is read.
 */
export function readUpload(
  { county, schoolYear, format, bytes, source, today }: SkoleruteFile,
  knowledge: Knowledge,
): ReadUpload {
  checkAtMost('bytes', bytes.length, format === 'yaml' ? YAML_BYTES : SKOLERUTE_BYTES);
  const text = textOf(bytes);
  if (format === 'yaml') checkYamlDepth(text);
  try {
    const hints = { county, schoolYear, source, today };
    const written = { file: `file.${format}`, format, text };
    const { skolerute, complete, flaws, passedOver, lines: read } = readSkolerute(written, knowledge, hints);
    const { county: named, schoolYear: year, revised: _revised, ...said } = skolerute;
    const lines = new Map(flaws.map(({ flaw, line }) => [flaw.field, line]));
    const laidOut = layOut(complete, skolerute, ({ field }) => lines.get(field) ?? 1);
    const misplaced = [
      ...(named === county ? [] : [unreadable('county', 1, `is ${named}, not ${county}`)]),
      ...(year === schoolYear ? [] : [unreadable('schoolYear', 1, `is ${year}, not ${schoolYear}`)]),
    ];
    const nothing = saysNothing({ lines: read }) ? [unreadable('', 1, SAYS_NOTHING)] : [];
    const unfit = [...misplaced, ...nothing, ...laidOut.flaws];
    return { said, laidOut, flaws: unfit, passedOver: [...passedOver], lines: read.map(viewLine) };
  } catch (error) {
    if (!(error instanceof ArshjulError) || error.fault.code === 'unreadable-file') throw error;
    const { fault } = error;
    const flaws =
      fault.code === 'invalid-data'
        ? fault.flaws.map(({ field, line, what }) => unreadable(field, line, what))
        : [unreadable('county', 1, error.message)];
    return { said: null, laidOut: null, flaws, passedOver: [], lines: [] };
  }
}

function unreadable(field: string, line: number, what: string): ReadUpload['flaws'][number] {
  return { field, line, code: null, values: {}, what };
}

function viewLine({ line, text, found, marks, remarks }: ReadLine): ReadUpload['lines'][number] {
  return { line, text, found: [...found], marks: marks.map(viewNote), remarks: remarks.map(viewNote) };
}

function viewNote(note: TextMark | TextRemark): ReadUpload['lines'][number]['marks'][number] {
  const { code, ...values } = note;
  return { code, values, what: markSentence(note) };
}
