import { stringify } from 'yaml';
import { schoolYearFrom } from '../../calendar/school-year.js';
import type { CompleteSkolerute } from '../../calendar/skolerute.js';
import { skoleruteFlawSentence, skoleruteWarnings } from '../../calendar/skolerute-flaws.js';
import { ArshjulError } from '../../errors/arshjul-error.js';
import { TooMuch } from '../../file-bounds/too-much.js';
import type { Knowledge } from '../knowledge.js';
import { skoleruteFileOf } from '../school-year-files.js';
import { writeFileAtomically } from '../write-file.js';
import {
  type ImportHints,
  type ReadSkolerute,
  readSkolerute,
  SAYS_NOTHING,
  saysNothing,
  type WrittenSkolerute,
} from './read-skolerute.js';

/** A skolerute with nothing wrong with it. */
export interface CheckedSkolerute {
  readonly skolerute: CompleteSkolerute;
  /** How many pupil days its dates give. */
  readonly pupilDays: number;
  /** What is unusual in it, as English sentences. */
  readonly warnings: readonly string[];
}

/** Reads a skolerute; one that exceeds the bounds is reported like any other flaw. Throws ArshjulError. */
export function readWithinBounds(
  written: WrittenSkolerute,
  knowledge: Knowledge,
  hints: ImportHints,
): ReadSkolerute {
  try {
    return readSkolerute(written, knowledge, hints);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    throw new ArshjulError({
      code: 'invalid-data',
      flaws: [{ file: written.file, line: 1, field: '', what: error.message }],
    });
  }
}

/** A skolerute that was read. Throws ArshjulError with every flaw, its line and field, unless nothing is wrong with it. */
export function checkedSkolerute(file: string, read: ReadSkolerute): CheckedSkolerute {
  const { complete, flaws } = read;
  if (saysNothing(read))
    throw new ArshjulError({
      code: 'invalid-data',
      flaws: [{ file, line: 1, field: '', what: SAYS_NOTHING }],
    });
  if (flaws.length > 0) {
    const described = flaws.map(({ line, flaw }) => ({
      file,
      line,
      field: flaw.field,
      what: skoleruteFlawSentence(flaw),
    }));
    throw new ArshjulError({ code: 'invalid-data', flaws: described });
  }
  return {
    skolerute: complete,
    pupilDays: schoolYearFrom(complete).schoolDays.length,
    warnings: skoleruteWarnings(complete).map(skoleruteFlawSentence),
  };
}

/** Puts a checked skolerute into a data folder, in place of one that was there; returns its file. */
export function storeSkolerute(data: string, { skolerute }: ReadSkolerute): string {
  const target = skoleruteFileOf(data, skolerute.county, skolerute.schoolYear);
  writeFileAtomically(target, stringify(skolerute, { lineWidth: 120 }));
  return target;
}
