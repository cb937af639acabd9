import { z } from 'zod';
import type { IsoDate } from '../calendar/iso-date.js';
import { schoolYearLabelSchema } from '../calendar/school-year-label.js';
import type { Knowledge } from '../datafiles/knowledge.js';
import { readSkolerute } from '../datafiles/skolerute-import/read-skolerute.js';
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
  format: z.enum(['yaml', 'csv', 'ics']),
  content: z.base64().meta({ description: 'The contents of the file, as Base64' }),
  source: freeText(300).min(1).meta({
    description: 'Where a CSV or iCalendar file was taken from, which the file itself does not contain',
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

/** What a file says, and what is wrong with it. */
export const readUploadSchema = z.object({
  said: correctedSkoleruteSchema
    .nullable()
    .meta({ description: 'To send on when nothing is wrong with it; null when it cannot be read' }),
  laidOut: laidOutSchema.nullable(),
  flaws: z.array(skoleruteFlawViewSchema).meta({ description: 'Each with its line' }),
  passedOver: z
    .array(z.string())
    .meta({ description: 'Events of an iCalendar file that concern something else' }),
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
    const { skolerute, complete, flaws, passedOver } = readSkolerute(
      `file.${format}`,
      text,
      knowledge,
      hints,
    );
    const { county: named, schoolYear: year, revised: _revised, ...said } = skolerute;
    const lines = new Map(flaws.map(({ flaw, line }) => [flaw.field, line]));
    const laidOut = layOut(complete, skolerute, ({ field }) => lines.get(field) ?? 1);
    const misplaced = [
      ...(named === county ? [] : [unreadable('county', 1, `is ${named}, not ${county}`)]),
      ...(year === schoolYear ? [] : [unreadable('schoolYear', 1, `is ${year}, not ${schoolYear}`)]),
    ];
    return { said, laidOut, flaws: [...misplaced, ...laidOut.flaws], passedOver: [...passedOver] };
  } catch (error) {
    if (!(error instanceof ArshjulError) || error.fault.code === 'unreadable-file') throw error;
    const { fault } = error;
    const flaws =
      fault.code === 'invalid-data'
        ? fault.flaws.map(({ field, line, what }) => unreadable(field, line, what))
        : [unreadable('county', 1, error.message)];
    return { said: null, laidOut: null, flaws, passedOver: [] };
  }
}

function unreadable(field: string, line: number, what: string): ReadUpload['flaws'][number] {
  return { field, line, code: null, values: {}, what };
}
