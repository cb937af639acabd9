import type { IsoDate } from '../calendar/iso-date.js';
import { markSentence } from '../calendar/skolerute-text/mark-sentence.js';
import type { ReadLine } from '../calendar/skolerute-text/part.js';
import { DATA_DIRECTORY } from '../datafiles/data-directory.js';
import { loadKnowledge } from '../datafiles/knowledge.js';
import {
  checkedSkolerute,
  readWithinBounds,
  storeSkolerute,
} from '../datafiles/skolerute-import/import-skolerute.js';
import { formatOfFile, type WrittenSkolerute } from '../datafiles/skolerute-import/read-skolerute.js';
import { readText, STANDARD_INPUT } from '../datafiles/yaml-file.js';
import { ArshjulError } from '../errors/arshjul-error.js';
import { schoolYearArgument } from './arguments.js';
import type { Output } from './output.js';

export interface ImportOptions {
  readonly county?: string;
  readonly schoolYear?: string;
  readonly source?: string;
  readonly data?: string;
  /** The file is a text as it was copied from a page or a PDF. */
  readonly text?: boolean;
  /** Take over what was understood of a text. */
  readonly confirm?: boolean;
}

/**
 * `arshjul import-school-year`: checks a skolerute and puts it into the data folder. Of a text it shows what was understood, line
 * by line, and puts it there only when that is confirmed.
 */
export function importSchoolYearCommand(
  file: string | undefined,
  options: ImportOptions,
  today: IsoDate,
  output: Output,
): void {
  const data = options.data ?? DATA_DIRECTORY;
  const { county, schoolYear, source } = options;
  const written = writtenSkolerute(file, options);
  const read = readWithinBounds(written, loadKnowledge(data), {
    ...(county !== undefined && { county }),
    ...(schoolYear !== undefined && { schoolYear: schoolYearArgument('--school-year', schoolYear) }),
    ...(source !== undefined && { source }),
    today,
  });
  for (const line of read.lines) tellLine(line, output);
  const { skolerute, pupilDays, warnings } = checkedSkolerute(written.file, read);
  const isTaken = written.format !== 'text' || options.confirm === true;
  if (isTaken) output.out(`${storeSkolerute(data, read)}\n`);
  output.err(`county ${skolerute.county}, ${skolerute.schoolYear}: ${pupilDays} pupil days\n`);
  for (const warning of warnings) output.err(`warning: ${warning}\n`);
  if (skolerute.open.length > 0) output.err(`set by each school: ${skolerute.open.join(', ')}\n`);
  if (skolerute.provisional.length > 0) output.err(`provisional: ${skolerute.provisional.join(', ')}\n`);
  if (read.passedOver.length > 0) output.err(`skipped: ${read.passedOver.join(', ')}\n`);
  if (!isTaken) output.err('nothing is stored; look at what was understood, and repeat with --confirm\n');
}

function writtenSkolerute(file: string | undefined, { text }: ImportOptions): WrittenSkolerute {
  if (text) return { file: file ?? 'standard input', format: 'text', text: readText(file ?? STANDARD_INPUT) };
  if (file === undefined)
    throw new ArshjulError({
      code: 'invalid-argument',
      name: 'FILE',
      given: '',
      what: 'is required; only a text (--text) is read from standard input',
    });
  return { file, format: formatOfFile(file), text: readText(file) };
}

/** What was understood of a line, marks first; lines that say nothing to a skolerute are left out. */
function tellLine({ line, text, found, marks, remarks }: ReadLine, output: Output): void {
  const parts = found.map(({ part, from, to }) => `${part} ${from === to ? from : `${from} to ${to}`}`);
  const notes = [
    ...marks.map((mark) => `CHECK: ${markSentence(mark)}`),
    ...parts,
    ...remarks.map(markSentence),
  ];
  if (notes.length > 0)
    output.err(`${String(line).padStart(4)}  ${text.trim()}\n      → ${notes.join('; ')}\n`);
}
